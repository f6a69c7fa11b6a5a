// Enters an article at the desk of `gainsay serve` in headless Chromium, by keyboard alone, and says what somebody would stumble over.
// Usage: node desk.mjs ADDRESS-FILE STORE [PICTURES]. Prints a line for each fault, and ends with 1 where there is one.
import { appendFileSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [addressFile, store, pictures] = process.argv.slice(2);
const address = readFileSync(addressFile, "utf8").trim();
const origin = new URL(address).origin;
const article = readFileSync(0, "utf8");
const faults = [];
const fault = (what) => faults.push(what);
const ledger = () => readdirSync(store).filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(join(store, name), "utf8")).join("\n");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  // A browser asks for an icon by itself, and 409 is how the desk says that something has changed.
  tab.on("console", (message) => { if (!/40[49]/.test(message.text())) fault(`console: ${message.text()}`); });
  tab.on("pageerror", (error) => fault(`error: ${error.message}`));
  tab.on("dialog", (dialog) => { fault(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  tab.on("request", (request) => { if (!request.url().startsWith(origin)) fault(`request: ${request.url()}`); });
  await tab.goto(address);
  await tab.goto(`${origin}/enter`);
  await tab.waitForSelector("#begin:not([hidden])");
  return tab;
}

/** Goes with the tab key to an element; its focus must be seen. */
async function reach(tab, selector) {
  for (let step = 0; step < 80; step += 1) {
    const [there, outline] = await tab.evaluate((wanted) => {
      const here = document.activeElement;
      return [here.matches(wanted), getComputedStyle(here).outlineStyle];
    }, selector);
    if (there) {
      if (outline === "none") fault(`focus cannot be seen on ${selector}`);
      return true;
    }
    await tab.keyboard.press("Tab");
  }
  fault(`${selector} is not reached with the tab key`);
  return false;
}

async function picture(tab, name) {
  if (pictures) await tab.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Goes to the statement in which some words stand, by the keys of the page. */
async function go(tab, words) {
  for (let step = 0; step < 20; step += 1) {
    const here = await tab.evaluate(() => document.querySelector("#article .said[aria-current]")?.textContent ?? "");
    if (here.includes(words)) return tab.waitForTimeout(50);
    await tab.keyboard.press("Alt+ArrowDown");
    await tab.waitForTimeout(30);
  }
  fault(`no statement says “${words}”`);
}

const foreseen = async (tab, words) => {
  const found = tab.locator("#foreseen", { hasText: words });
  await found.waitFor({ timeout: 8000 }).catch(() => fault(`“${words}” is not foreseen`));
  return (await tab.textContent("#foreseen")) ?? "";
};
const told = async (tab, words) => {
  await tab.locator("#told", { hasText: words }).waitFor({ timeout: 8000 })
    .catch(async () => fault(`“${words}” is not said, but: ${await tab.textContent("#told")}`));
};

async function looks(tab, where) {
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) fault(`${where}: the page is ${wide} pixels too wide`);
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  violations.filter((one) => ["serious", "critical"].includes(one.impact)).forEach((one) =>
    fault(`${where}: axe: ${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(" | ")}`));
}

// An article, from its text to saved statements, by keyboard.
const tab = await open();
const before = ledger();
await picture(tab, "1-paste");
await reach(tab, "#text");
await tab.keyboard.insertText(article);
await reach(tab, "#outlet");
await tab.keyboard.type("Harbour Herald");
await tab.keyboard.press("Tab");
await reach(tab, "#published");
await tab.keyboard.type("6 May 2031");
await looks(tab, "article");
await reach(tab, "#read");
await tab.keyboard.press("Enter");
await tab.waitForSelector("#record");
if (ledger() !== before) fault("the source is written before anybody said yes");
await picture(tab, "2-source");
await tab.keyboard.press("Enter");
await tab.waitForSelector("#columns:not([hidden])");

await go(tab, "has no link and has nothing to do");
if (!(await tab.textContent("#form .speaker")).includes("Sudria is proposed as the speaker")) fault("Sudria is not proposed");
const unread = ledger();
await tab.keyboard.press("Control+Enter");
await told(tab, "whether that is the speaker");
await tab.keyboard.press("Enter"); // “Yes, Sudria” has the focus
await reach(tab, "#stance");
await tab.keyboard.type("denies that");
await reach(tab, "#predicate");
await tab.keyboard.type("a party ordered");
const clash = await foreseen(tab, "It would contradict");
if (!clash.includes("Sudria lit the quay")) fault(`the words of the other side are not shown: ${clash}`);
await foreseen(tab, "Sudria denies that Sudria ordered the quay fire");
if (!(await tab.textContent("#form")).includes("Monday, 5 May 2031")) fault("Monday is not shown as the day that it would be");
if (ledger() !== unread) fault("a preview writes");
await picture(tab, "3-contradiction");
for (const [width, height] of [[1280, 900], [390, 844]]) {
  for (const colorScheme of ["light", "dark"]) {
    await tab.setViewportSize({ width, height });
    await tab.emulateMedia({ colorScheme });
    await looks(tab, `${width} ${colorScheme}`);
    await picture(tab, `4-${width}-${colorScheme}`);
  }
}
await tab.setViewportSize({ width: 1280, height: 900 });
await tab.emulateMedia({ colorScheme: "light" });
const shown = await tab.textContent("#foreseen pre");
await tab.keyboard.press("Control+Enter");
await told(tab, "Saved as");
const record = shown.split("\n").slice(1).join("\n").trimEnd();
if (!ledger().includes(record)) fault(`the record is not what was shown:\n${record}`);
console.error(record);

// Whoever is not on file is made on the way.
await go(tab, "We lit it");
if (!(await tab.textContent("#form .newcomers")).includes("Quay Brigade")) fault("the brigade is not offered");
await reach(tab, "#form .newcomers button");
await tab.keyboard.press("Enter");
await told(tab, "Quay Brigade is on file now");
await reach(tab, "#form .speaker [data-first]");
await tab.keyboard.press("Enter");

// A file is changed by hand while the form is open: both are shown, and nothing is lost.
await reach(tab, "#stance");
await tab.keyboard.type("says that");
await reach(tab, "#predicate");
await tab.keyboard.type("a party carried out");
await foreseen(tab, "Quay Brigade says that Quay Brigade carried out the quay fire");
await tab.waitForTimeout(400);
appendFileSync(join(store, "a.yaml"),
  "\n  - {id: estia-clears, by: estia, date: 2031-05-04, quote: It was not the brigade, denies: ['carried-out(quay-brigade, quay-fire)']}\n");
await tab.keyboard.press("Control+Enter");
await told(tab, "Somebody has changed the ledger meanwhile");
await foreseen(tab, "As it is now");
if (!(await tab.textContent("#foreseen")).includes("It was not the brigade")) fault("what came meanwhile is not shown");
await picture(tab, "5-changed");
await tab.keyboard.press("Control+Enter");
await told(tab, "Saved as");
if (!ledger().includes("estia-clears") || !ledger().includes("by: quay-brigade")) fault("something was lost");

// Loaded again, the page stands where it was.
const progress = await tab.textContent("#progress");
await tab.reload();
await tab.waitForSelector("#columns:not([hidden])");
if (await tab.textContent("#progress") !== progress) fault("what was done is lost when the page is loaded again");

// Sixty saves at once all land.
const statuses = await tab.evaluate(() => Promise.all(Array.from({ length: 60 }, (_, at) => fetch("/save", {
  method: "POST",
  headers: { "content-type": "application/json", "x-gainsay-token": localStorage.getItem("token") },
  body: JSON.stringify({ record: { by: ["estia"], date: ["2031-05-05"], quote: [`Number ${at} of all that was said`] } }),
}).then((reply) => reply.status))));
if (statuses.some((one) => one !== 200)) fault(`of sixty saves: ${statuses.filter((one) => one !== 200)}`);
const landed = new Set(ledger().match(/Number \d+ of all/g)).size;
if (landed !== 60) fault(`${landed} of sixty saves landed`);

// What somebody wrote into an article or a record is text.
{
  const hostile = await open();
  const sly = "<img src=x onerror=alert(1)><script>alert(2)</script>";
  await hostile.fill("#text", `Norland said ${sly} “${sly} we know nothing,” on Monday.\n\nSly <b>Party</b> said: “${sly}”`);
  await hostile.fill("#title", sly);
  await hostile.fill("#outlet", "Sly <i>Outlet</i>");
  await hostile.fill("#published", "5 May 2031");
  await hostile.click("#read");
  await hostile.click("#record");
  await hostile.waitForSelector("#columns:not([hidden])");
  for (const said of await hostile.locator("#article .said[tabindex='0']").all()) {
    await said.click();
    await hostile.waitForTimeout(400);
  }
  const odd = await hostile.evaluate(() => document.querySelectorAll("main img, main b, main i, main [onerror], main script:not([src])").length);
  if (odd > 0) fault(`hostile: ${odd} strange elements`);
  await looks(hostile, "hostile");
}

// A draft is held against what is on file, and can be entered from there.
{
  const draft = await open();
  await draft.goto(`${origin}/audit`);
  await draft.fill("#text", "Norland said: “Sudria lit the pier that night and nobody else did.”\n\n<b>Estia</b> said: “<img src=x onerror=alert(1)>”");
  await draft.click("#hold");
  await draft.waitForSelector("#remarks .remarks li.warning");
  if (!(await draft.textContent("#remarks")).includes("Sudria lit the quay")) fault("the words on file do not stand beside the draft");
  if (await draft.locator("#remarks img, #remarks b").count() > 0) fault("what stands in a draft is taken for markup");
  await looks(draft, "draft");
  await picture(draft, "6-draft");
  await draft.click("#enter");
  await draft.waitForSelector("#begin:not([hidden])");
  if (!(await draft.inputValue("#text")).includes("Sudria lit the pier")) fault("the draft cannot be entered");
}

// A table and a finding are copied, as rich text and as plain text, without links to this machine.
{
  const copied = await open();
  await copied.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const clipboard = () => copied.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const text = async (kind) => (await item.getType(kind)).text();
    return { rich: await text("text/html"), plain: await text("text/plain") };
  });
  for (const [page, words] of [["table", "Copy this table"], ["findings", "Copy this finding"]]) {
    await copied.goto(`${origin}/${page}?about=quay-fire`);
    await copied.locator("main .copy", { hasText: words }).first().click();
    await copied.locator("main .copy", { hasText: "Copied" }).waitFor({ timeout: 8000 })
      .catch(() => fault(`${page}: nothing is copied`));
    const { rich, plain } = await clipboard();
    if (!rich.includes("Estia") || !plain.includes("Estia")) fault(`${page}: what is copied does not name who spoke: ${plain}`);
    if (/href="?\/|<button|class=/.test(rich)) fault(`${page}: what is copied leads to this machine: ${rich.slice(0, 300)}`);
    if (page === "table" && !(rich.includes("<table") && plain.includes("\t"))) fault(`${page}: it is no table: ${plain}`);
    await looks(copied, page);
  }
}

await browser.close();
faults.forEach((one) => console.log(one));
process.exitCode = faults.length > 0 ? 1 : 0;
