// A record changed as it is written: looked at, saved, and held beside what somebody else has made of it meanwhile.
(function () {
  "use strict";
  var form = document.getElementById("edit");
  var now = document.getElementById("now");
  var told = document.getElementById("told");
  var seen = document.getElementById("seen");
  var there = document.getElementById("there");
  var other = document.getElementById("other");
  var was = now.value;

  function tell(answer) {
    var said = answer.said;
    told.textContent = said.message + (said.help ? " " + said.help : "");
    told.className = answer.status === 200 ? "told" : "told error";
    var rest = [said.wrong, said.doubtful, said.contradicts].filter(Boolean).join("\n\n");
    seen.textContent = rest;
    seen.hidden = !rest;
  }

  function ask(look) {
    return window.gainsay.send("/edit", { kind: form.dataset.kind, id: form.dataset.id, was: was, now: now.value, look: look })
      .then(function (answer) {
        tell(answer);
        if (answer.status === 409) {
          other.value = answer.said.there;
          there.hidden = false;
        }
        if (answer.said.saved) {
          now.defaultValue = now.value;
          location.assign("/" + form.dataset.kind + "/" + form.dataset.id);
        }
      });
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); ask(false); });
  document.getElementById("look").addEventListener("click", function () { ask(true); });
  // Whoever has seen what is there now may save over it.
  document.getElementById("take").addEventListener("click", function () {
    was = other.value;
    there.hidden = true;
    told.textContent = "What you save now takes the place of what is there.";
    told.className = "told";
    now.focus();
  });
  now.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); ask(false); }
  });
})();
