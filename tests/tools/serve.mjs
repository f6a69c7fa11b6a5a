// Opens the desk in headless Chromium as people would, and says what they would stumble over.
// Usage: node serve.mjs ADDRESS FILE, the address as `gainsay serve` prints it, FILE a ledger file of the store. Prints a line
// for each fault, and ends with 1 where there is one.
import { appendFileSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const [address, file] = process.argv.slice(2);
const base = new URL("/", address).href.slice(0, -1);
const faults = [];
const fault = (what) => faults.push(what);

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

/** A window; whatever it logs, asks elsewhere for or says in a dialog is a fault. */
async function opened(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  tab.on("console", (message) => fault(`console: ${message.text()}`));
  tab.on("pageerror", (error) => fault(`error: ${error.message}`));
  tab.on("dialog", (dialog) => { fault(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  tab.on("request", (request) => { if (!request.url().startsWith(base)) fault(`request: ${request.url()}`); });
  return tab;
}

// The secret leaves the address, and is known on further pages.
{
  const tab = await opened();
  await tab.goto(address);
  await tab.waitForFunction(() => location.hash === "");
  const kept = await tab.evaluate(() => localStorage.getItem("token"));
  if (`#${kept}` !== new URL(address).hash) fault("the secret is not kept");
}

// Phone, desktop, light, dark: nothing is cut off, axe is content; every page is reached from the first.
{
  const first = await opened();
  await first.goto(`${base}/`);
  const ways = await first.locator("nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  if (ways.length < 8) fault(`only ${ways.length} ways from the first page`);
  await first.goto(`${base}/findings`);
  const finding = await first.locator(".finding .settle").first().getAttribute("href");
  const pages = [...ways, finding, "/method", "/party/front", "/event/quay-fire", "/statement/f-denies", "/statements?checked=no", "/merge?party=front&other=estia", "/source/wire-1", "/search?q=quay",
    "/proposition?is=carried-out(front,quay-fire)", "/table?about=front"];
  for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [390, "light"], [390, "dark"]]) {
    const tab = await opened({ viewport: { width, height: 844 }, colorScheme });
    for (const page of pages) {
      const where = `${page} ${width} ${colorScheme}`;
      const reply = await tab.goto(base + page);
      if (reply.status() !== 200) fault(`${where}: ${reply.status()}`);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) fault(`${where}: the page is ${wide} pixels too wide`);
      await tab.evaluate(`(() => { ${axe}; window.axe = axe; })()`).catch((error) => fault(`${where}: ${error.message}`));
      const { violations } = await tab.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      violations.filter((one) => ["serious", "critical"].includes(one.impact)).forEach((one) =>
        fault(`${where}: axe: ${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`));
    }
  }
}

// The search: by keyboard alone, from a slash to the page of what was found.
{
  const tab = await opened();
  await tab.goto(`${base}/`);
  await tab.keyboard.press("/");
  await tab.keyboard.type("free fr");
  await tab.waitForSelector('#found > a:first-child[href="/party/front"]');
  await tab.keyboard.press("ArrowDown");
  await tab.keyboard.press("Enter");
  await tab.waitForURL(/\/party\/front$/).catch(() => fault(`the search led to ${tab.url()}`));
}

// A file changes: a page on which nothing was typed shows it by itself, one with a text begun says so and keeps the text.
{
  const reader = await opened();
  await reader.goto(`${base}/statements`);
  const writer = await opened();
  await writer.goto(`${base}/statements`);
  await writer.evaluate(() => {
    const field = document.createElement("textarea");
    document.getElementById("main").append(field);
    field.value = "begun";
  });
  appendFileSync(file, "  - {id: late, by: estia, date: 2031-05-06, quote: A late word, asserts: ['happened(quay-fire)']}\n");
  await reader.waitForSelector("text=A late word", { timeout: 8000 }).catch(() => fault("the page does not show the new state"));
  await writer.waitForSelector("#changed:not([hidden])", { timeout: 8000 }).catch(() => fault("nobody says that the ledger has changed"));
  if (await writer.locator("textarea").inputValue() !== "begun") fault("what was begun is lost");
}

// A finding is dealt with where it is shown, by keyboard; who did is remembered; the ledger is then as it was.
{
  const before = readFileSync(file, "utf8");
  const tab = await opened();
  await tab.goto(address);
  await tab.goto(`${base}/party/front`);
  await tab.locator(".settle").first().focus();
  await tab.keyboard.press("Enter");
  await tab.waitForURL(/\/finding\/[0-9a-f]{32}$/);
  await tab.locator("#note").focus();
  await tab.keyboard.type("Both words are printed");
  await tab.keyboard.press("Tab");
  await tab.keyboard.type("A. Lind");
  for (const button of ["Save", "What would it bring?"]) {
    await tab.keyboard.press("Tab");
    if (await tab.evaluate(() => document.activeElement.textContent) !== button) fault(`${button} is not next`);
  }
  await tab.keyboard.press("Enter");
  await tab.locator(".seen", { hasText: "accepted." }).waitFor({ timeout: 8000 }).catch(() => fault("what it would bring is not shown"));
  if (readFileSync(file, "utf8") !== before) fault("a look at a decision writes");
  await tab.keyboard.press("Control+Enter");
  await tab.waitForURL(/\/findings#settled$/).catch(() => fault(`a decision leads to ${tab.url()}`));
  await tab.locator("#settled", { hasText: "accepted by A. Lind" }).waitFor({ timeout: 8000 }).catch(() => fault("it is not shown as accepted"));
  await tab.goto(base + await tab.locator(".finding .settle").first().getAttribute("href"));
  if (await tab.inputValue("#by") !== "A. Lind") fault("the name of who decides is not remembered");
  await tab.click("#undo");
  await tab.waitForSelector("#undo", { state: "detached", timeout: 8000 }).catch(() => fault("a decision is not taken back"));
  await tab.close(); // what follows makes the finding another, and its page would say so
}

// Two parties are made one only as it was seen, and are two again.
{
  const before = readFileSync(file, "utf8");
  const tab = await opened();
  await tab.goto(address);
  await tab.goto(`${base}/party/front`);
  await tab.click("text=The same party as");
  await tab.waitForSelector("#other");
  await tab.locator("#other").focus();
  await tab.keyboard.type("Estia");
  tab.removeAllListeners("console"); // the browser tells of the refusal
  await tab.keyboard.press("Control+Enter");
  await tab.locator(".told", { hasText: "Look at what it would bring first" }).waitFor({ timeout: 8000 }).catch(() => fault("what nobody has seen is merged"));
  if (readFileSync(file, "utf8") !== before) fault("a look at a merge writes");
  await tab.keyboard.press("Control+Enter");
  await tab.waitForURL(/\/party\/front$/).catch(() => fault(`a merge leads to ${tab.url()}`));
  if (readFileSync(file, "utf8").includes("id: estia")) fault("the other party is still there");
  await tab.click("#undo");
  await tab.waitForFunction(() => !document.body.textContent.includes("merge party"), null, { timeout: 8000 }).catch(() => fault("a merge is not taken back"));
  if (readFileSync(file, "utf8") !== before) fault("a merge is not taken back whole");
}

// A second reader checks a statement with a click, and says once who that is.
{
  const tab = await opened();
  await tab.goto(address);
  await tab.goto(`${base}/statements?checked=no`);
  const buttons = tab.locator("button[data-check]");
  const open = await buttons.count();
  tab.removeAllListeners("console"); // the browser tells of the refusal
  await buttons.first().click();
  await tab.locator("#checked", { hasText: "Say who" }).waitFor({ timeout: 8000 }).catch(() => fault("nobody asks who checks"));
  await tab.keyboard.type("B. Holm"); // the field has the focus
  for (let left = open; left > open - 2; left -= 1) {
    await buttons.first().click();
    await tab.waitForFunction((left) => document.querySelectorAll("button[data-check]").length === left - 1, left, { timeout: 8000 })
      .catch(() => fault("a statement that is checked stays in the list"));
  }
  if (!readFileSync(file, "utf8").includes("B. Holm")) fault("who has checked is not written");
}

// A page of another origin can neither read nor post.
{
  const other = createServer((_, reply) => reply.end("<!doctype html><title>other</title>")).listen(0, "127.0.0.1");
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`http://127.0.0.1:${other.address().port}/`);
  const [read, sent, framed] = await tab.evaluate(async (base) => {
    const read = await fetch(`${base}/state.json`).then((reply) => reply.text(), () => "refused");
    const sent = await fetch(`${base}/undo`, { method: "POST", mode: "no-cors", body: "{}" }).then((reply) => reply.type, () => "refused");
    const frame = document.createElement("iframe");
    const loaded = new Promise((done) => { frame.onload = done; });
    frame.src = `${base}/`;
    document.body.append(frame);
    await loaded;
    return [read, sent, frame.contentDocument === null];
  }, base);
  if (read !== "refused") fault(`a page of another origin reads: ${read}`);
  if (!["opaque", "refused"].includes(sent)) fault(`a page of another origin posts: ${sent}`);
  if (!framed) fault("a page of another origin holds ours in a frame that it can read");
  other.close();
}

await browser.close();
faults.forEach((one) => console.log(one));
process.exitCode = faults.length > 0 ? 1 : 0;
