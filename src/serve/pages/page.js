// What every page does: keeps the secret of the address, says when the ledger has changed, searches as one types.
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

  // Sends JSON, and gives the status and the JSON of the reply.
  function send(path, what) {
    return fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Gainsay-Token": localStorage.getItem("token") || "" },
      body: JSON.stringify(what)
    }).then(function (reply) {
      return reply.text().then(function (text) {
        var said;
        try { said = JSON.parse(text); } catch (error) { said = { message: text }; }
        return { status: reply.status, said: said };
      });
    }, function () {
      return { status: 0, said: { message: "The desk does not answer: it may have been closed. Nothing was saved." } };
    });
  }

  // Whether something on the page was typed and not sent.
  function begun() {
    return Array.from(document.querySelectorAll("textarea, input, select")).some(function (field) {
      if (field.closest("[data-fleeting], #filters")) return false;
      if (field.options) return Array.from(field.options).some(function (one) { return one.selected !== one.defaultSelected; });
      return field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
    });
  }

  // A page on which nothing was begun shows the new state by itself; the others say that there is one.
  function look() {
    if (document.hidden) return;
    fetch("/state.json").then(function (reply) { return reply.json(); }).then(function (now) {
      if (now.state === root.dataset.state) return;
      if (begun() || root.hasAttribute("data-keep")) document.getElementById("changed").hidden = false;
      else location.reload();
    }).catch(function () { /* The desk was closed, or the store cannot be read now: the next look tells. */ });
  }
  setInterval(look, 2000);
  document.addEventListener("visibilitychange", look);

  // The search: the first records as one types, all of them on a page of their own.
  var field = document.getElementById("q");
  var found = document.getElementById("found");
  var asked = 0;
  var waiting = null;
  var paths = ["party", "event", "place", "topic", "source", "statement"];

  function show(words, records) {
    found.textContent = "";
    records.slice(0, 8).forEach(function (record) {
      var link = document.createElement("a");
      link.href = record.id && paths.includes(record.kind) ? "/" + record.kind + "/" + record.id : "/search?q=" + encodeURIComponent(words);
      var what = document.createElement("span");
      what.className = "what";
      what.textContent = " " + record.kind + (record.id ? " " + record.id : "");
      link.append(record.name, what);
      found.append(link);
    });
    var rest = document.createElement(records.length ? "a" : "p");
    if (records.length) rest.href = "/search?q=" + encodeURIComponent(words);
    rest.textContent = records.length > 8 ? "All " + records.length + " records" : records.length ? "On a page of its own" : "Nothing on file has these words.";
    found.append(rest);
  }

  field.addEventListener("input", function () {
    clearTimeout(waiting);
    var words = field.value.trim();
    var turn = ++asked;
    if (!words) { found.textContent = ""; return; }
    waiting = setTimeout(function () {
      fetch("/search.json?q=" + encodeURIComponent(words)).then(function (reply) { return reply.json(); }).then(function (all) {
        if (turn === asked) show(words, all.records);
      }).catch(function () { /* The next letter asks again. */ });
    }, 120);
  });
  field.form.addEventListener("keydown", function (event) {
    var links = Array.from(found.querySelectorAll("a"));
    var at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { found.textContent = ""; field.focus(); }
    if (event.key === "ArrowDown" && links.length) {
      event.preventDefault();
      // Whoever has gone down to what was found keeps it: a late answer takes no link away.
      clearTimeout(waiting);
      asked += 1;
      links[Math.min(at + 1, links.length - 1)].focus();
    }
    if (event.key === "ArrowUp" && at >= 0) { event.preventDefault(); (links[at - 1] || field).focus(); }
  });
  document.addEventListener("click", function (event) { if (!field.form.contains(event.target)) found.textContent = ""; });
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && !event.target.closest("input, textarea, select, [contenteditable]")) { event.preventDefault(); field.focus(); }
  });

  var undo = document.getElementById("undo");
  if (undo) undo.addEventListener("click", function () {
    send("/undo", {}).then(function (answer) {
      if (answer.status === 200) location.reload();
      else document.getElementById("undone").textContent = answer.said.message;
    });
  });

  // Who changes something is asked once and remembered for the sitting, which its secret tells from the next.
  document.querySelectorAll("input[name=by]").forEach(function (by) {
    var kept = (localStorage.getItem("by") || "").split("\n");
    if (kept[0] === localStorage.getItem("token")) by.value = by.defaultValue = kept[1] || "";
    by.addEventListener("input", function () { localStorage.setItem("by", localStorage.getItem("token") + "\n" + by.value); });
  });

  // The day by the clock of whoever looks at the page.
  function today() {
    var now = new Date();
    var two = function (number) { return String(number).padStart(2, "0"); };
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  window.gainsay = { send: send, today: today };
})();
