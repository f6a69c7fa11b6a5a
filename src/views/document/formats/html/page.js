// Filters: an entry is shown when it bears the mark of every choice made. Nothing is fetched and nothing is kept.
(function () {
  "use strict";
  var form = document.getElementById("filters");
  var told = document.getElementById("told");
  var choices = Array.from(form.querySelectorAll("select"));
  var entries = Array.from(document.querySelectorAll("[data-f]"));
  var parts = Array.from(document.querySelectorAll("[data-part]"));

  function apply() {
    var wanted = choices.map(function (choice) { return choice.value; }).filter(Boolean);
    var shown = 0;
    entries.forEach(function (entry) {
      var marks = (entry.getAttribute("data-f") || "").split(" ");
      var out = !wanted.every(function (mark) { return marks.includes(mark); });
      entry.classList.toggle("out", out);
      shown += out ? 0 : 1;
    });
    parts.forEach(function (part) {
      var empty = wanted.length > 0 && !part.querySelector("[data-f]:not(.out)");
      part.classList.toggle("empty", empty);
    });
    told.textContent = wanted.length
      ? shown + " of " + entries.length + " entries are shown. Pictures, sources and what is printed stay whole."
      : "";
  }

  // A link to what is filtered away lifts the filter.
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest(".out, .empty")) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  }

  form.addEventListener("change", apply);
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", reveal);
  form.hidden = false;
  apply();
})();
