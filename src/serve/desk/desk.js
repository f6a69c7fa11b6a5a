// The desk: an article on the left, each attribution in it a button; on the right the one at hand, as it becomes a record.
// Whatever was written by others is put into the page as text and never as markup.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const PAUSE = 150;
  const MOST = 8;
  const STANCES = ["asserts", "suggests", "doubts", "denies", "leaves-open", "declines"];
  let words = null; // the vocabulary, and the records that sentences may name
  let state = { source: null, about: null, text: "", entries: [], made: [], at: -1 };
  let fresh = 0; // numbers for ids of elements
  let looked = 0; // the number of the last preview that was asked for
  let timer = 0;

  // ---- small helpers

  function el(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
      else if (key === "value") node.value = value;
      else node.setAttribute(key, value === true ? "" : value);
    }
    for (const child of children.flat()) if (child !== null && child !== undefined) node.append(child);
    return node;
  }

  const button = (text, press, attributes) => el("button", { type: "button", onclick: press, ...attributes }, text);

  function say(text, trouble) {
    const line = $("told");
    line.textContent = text;
    line.className = trouble ? "trouble" : "";
  }

  async function ask(address, body) {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    try {
      const reply = await fetch(address, {
        method: body ? "POST" : "GET",
        headers: body ? { "content-type": "application/json", "x-gainsay-token": localStorage.getItem("token") || "" } : {},
        body: body ? JSON.stringify({ today, ...body }) : undefined,
      });
      const text = await reply.text();
      const json = (reply.headers.get("content-type") || "").startsWith("application/json");
      return { status: reply.status, body: json ? JSON.parse(text) : { message: text.trim() } };
    } catch {
      return { status: 0, body: { message: "The desk does not answer. Nothing that you typed is lost: start it again, and try again." } };
    }
  }

  let dropped = null;
  async function file(one) {
    if (!one) return;
    const bytes = new Uint8Array(await one.arrayBuffer());
    let binary = "";
    for (let at = 0; at < bytes.length; at += 32768) binary += String.fromCharCode(...bytes.subarray(at, at + 32768));
    dropped = { name: one.name, base64: btoa(binary) };
    $("dropped").textContent = `The file ${one.name} is read.`;
  }

  const trouble = (answer) => [answer.body.message, answer.body.help].filter(Boolean).join(" ") || "That did not work.";

  function drop(target) {
    $("file").addEventListener("change", (event) => file(event.target.files[0]));
    target.addEventListener("dragover", (event) => event.preventDefault());
    target.addEventListener("drop", (event) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      file(event.dataTransfer.files[0]);
    });
  }

  // ---- a draft held against the ledger

  async function hold() {
    const body = $("text").value.trim() ? { text: $("text").value } : { file: dropped };
    say("Comparing …");
    const answer = await ask("/audit", body);
    if (answer.status !== 200) return say(trouble(answer), true);
    say("");
    const { text, summary, marks, remarks } = answer.body;
    const letters = [...text];
    const draft = el("article", { class: "draft", "aria-label": "The draft", tabindex: "0" });
    let paragraph = el("p", {});
    function put(from, to, kind) {
      letters.slice(from, to).join("").split("\n").forEach((line, at) => {
        if (at > 0) {
          if (paragraph.hasChildNodes()) draft.append(paragraph);
          paragraph = el("p", {});
        }
        if (line) paragraph.append(kind ? el("mark", { class: kind }, line) : line);
      });
    }
    let at = 0;
    for (const mark of marks) {
      put(at, Math.max(at, mark.start), null);
      put(Math.max(at, mark.start), Math.max(at, mark.end), mark.class);
      at = Math.max(at, mark.end);
      for (const number of mark.remarks) {
        paragraph.append(el("a", { class: "ref", href: `#remark-${number}`, "aria-label": `Remark ${number}` }, String(number)));
      }
    }
    put(at, letters.length, null);
    if (paragraph.hasChildNodes()) draft.append(paragraph);
    const list = el("ol", { class: "remarks" }, remarks.map((one, number) => el("li", { id: `remark-${number + 1}`, class: one.class },
      el("p", {}, el("strong", {}, one.about)), el("p", {}, one.message),
      one.on_file.map((line) => el("p", { class: "hint" }, line)), one.help ? el("p", { class: "hint" }, `What to do: ${one.help}`) : null)));
    $("remarks").replaceChildren(
      el("section", { class: "summary", "aria-label": "In short" }, summary.map((line) => el("p", {}, line))),
      el("div", { class: "two" }, draft, remarks.length > 0 ? list : el("p", {}, "There is nothing to remark.")));
    $("enter").hidden = false;
    $("enter").onclick = () => {
      sessionStorage.setItem("article", text);
      sessionStorage.removeItem("desk");
      location.href = "/enter";
    };
  }

  if ($("audit")) {
    drop($("audit"));
    $("hold").addEventListener("click", hold);
    return;
  }
  if (!$("desk")) return;

  // What this page has written is no news to it.
  async function settled() {
    const now = await ask("/state.json");
    if (now.body.state) document.documentElement.dataset.state = now.body.state;
    const all = await ask("/vocabulary.json");
    if (all.status === 200) words = all.body;
  }

  // Nothing that was typed is lost when the page is loaded again.
  function keep() {
    try {
      sessionStorage.setItem("desk", JSON.stringify(state));
    } catch { /* an article too large to be kept twice is on the page still */ }
  }

  const named = (list, id) => (words.records[list] || []).find((one) => one.id === id);
  const nameOf = (list, id) => {
    if (id === "self") return "the speaker itself";
    if (id === "unknown") return "somebody who is not known";
    const found = named(list, id);
    return found ? found.name : id;
  };
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function matching(list, typed) {
    const parts = plain(typed).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const fits = (one) => {
      const all = plain([one.id, one.name, ...(one.aliases || [])].join(" ")).split(/[^\p{L}\p{N}]+/u);
      return parts.every((part) => all.some((word) => word.startsWith(part)));
    };
    return (words.records[list] || []).filter(fits).slice(0, MOST);
  }

  // ---- a record chosen by a part of its name

  function picker({ label, list, values, many, self, unknown, changed, make = true }) {
    const id = `pick-${fresh += 1}`;
    const box = el("input", {
      id, role: "combobox", "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list", autocomplete: "off",
      placeholder: many ? "type a part of a name" : "", "data-fleeting": true,
    });
    const options = el("ul", { id: `${id}-list`, role: "listbox", class: "options", hidden: true, "aria-label": label });
    const chips = el("ul", { class: "chips" });
    const form = el("div", { class: "make" });
    let shown = [];
    let on = -1;

    function chosen() {
      chips.replaceChildren(...values.map((one, at) => el("li", {}, nameOf(list, one), " ",
        button("×", () => { values.splice(at, 1); chosen(); changed(); box.focus(); }, { "aria-label": `Leave out ${nameOf(list, one)}` }))));
      chips.hidden = values.length === 0;
      box.hidden = !many && values.length > 0;
    }
    function close() {
      options.hidden = true;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
      on = -1;
    }
    function take(option) {
      close();
      if (option.make !== undefined) return maker(option.make);
      if (!many) values.length = 0;
      if (!values.includes(option.id)) values.push(option.id);
      box.value = "";
      chosen();
      changed();
    }
    function open() {
      const typed = box.value.trim();
      shown = matching(list, typed).map((one) => ({ id: one.id, text: one.name === one.id ? one.id : `${one.name} (${one.id})` }));
      if (self && "the speaker itself".startsWith(plain(typed))) shown.unshift({ id: "self", text: "the speaker itself" });
      if (unknown && "not known".startsWith(plain(typed))) shown.push({ id: "unknown", text: "somebody who is not known" });
      if (typed && make && ["parties", "places", "topics", "events"].includes(list)) {
        shown.push({ make: typed, text: `Make “${typed}” new` });
      }
      options.replaceChildren(...shown.map((one, at) => el("li", {
        id: `${id}-${at}`, role: "option", "aria-selected": "false",
        onmousedown: (event) => { event.preventDefault(); take(one); },
      }, one.text)));
      options.hidden = shown.length === 0;
      box.setAttribute("aria-expanded", String(shown.length > 0));
      on = -1;
    }
    function move(step) {
      if (options.hidden) open();
      if (shown.length === 0) return;
      on = (on + step + shown.length) % shown.length;
      [...options.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === on)));
      box.setAttribute("aria-activedescendant", `${id}-${on}`);
      options.children[on].scrollIntoView({ block: "nearest" });
    }
    function maker(name) {
      form.replaceChildren(newRecord(list, { name: [name] }, (made) => {
        form.replaceChildren();
        take({ id: made.id });
        box.focus();
      }, () => { form.replaceChildren(); box.focus(); }));
      form.querySelector("input").focus();
    }
    box.addEventListener("input", open);
    box.addEventListener("focus", () => { if (values.length === 0) open(); });
    box.addEventListener("blur", close);
    box.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter") {
        if (!options.hidden && (on >= 0 || shown.length > 0)) take(shown[Math.max(on, 0)]);
      } else if (event.key === "Escape") {
        close();
      } else {
        return;
      }
      event.preventDefault();
    });
    chosen();
    return el("div", { class: "pick" }, el("label", { for: id }, label), chips, box, options, form);
  }

  // A record that is not on file, made here.
  function newRecord(list, given, done, undone) {
    const one = { parties: "party", places: "place", topics: "topic", events: "event" }[list];
    const first = (key) => (given[key] || [])[0] || "";
    const name = el("input", { value: first("name"), "data-fleeting": true });
    const kind = el("select", { "data-fleeting": true }, words.kinds.map((word) => el("option", { selected: word === first("kind") }, word)));
    const whole = [...(given["part-of"] || [])].filter((id) => named("parties", id));
    const date = el("input", { value: first("date"), "data-fleeting": true });
    const fault = el("p", { class: "trouble", role: "alert" });
    async function send() {
      const record = { id: given.id, name: name.value, title: given.title };
      if (list === "parties") Object.assign(record, { kind: kind.value, "part-of": whole });
      if (list === "events") record.date = date.value;
      const answer = await ask("/party", { list, record });
      if (answer.status !== 200) {
        const wrong = (answer.body.wrong || []).map((one) => one.message).join(" ");
        fault.textContent = wrong || trouble(answer);
        return;
      }
      await settled();
      say(`${answer.body.name} is on file now.`);
      done(answer.body);
    }
    return el("fieldset", { class: "new" },
      el("legend", {}, `A new ${one}`),
      el("label", {}, "Name ", name),
      list === "parties" ? el("label", {}, "Kind ", kind) : null,
      list === "parties" ? picker({ label: "Part of", list: "parties", values: whole, many: true, make: false, changed() {} }) : null,
      list === "events" ? el("label", {}, "Day ", date) : null,
      el("p", {}, button(`Make this ${one}`, send), " ", undone ? button("Not now", undone) : null),
      fault);
  }

  // ---- the article

  function begin() {
    $("begin").hidden = false;
    $("columns").hidden = true;
    const sources = words.records.sources.filter((one) => one.archived);
    $("kept").replaceChildren(el("option", { value: "" }, "—"),
      ...sources.map((one) => el("option", { value: one.id }, [one.name, one.published].filter(Boolean).join(", "))));
    $("about").replaceChildren(el("option", { value: "" }, "nothing that is on file"),
      ...words.records.events.map((one) => el("option", { value: one.id }, one.name)));
    $("outlets").replaceChildren(...words.records.parties.map((one) => el("option", { value: one.name })));
    const asked = new URLSearchParams(location.search);
    if (asked.get("source")) $("kept").value = asked.get("source");
    if (asked.get("about")) $("about").value = asked.get("about");
    else if (words.records.events.length === 1) $("about").value = words.records.events[0].id;
    const handed = sessionStorage.getItem("article");
    if (handed) {
      $("text").value = handed;
      sessionStorage.removeItem("article");
    }
  }

  async function read(yes) {
    const value = (id) => $(id).value.trim();
    const body = { about: value("about"), yes };
    if (value("text")) body.text = $("text").value;
    else if (dropped) body.file = dropped;
    else if (value("kept")) body.source = value("kept");
    if (!body.source) for (const key of ["outlet", "published", "title", "url"]) body[key] = value(key);
    say("Reading …");
    const answer = await ask("/article", body);
    if (answer.status !== 200) return say(trouble(answer), true);
    if (answer.body.first) {
      const { yaml, copy } = answer.body.first;
      $("first").replaceChildren(
        el("h2", {}, "First the source is recorded"),
        el("p", {}, `A copy of the text is kept as ${copy}, so that every quotation can be compared with it.`),
        el("pre", {}, yaml),
        el("p", {}, button("Record it and go on", () => read(true), { id: "record" }), " ", button("Not yet", () => { $("first").hidden = true; })));
      $("first").hidden = false;
      $("record").focus();
      return say("");
    }
    if (yes) await settled();
    const { text, source, about, statements } = answer.body;
    state = { text, source, about, at: -1, made: answer.body.new, entries: statements.map(entry) };
    dropped = null;
    say("");
    show();
    step(1);
  }

  function entry(told) {
    const record = told.record || {};
    const positions = [];
    for (const one of told.propositions || []) {
      positions.push({ stance: one.stance, says: one.proposition, from: part(one.words), sure: one.sure });
    }
    for (const stance of STANCES) {
      for (const one of record[stance] || []) positions.push(typeof one === "string" ? { stance, says: one } : { stance, ...one });
      delete record[stance];
    }
    return {
      pieces: told.pieces || [[told.start, told.end]], kind: told.kind, paragraph: told.paragraph, cue: told.cue,
      how: told.how, speaker: told.speaker, known: told.known, onFile: told.on_file,
      record, positions, questions: told.questions || [], built: null,
      state: told.known ? "on file" : "open", confirmed: !told.speaker,
    };
    function part([start, end]) {
      return [start, end];
    }
  }

  function show() {
    $("begin").hidden = true;
    $("first").hidden = true;
    $("columns").hidden = false;
    const letters = [...state.text];
    const owner = new Int32Array(letters.length).fill(-1);
    // Of two that overlap the shorter stands inside the longer.
    const long = (one) => one.pieces.reduce((sum, [start, end]) => sum + end - start, 0);
    const order = state.entries.map((_, at) => at).sort((a, b) => long(state.entries[b]) - long(state.entries[a]));
    for (const at of order) for (const [start, end] of state.entries[at].pieces) owner.fill(at, start, end);
    const article = $("article");
    article.replaceChildren();
    let paragraph = el("p", {});
    const begun = new Set();
    for (let from = 0; from < letters.length;) {
      if (letters[from] === "\n") {
        if (paragraph.hasChildNodes()) article.append(paragraph);
        paragraph = el("p", {});
        from += 1;
        continue;
      }
      let to = from;
      while (to < letters.length && owner[to] === owner[from] && letters[to] !== "\n") to += 1;
      const text = letters.slice(from, to).join("");
      if (owner[from] < 0) {
        paragraph.append(text);
      } else {
        const at = owner[from];
        paragraph.append(el("span", {
          class: "said", role: "button", tabindex: begun.has(at) ? "-1" : "0", "data-at": at,
          onclick: () => { if (String(getSelection()).trim() === "") select(at, true); },
          onkeydown: (event) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            select(at, true);
          },
        }, text));
        begun.add(at);
      }
      from = to;
    }
    if (paragraph.hasChildNodes()) article.append(paragraph);
    marks();
  }

  // How each attribution stands, in the text and in one line above it.
  function marks() {
    for (const span of document.querySelectorAll("#article .said")) {
      const at = Number(span.dataset.at);
      const one = state.entries[at];
      span.dataset.state = one.state;
      if (at === state.at) span.setAttribute("aria-current", "true");
      else span.removeAttribute("aria-current");
      span.title = { "on file": "on file", saved: "saved", skipped: "skipped", open: "not yet looked at", looked: "proposed" }[one.state];
    }
    const done = state.entries.filter((one) => !["open", "looked"].includes(one.state)).length;
    $("progress").textContent = state.entries.length === 0
      ? "Nobody is found to say anything in it. Select words in it, and make a statement of them."
      : `${done} of ${state.entries.length} done`;
    keep();
  }

  // ---- the statement at hand

  function step(by) {
    const all = state.entries;
    const open = (one) => ["open", "looked"].includes(one.state);
    for (let count = 1; count <= all.length; count += 1) {
      const at = (state.at + by * count + all.length * 2) % all.length;
      if (open(all[at])) return select(at, true);
    }
    if (all.length > 0) say("All of them are done.");
    $("form").replaceChildren(el("p", {}, all.length > 0 ? "All of them are done. What they make stands on the " : "",
      all.length > 0 ? el("a", { href: "/" }, "overview") : null, all.length > 0 ? "." : null));
    state.at = -1;
    marks();
  }

  function select(at, focus) {
    state.at = at;
    const one = state.entries[at];
    if (one.state === "open") one.state = "looked";
    form(one);
    marks();
    const span = document.querySelector(`#article .said[data-at="${at}"]`);
    if (span) span.scrollIntoView({ block: "nearest" });
    if (focus) ($("form").querySelector("[data-first]") || $("form").querySelector("input, button, textarea")).focus();
  }

  function selection() {
    const chosen = getSelection();
    if (!chosen.rangeCount || !$("article").contains(chosen.anchorNode)) return "";
    return chosen.toString().replace(/\s+/g, " ").trim().replace(/^[“”"«„]+|[“”"»]+$/g, "").trim();
  }

  function form(one) {
    const target = $("form");
    const number = state.entries.indexOf(one) + 1;
    const place = one.paragraph ? `, ¶${one.paragraph}` : "";
    const heading = el("h2", {}, `${number} of ${state.entries.length}`, el("span", { class: "remark" }, ` ${one.kind || "by hand"} speech${place}`));
    if (one.known) {
      target.replaceChildren(heading, el("p", {}, "It is on file already: ", el("a", { href: `/statement/${one.known}` }, one.onFile || one.known)),
        el("p", {}, button("Next", () => step(1), { "data-first": true })));
      return;
    }
    const record = one.record;
    for (const key of ["by", "date", "locator", "quote", "anonymous", "via", "citing", "note"]) record[key] = record[key] || [];
    if (state.source && !record.source) record.source = [state.source];
    const changed = () => { keep(); soon(one); };
    const line = (key, label, hint) => {
      const id = `field-${key}`;
      return el("div", { class: "field" }, el("label", { for: id }, label),
        el("input", { id, value: record[key][0] || "", "data-fleeting": true, oninput: (event) => { record[key] = event.target.value ? [event.target.value] : []; changed(); } }),
        hint ? el("p", { class: "hint", id: `${id}-hint` }, hint) : null);
    };
    const quote = el("textarea", { id: "field-quote", rows: 4, value: record.quote.join("\n"), "data-fleeting": true,
      oninput: (event) => { record.quote = event.target.value.split("\n").map((text) => text.trim()).filter(Boolean); changed(); } });
    const use = button("Use the words selected in the article", () => {
      const text = selection();
      if (!text) return say("Select words in the article first.", true);
      quote.value = text;
      record.quote = [text];
      changed();
    });
    target.replaceChildren(
      heading,
      speaker(one, changed),
      newcomers(one),
      line("date", "Day", ""),
      el("div", { class: "field" }, el("label", { for: "field-quote" }, "Words, as they were said (each piece on a line)"), quote, el("p", {}, use)),
      positions(one, changed),
      el("details", {}, el("summary", {}, "More: unnamed, carried by, on whose word, place, note"),
        line("anonymous", "Not named, but described as", "“a senior official”; the speaker is then the body, or nobody known"),
        picker({ label: "Carried by", list: "parties", values: record.via, many: true, changed }),
        picker({ label: "On the word of", list: "parties", values: record.citing, many: true, changed }),
        line("locator", "Place in the source", ""), line("note", "Note", "")),
      el("p", { class: "does" },
        button("Save", () => save(one), { id: "save", "aria-keyshortcuts": "Control+Enter" }), " ",
        button("Skip", () => { one.state = "skipped"; step(1); }), " ",
        button("Back", () => back())),
      el("section", { id: "foreseen", "aria-live": "polite", "aria-label": "What it would be" }));
    soon(one);
  }

  function back() {
    const before = state.entries.slice(0, Math.max(state.at, 0)).map((one, at) => [one, at]).reverse();
    const found = before.find(([one]) => !["on file", "saved"].includes(one.state));
    if (found) select(found[1], true);
    else say("There is none before it that is not saved.");
  }

  // Whether the speaker is on file, and somebody has still to say that it is the one.
  const proposed = (one) => !one.confirmed && one.record.by.length > 0 && one.record.by.every((id) => named("parties", id));

  function speaker(one, changed) {
    const field = el("div", { class: "field speaker" });
    function draw() {
      if (proposed(one)) {
        const who = one.record.by.map((id) => nameOf("parties", id)).join(" and ");
        const from = one.speaker && one.speaker.text ? `, by “${one.speaker.text}”` : "";
        field.replaceChildren(
          el("p", {}, el("strong", {}, who), ` ${one.record.by.length > 1 ? "are" : "is"} proposed as the speaker${from}.`),
          el("p", {}, button(`Yes, ${who}`, () => { one.confirmed = true; draw(); changed(); $("form").querySelector("#stance").focus(); }, { "data-first": true }), " ",
            button("Somebody else", () => { one.confirmed = true; one.record.by = []; delete one.record.id; draw(); changed(); field.querySelector("input").focus(); })));
        return;
      }
      field.replaceChildren(picker({
        label: "Speaker", list: "parties", values: one.record.by, many: true, unknown: true,
        changed: () => { one.confirmed = true; delete one.record.id; changed(); },
      }));
    }
    draw();
    return field;
  }

  // Records that the proposals need and that are not on file.
  function newcomers(one) {
    const texts = [...one.record.by, ...one.record.via, ...one.record.citing, ...one.positions.map((it) => it.says || "")];
    const needs = (id) => texts.some((text) => text.split(/[^a-z0-9-]+/).includes(id));
    const first = (record, key) => (record[key] || [])[0] || "";
    const open = state.made.filter(({ list, record }) => needs(first(record, "id")) && !named(list, first(record, "id")));
    return el("div", { class: "newcomers" }, open.map(({ list, record, words: told }) => {
      const box = el("div", {});
      box.append(el("p", {}, el("strong", {}, first(record, "name")), ` is not on file yet. “${told}”`),
        newRecord(list, record, () => form(one), null));
      return box;
    }));
  }

  // ---- what is said: a sentence put together from menus

  function positions(one, changed) {
    const list = el("ul", { class: "positions" });
    const box = el("fieldset", { class: "sentence" }, el("legend", {}, "What is said"), list);
    const letters = [...state.text];
    function draw() {
      list.replaceChildren(...one.positions.map((it, at) => {
        const from = it.from ? letters.slice(it.from[0], it.from[1]).join("") : "";
        const own = el("input", { value: it.quote || "", "data-fleeting": true, "aria-label": "Its part of the words",
          oninput: (event) => { it.quote = event.target.value; changed(); } });
        return el("li", {}, el("span", { class: "read-back", "data-at": at }, `${it.stance}: ${it.says || it.predicate}`),
          from ? el("span", { class: "remark" }, `proposed from “${from}”; how sure: ${it.sure}`) : null,
          el("span", { class: "own" }, button("Leave out", () => { one.positions.splice(at, 1); draw(); changed(); }),
            el("details", { open: Boolean(it.quote) }, el("summary", {}, "Its own part of the words"), own, " ",
              button("Those selected in the article", () => { own.value = selection(); it.quote = own.value; changed(); }))));
      }), ...one.questions.map((it, at) => {
        const all = it.one_of || [it.proposition];
        return el("li", {}, `“${letters.slice(it.words[0], it.words[1]).join("")}” may mean: `,
          all.map((says) => button(`${it.stance} ${says}`, () => {
            one.positions.push({ stance: it.stance, says });
            one.questions.splice(at, 1);
            draw();
            changed();
          })), " ", button("none of these", () => { one.questions.splice(at, 1); draw(); }));
      }));
    }
    draw();
    const built = one.built || (one.built = { stance: "", predicate: "", arguments: [], value: "", free: false });
    const stance = el("select", { id: "stance", "data-fleeting": true, "aria-label": "What the speaker does" },
      el("option", { value: "" }, "choose: says that, denies that …"),
      words.stances.map((it) => el("option", { value: it.key, selected: it.key === built.stance }, it.words)));
    const predicate = el("select", { id: "predicate", "data-fleeting": true, "aria-label": "What about" },
      el("option", { value: "" }, "choose what about"),
      words.questions.map((question) => el("optgroup", { label: question.words },
        words.predicates.filter((it) => it.asks === question.asks)
          .map((it) => el("option", { value: it.id, selected: it.id === built.predicate }, it.sentence)))));
    const blanks = el("div", { class: "blanks" });
    const another = button("And another sentence", () => {
      if (!complete(built)) return say("Fill in the sentence first.", true);
      one.positions.push(position(built));
      one.built = null;
      form(one);
      $("stance").focus();
    });
    function fill(begin) {
      const it = words.predicates.find((other) => other.id === built.predicate);
      if (!it) return blanks.replaceChildren();
      if (begin) {
        built.arguments = it.arguments.map(({ list }, at) => {
          if (list === "events" && state.about) return [state.about];
          return list === "parties" && at === 0 && state.about ? ["self"] : [];
        });
        built.value = "";
        built.picked = [];
      }
      const valued = it.value && (words.stances.find((other) => other.key === built.stance) || {}).valued;
      blanks.replaceChildren(...it.parts.map((part) => {
        if (part.words) return el("span", { class: "words" }, part.words);
        if (part.argument !== undefined) {
          const { kind, list, optional } = it.arguments[part.argument];
          return picker({ label: optional ? `${kind}, or none` : kind, list, values: built.arguments[part.argument], self: list === "parties", changed });
        }
        if (!valued) return el("span", { class: "words" }, "…");
        const line = el("input", { value: built.value, "data-fleeting": true, "aria-label": it.value.asked, placeholder: it.value.asked,
          oninput: (event) => { built.value = event.target.value; built.free = it.value.free; changed(); } });
        if (!it.value.list) return line;
        const pick = picker({ label: it.value.list === "topics" ? "what it was" : "which", list: it.value.list, values: built.picked || (built.picked = []), changed });
        return it.value.free ? el("span", { class: "either" }, pick, el("label", {}, "or in free words ", line)) : pick;
      }));
    }
    stance.addEventListener("change", () => { built.stance = stance.value; fill(false); changed(); });
    predicate.addEventListener("change", () => { built.predicate = predicate.value; fill(true); changed(); });
    fill(false);
    box.append(el("div", { class: "menus" }, stance, " ", predicate), blanks, el("p", {}, another));
    return box;
  }

  function complete(built) {
    if (!built || !built.stance || !built.predicate) return false;
    const it = words.predicates.find((other) => other.id === built.predicate);
    const whole = it.arguments.every(({ optional }, at) => optional || (built.arguments[at] || []).length > 0);
    const valued = it.value && words.stances.find((other) => other.key === built.stance).valued;
    return whole && (!valued || Boolean(built.value.trim()) || (built.picked || []).length > 0);
  }

  function position(built) {
    const picked = (built.picked || [])[0];
    return {
      stance: built.stance, predicate: built.predicate, arguments: built.arguments.map((one) => one[0] || ""),
      value: picked || built.value, free: picked ? false : built.free,
    };
  }

  // ---- looked at, and saved

  function record(one) {
    const all = {};
    for (const [key, value] of Object.entries(one.record)) if (value && value.length > 0) all[key] = value;
    const said = [...one.positions];
    if (complete(one.built)) said.push(position(one.built));
    for (const { stance, from, sure, ...it } of said) {
      if (!it.quote) delete it.quote;
      (all[stance] = all[stance] || []).push(it);
    }
    return all;
  }

  function soon(one) {
    clearTimeout(timer);
    timer = setTimeout(() => look(one), PAUSE);
  }

  async function look(one) {
    const number = looked += 1;
    const answer = await ask("/preview", { record: record(one) });
    if (number !== looked || state.entries[state.at] !== one || !$("foreseen")) return;
    if (answer.status !== 200) return $("foreseen").replaceChildren(el("p", { class: "trouble" }, trouble(answer)));
    one.seen = answer.body;
    $("foreseen").replaceChildren(...foreseen(answer.body));
    const day = answer.body.date || {};
    const hint = $("field-date").parentNode;
    hint.querySelector(".day")?.remove();
    if (day.words) hint.append(el("p", { class: "hint day" }, day.words));
    // What is in the list is read back in words.
    const told = [...(answer.body.words || [])];
    for (const line of document.querySelectorAll("#form .read-back")) {
      const it = one.positions[Number(line.dataset.at)];
      const at = told.findIndex((other) => other.stance === it.stance && other.words && (!it.says || other.position.says === it.says));
      if (at >= 0) line.textContent = told.splice(at, 1)[0].words;
    }
  }

  function foreseen(body) {
    const parts = [];
    if (body.missing.length > 0) {
      const names = { by: "the speaker", date: "the day" };
      parts.push(el("p", {}, `Still needed: ${body.missing.map((key) => names[key] || key).join(" and ")}.`));
    }
    for (const one of body.words || []) {
      parts.push(el("p", { class: "back" }, one.words || `This names something that is not on file: ${one.position.says}`));
    }
    const groups = [
      ["wrong", "It cannot be written"], ["doubtful", "Doubtful"], ["contradicts", "It would contradict"],
      ["unverified", "It would leave unverified or unanswered"], ["agrees", "It would agree"],
    ];
    for (const [key, title] of groups) {
      const all = body[key] || [];
      if (all.length === 0) continue;
      parts.push(el("h3", { class: `head-${key}` }, title), ...all.map((one) => finding(one)));
    }
    if (body.makes) parts.push(el("p", { class: "makes" }, `It makes ${body.makes}`));
    if (body.yaml) parts.push(el("details", {}, el("summary", {}, `The record, in ${body.path}`), el("pre", { tabindex: "0" }, body.yaml)));
    return parts;
  }

  function finding(one) {
    return el("article", { class: "finding" }, el("h4", {}, one.question),
      one.sides.map((side) => el("div", { class: "side" }, el("p", {}, el("strong", {}, side.who), ` ${side.says}`), el("ul", { class: "said-by" }, side.words.map((text) => el("li", {}, text))))),
      one.words.length > 0 ? el("ul", {}, one.words.map((text) => el("li", {}, text))) : null,
      one.message ? el("p", {}, one.message) : null,
      one.help ? el("p", { class: "hint" }, `What to do: ${one.help}.`) : null);
  }

  async function save(one) {
    if (proposed(one)) {
      say("Say first whether that is the speaker.", true);
      $("form").querySelector("[data-first]")?.focus();
      return;
    }
    $("save").disabled = true;
    const answer = await ask("/save", { record: record(one), seen: one.seen && one.seen.seen });
    if ($("save")) $("save").disabled = false;
    if (answer.status === 200) {
      one.state = "saved";
      one.known = answer.body.id;
      one.onFile = answer.body.id;
      await settled();
      say(`Saved as ${answer.body.id} in ${answer.body.path}, line ${answer.body.line}.`);
      return step(1);
    }
    if (answer.status === 409) {
      const before = one.seen;
      one.seen = answer.body;
      say("Somebody has changed the ledger meanwhile. Nothing was written, and nothing is lost: save again if it is still what you want.", true);
      $("foreseen").replaceChildren(el("div", { class: "both" },
        el("section", {}, el("h3", {}, "As you saw it"), ...foreseen(before)),
        el("section", {}, el("h3", {}, "As it is now"), ...foreseen(answer.body))));
      $("save").focus();
      return;
    }
    if (answer.body.yaml) $("foreseen").replaceChildren(...foreseen(answer.body));
    say(answer.body.message ? trouble(answer) : "It cannot be written as it is: see below.", true);
  }

  // ---- what the page listens to

  document.documentElement.setAttribute("data-keep", "");
  $("read").addEventListener("click", () => read(false));
  drop($("begin"));
  $("other").addEventListener("click", () => {
    sessionStorage.removeItem("desk");
    state = { source: null, about: null, text: "", entries: [], made: [], at: -1 };
    begin();
    $("text").focus();
  });
  $("by-hand").addEventListener("click", () => {
    const text = selection();
    if (!text) return say("Select words in the article first.", true);
    state.entries.push({
      pieces: [], kind: "", record: { quote: [text] }, positions: [], questions: [], built: null, state: "open", confirmed: true,
    });
    select(state.entries.length - 1, true);
  });
  document.addEventListener("keydown", (event) => {
    if ($("columns").hidden) return;
    if (event.key === "Enter" && event.ctrlKey && $("save")) {
      event.preventDefault();
      save(state.entries[state.at]);
    } else if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    }
  });

  (async () => {
    const all = await ask("/vocabulary.json");
    if (all.status !== 200) return say(trouble(all), true);
    words = all.body;
    begin();
    const before = sessionStorage.getItem("desk");
    if (!before || location.search) return;
    try {
      state = JSON.parse(before);
      if (state.text) {
        show();
        if (state.at >= 0) select(state.at, false);
      }
    } catch {
      sessionStorage.removeItem("desk");
    }
  })();
})();
