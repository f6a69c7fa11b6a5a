// A statement is checked by a click: by whom is asked once and remembered for the sitting.
(function () {
  "use strict";
  var by = document.getElementById("by");
  var told = document.getElementById("checked");

  function check(button) {
    var what = { statement: button.dataset.check, seen: button.dataset.seen, by: by.value, today: window.gainsay.today() };
    button.disabled = true;
    window.gainsay.send("/check", what).then(function (answer) {
      if (answer.said.saved) { location.reload(); return; }
      button.disabled = false;
      told.textContent = answer.said.message + (answer.said.help ? " " + answer.said.help : "");
      told.className = "told error";
      if (!by.value.trim()) by.focus();
    });
  }

  document.querySelectorAll("button[data-check]").forEach(function (button) {
    button.addEventListener("click", function () { check(button); });
  });
  if (by.form) by.form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
