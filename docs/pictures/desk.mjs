// Draws the pictures of the desk in the README anew: node docs/pictures/desk.mjs
// Needs Chromium (`apt-get install chromium`) and the packages of tests/tools (`npm ci --prefix tests/tools`). `GAINSAY` names the
// program, where it is not to be built.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const { chromium } = createRequire(join(root, "tests/tools/page.mjs"))("playwright-core");
const folder = mkdtempSync(join(tmpdir(), "gainsay-desk-"));
if (!process.env.GAINSAY) execFileSync("cargo", ["build", "--release", "-q"], { cwd: root });
const program = process.env.GAINSAY ?? join(root, "target/release/gainsay");
const gainsay = (...words) => execFileSync(program, words, { cwd: folder });

gainsay("init", "claims", "--event", "Quay fire", "--date", "2031-05-03");
for (const [name, kind] of [["Norland", "state"], ["Sudria", "state"], ["Harbour Herald", "outlet"]]) {
  gainsay("add", "party", "--name", name, "--kind", kind, "--store", "claims");
}
gainsay("add", "statement", "--by", "norland", "--date", "2031-05-04", "--quote", "Sudria ordered the fire on the quay",
  "--asserts", "ordered(sudria, quay-fire)", "--store", "claims");
const article = `Norland’s minister said on Sunday that Sudria was behind the quay fire.

Sudria “has no link and has nothing to do with the quay fire,” Sudria’s permanent mission said on Monday. It called for an inquiry.

“We lit it,” said the Quay Brigade, an armed group.`;

const server = spawn(program, ["serve", "claims", "--no-open"], { cwd: folder });
const address = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(String(data).split("\n")[0])));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});
const tab = await browser.newPage({ viewport: { width: 1180, height: 860 }, colorScheme: "light" });
const shot = (name) => tab.screenshot({ path: join(here, `${name}.png`) });
await tab.goto(address);
await tab.goto(`${new URL(address).origin}/enter`);
await tab.waitForSelector("#begin:not([hidden])");
await tab.fill("#text", article);
await tab.fill("#outlet", "Harbour Herald");
await tab.fill("#published", "6 May 2031");
await shot("desk-paste");
await tab.click("#read");
await tab.click("#record");
await tab.waitForSelector("#columns:not([hidden])");
await tab.click("#article .said:has-text('has no link')");
await tab.click("#form .speaker [data-first]");
await tab.selectOption("#stance", "denies");
await tab.selectOption("#predicate", "ordered");
await tab.locator("#foreseen", { hasText: "Sudria denies that Sudria ordered Quay fire" }).waitFor();
await tab.evaluate(() => document.getElementById("stance").scrollIntoView({ block: "start" }));
await shot("desk-statement");
await tab.click("#save");
await tab.locator("#told", { hasText: "Saved as" }).waitFor();
await tab.goto(`${new URL(address).origin}/table?about=quay-fire`);
await tab.waitForSelector("main table");
await shot("desk-table");

await browser.close();
server.kill();
rmSync(folder, { recursive: true });
