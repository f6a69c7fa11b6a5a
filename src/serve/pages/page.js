// What every page does: keeps the secret of the address, and says when the ledger has changed.
(function () {
  "use strict";
  var root = document.documentElement;

  // The secret comes behind the `#` of the address that was printed, which no browser sends anywhere. It is kept for further
  // pages of this desk, and taken out of the address.
  var secret = /^#[0-9a-f]{32}$/.exec(location.hash);
  if (secret) {
    localStorage.setItem("token", secret[0].slice(1));
    history.replaceState(null, "", location.pathname + location.search);
  }

  // Whether something on the page was typed and not sent.
  function begun() {
    return Array.from(document.querySelectorAll("textarea, input, select")).some(function (field) {
      if (field.closest("[data-fleeting]")) return false;
      if (field.options) return Array.from(field.options).some(function (one) { return one.selected !== one.defaultSelected; });
      return field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
    });
  }

  function look() {
    if (document.hidden) return;
    fetch("/state.json").then(function (reply) { return reply.json(); }).then(function (now) {
      if (now.state === root.dataset.state) return;
      if (begun() || root.hasAttribute("data-keep")) document.getElementById("changed").hidden = false;
      else location.reload();
    }).catch(function () { /* the desk was closed, or is busy: the next look tells */ });
  }

  setInterval(look, 2000);
})();
