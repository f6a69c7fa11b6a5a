// Opens a page of `gainsay report` in headless Chromium as people would, and says what they would stumble over.
// Usage: node page.mjs PAGE HOSTILE-PAGE EDITION HOSTILE-EDITION, the latter two for readers. Prints a line for each fault, and ends with 1 where there is one.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const [page, hostile, edition, hostileEdition] = process.argv.slice(2);
const faults = [];
const fault = (what) => faults.push(what);

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

/** Opens a page; whatever it logs, asks for or says in a dialog is a fault. */
async function open(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  const address = pathToFileURL(file).href;
  tab.on("console", (message) => fault(`console: ${message.text()}`));
  tab.on("pageerror", (error) => fault(`error: ${error.message}`));
  tab.on("dialog", (dialog) => { fault(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  tab.on("request", (request) => { if (request.url() !== address) fault(`request: ${request.url()}`); });
  await tab.goto(address);
  return tab;
}

/** How many entries are to be seen. */
const shown = (tab) => tab.evaluate(() =>
  [...document.querySelectorAll("[data-f]")].filter((entry) => entry.getClientRects().length > 0).length);

// Filters: each choice leaves just what bears its mark, and all can be had back.
{
  const tab = await open(page);
  const all = await shown(tab);
  if (all < 10) fault(`only ${all} entries on the page`);
  for (const id of ["party", "event", "standing"]) {
    const values = await tab.locator(`#${id} option`).evaluateAll((options) => options.map((one) => one.value).filter(Boolean));
    if (values.length === 0) fault(`nothing to choose from in #${id}`);
    for (const value of values) {
      await tab.selectOption(`#${id}`, value);
      const [bear, see, told] = await tab.evaluate((value) => {
        const entries = [...document.querySelectorAll("[data-f]")];
        const bears = (entry) => entry.dataset.f.split(" ").includes(value);
        const seen = entries.filter((entry) => entry.getClientRects().length > 0);
        return [entries.filter(bears).length, seen.every(bears) ? seen.length : -1, document.getElementById("told").textContent];
      }, value);
      if (bear !== see) fault(`filter ${id}=${value}: ${bear} entries bear it, ${see} are shown`);
      if (!told.startsWith(`${bear} of ${all} `)) fault(`filter ${id}=${value} says: ${told}`);
    }
    await tab.click("button[type=reset]");
    await tab.waitForTimeout(20);
    if (await shown(tab) !== all) fault(`after the filter ${id}, not everything comes back`);
  }
  // Print is whole, whatever is filtered.
  await tab.selectOption("#standing", "unanswered");
  if (await shown(tab) >= all) fault("the filter leaves everything");
  await tab.emulateMedia({ media: "print" });
  if (await shown(tab) !== all) fault("what is filtered away is not printed");
  const hidden = await tab.evaluate(() => [...document.querySelectorAll("main *, header *")]
    .filter((one) => getComputedStyle(one).display === "none" || getComputedStyle(one).visibility === "hidden")
    .filter((one) => !one.closest("nav, #filters, .up, .narrow, script"))
    .map((one) => one.outerHTML.slice(0, 80)));
  hidden.forEach((one) => fault(`not printed: ${one}`));
  await tab.emulateMedia({ media: "screen" });
  // A link to what is filtered away lifts the filter.
  const away = await tab.evaluate(() => document.querySelector("article[id].out")?.id);
  if (!away) fault("the filter hides no statement");
  await tab.evaluate((id) => { location.hash = id; }, away);
  await tab.waitForTimeout(50);
  if (await shown(tab) !== all) fault("a link to what is filtered away leads nowhere");
}

// Keyboard: whatever can be used is reached with the tab key, in the order of the page, and shows that it has the focus.
{
  const tab = await open(page);
  const wanted = await tab.evaluate(() => [...document.querySelectorAll("a[href], select, button, [tabindex='0']")]
    .filter((one) => one.getClientRects().length > 0).map((one, at) => { one.dataset.at = at; return at; }));
  const reached = [];
  for (let step = 0; step < wanted.length; step += 1) {
    await tab.keyboard.press("Tab");
    const [at, style] = await tab.evaluate(() => {
      const here = document.activeElement;
      return [Number(here.dataset.at), getComputedStyle(here).outlineStyle];
    });
    reached.push(at);
    if (style === "none") fault(`focus cannot be seen on element ${at}`);
  }
  if (reached.join() !== wanted.join()) fault(`the tab key reaches ${reached.slice(0, 9)}… of ${wanted.length}`);
  if (reached.length < 20) fault("hardly anything can be reached with the keyboard");
}

// Phone, desktop, light, dark: nothing is cut off, no picture's words are small or lie on one another, axe is content.
const screens = [page, edition].flatMap((file) =>
  [[1280, "light"], [1280, "dark"], [390, "light"], [390, "dark"]].map((screen) => [file, ...screen]));
for (const [file, width, colorScheme] of screens) {
  const where = `${file === edition ? "edition, " : ""}${width} ${colorScheme}`;
  const tab = await open(file, { viewport: { width, height: 844 }, colorScheme });
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) fault(`${where}: the page is ${wide} pixels too wide`);
  const pictures = await tab.evaluate(() => [...document.querySelectorAll("svg")]
    .filter((svg) => svg.getClientRects().length > 0).flatMap((svg) => {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll("text")].map((text) => ({ words: text.textContent, box: text.getBoundingClientRect(),
        size: parseFloat(getComputedStyle(text).fontSize) * frame.width / svg.viewBox.baseVal.width }));
      const found = [];
      texts.forEach((one, at) => {
        if (one.box.left < frame.left - 1 || one.box.right > frame.right + 1) found.push(`cut off: ${one.words}`);
        if (one.size < 11.5) found.push(`small (${one.size}): ${one.words}`);
        texts.slice(at + 1).forEach((other) => {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          if (across > 2 && down > 4) found.push(`on one another: ${one.words} | ${other.words}`);
        });
      });
      return found;
    }));
  pictures.forEach((one) => fault(`${where}: picture: ${one}`));
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  violations.filter((one) => ["serious", "critical"].includes(one.impact)).forEach((one) =>
    fault(`${where}: axe: ${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`));
}

// Without its script the page is whole.
{
  const tab = await open(page, { javaScriptEnabled: false });
  if (await tab.locator("#filters").isVisible()) fault("filters are shown that cannot work");
  if (await tab.locator("[data-f]").count() !== await tab.locator("[data-f]:visible").count()) fault("hidden without script");
}

// The policy: what somebody smuggled in would not run. And nothing that a ledger holds runs.
{
  const tab = await open(page);
  const before = faults.length;
  const ran = await tab.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.smuggled = true";
    document.body.append(script);
    return window.smuggled === true;
  });
  if (ran) fault("a script from elsewhere runs");
  if (faults.length === before) fault("the policy refuses nothing");
  else faults.length = before;
}
{
  const tab = await open(hostile);
  const [scripts, odd] = await tab.evaluate(() => [document.scripts.length,
    document.querySelectorAll("img, iframe, object, [onerror], [onclick], [onload], a[href^='javascript' i], a[href^='data' i]").length]);
  if (scripts !== 1 || odd > 0) fault(`hostile: ${scripts} scripts, ${odd} strange elements`);
}

{
  const tab = await open(hostileEdition, { viewport: { width: 390, height: 844 } });
  const [odd, wide] = await tab.evaluate(() => [
    document.querySelectorAll("script, img, iframe, object, [onerror], a[href^='javascript' i], a[href^='data' i]").length,
    document.documentElement.scrollWidth - document.documentElement.clientWidth]);
  if (odd > 0 || wide > 0) fault(`hostile edition: ${odd} strange elements, ${wide} pixels too wide`);
}

await browser.close();
faults.forEach((one) => console.log(one));
process.exitCode = faults.length > 0 ? 1 : 0;
