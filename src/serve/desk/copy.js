// A button beside each table, finding, statement and accusation that copies it: as rich text for a document, and as plain text
// for a mail. What was written by others is copied as text.
(function () {
  "use strict";
  var KINDS = [
    ["table", "Copy this table"], [".finding", "Copy this finding"], [".statement", "Copy these words"], [".card", "Copy this"],
  ];

  // What is copied: without buttons, without links that lead to this machine, and without what only a page needs.
  function bare(node) {
    var copy = node.cloneNode(true);
    copy.querySelectorAll("button, script, .up, .rule, .checked, .settle, [hidden]").forEach(function (one) { one.remove(); });
    copy.querySelectorAll("a").forEach(function (link) {
      if (!/^https?:/.test(link.getAttribute("href") || "")) link.replaceWith.apply(link, Array.from(link.childNodes));
    });
    copy.querySelectorAll("*").forEach(function (one) {
      Array.from(one.attributes).forEach(function (attribute) {
        if (["href", "lang", "colspan", "rowspan", "scope"].indexOf(attribute.name) < 0) one.removeAttribute(attribute.name);
      });
    });
    Array.from(copy.attributes).forEach(function (attribute) { copy.removeAttribute(attribute.name); });
    if (copy.tagName === "TABLE") copy.setAttribute("border", "1");
    return copy;
  }

  function line(node) { return node.textContent.replace(/\s+/g, " ").trim(); }

  // Rows of a table with tabs between their cells, and each block of anything else on a line of its own.
  function plain(copy) {
    if (copy.tagName === "TABLE") {
      return Array.from(copy.querySelectorAll("caption, tr")).map(function (row) {
        return row.tagName === "TR" ? Array.from(row.cells).map(line).join("\t") : line(row);
      }).join("\n");
    }
    var blocks = Array.from(copy.querySelectorAll("h2, h3, h4, p, li, dt, blockquote, pre")).filter(function (one) {
      return !one.querySelector("p, li, blockquote");
    });
    return blocks.map(function (one) { return (one.tagName === "LI" ? "- " : "") + line(one); }).filter(Boolean).join("\n");
  }

  function copied(node, button) {
    var copy = bare(node);
    var rich = new Blob([copy.outerHTML], { type: "text/html" });
    var text = new Blob([plain(copy) + "\n"], { type: "text/plain" });
    var words = button.textContent;
    navigator.clipboard.write([new ClipboardItem({ "text/html": rich, "text/plain": text })]).then(function () {
      button.textContent = "Copied";
    }, function () {
      button.textContent = "This browser does not copy";
    }).then(function () { setTimeout(function () { button.textContent = words; }, 2000); });
  }

  KINDS.forEach(function (kind) {
    document.querySelectorAll("main " + kind[0]).forEach(function (node) {
      // What stands within something that is copied whole needs no button of its own.
      if (node.parentElement.closest(".finding, .statement, .card, table, #desk, #audit")) return;
      var button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = kind[1];
      button.addEventListener("click", function () { copied(node, button); });
      if (node.tagName === "TABLE") (node.closest(".scroll") || node).before(button);
      else node.append(button);
    });
  });
})();
