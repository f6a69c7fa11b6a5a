// Forms that change something: what they would bring is looked at, then they are saved. Fields are sent by their names. Who changes
// is asked once and remembered for the sitting.
(function () {
  "use strict";

  function sent(form, look) {
    var what = { today: window.gainsay.today(), look: look };
    Array.from(form.elements).forEach(function (field) {
      if (field.name && (field.type !== "radio" || field.checked)) what[field.name] = field.value;
    });
    if (form.dataset.seen) what.seen = form.dataset.seen;
    return what;
  }

  document.querySelectorAll("form[data-to]").forEach(function (form) {
    var told = form.querySelector(".told");
    var seen = form.querySelector(".seen");

    function ask(look) {
      return window.gainsay.send(form.dataset.to, sent(form, look)).then(function (answer) {
        var said = answer.said;
        told.textContent = said.message + (said.help ? " " + said.help : "");
        told.className = answer.status === 200 ? "told" : "told error";
        var rest = [said.wrong, said.record, said.brings].filter(Boolean).join("\n\n");
        seen.textContent = rest;
        seen.hidden = !rest;
        form.dataset.seen = said.seen || "";
        if (!said.saved) return;
        // What was sent is no text begun any more: the page gives way to the one where it can be seen.
        form.reset();
        location.assign(said.then || form.dataset.then);
      });
    }

    form.addEventListener("submit", function (event) { event.preventDefault(); ask(false); });
    var look = form.querySelector("[data-look]");
    if (look) look.addEventListener("click", function () { ask(true); });
    form.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); ask(false); }
    });
  });
})();
