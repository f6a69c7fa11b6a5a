// Draws the pictures of the README anew: node docs/pictures/make.mjs
// Needs Chromium (`apt-get install chromium`) and the packages of tests/tools (`npm ci --prefix tests/tools`).
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const { chromium } = createRequire(join(root, "tests/tools/page.mjs"))("playwright-core");
const folder = mkdtempSync(join(tmpdir(), "gainsay-pictures-"));

/** What gainsay prints, in colour and 96 columns. */
const gainsay = (...words) => execFileSync("cargo", ["run", "--release", "-q", "--", ...words],
  { cwd: root, encoding: "utf8", env: { ...process.env, COLUMNS: "96", CLICOLOR_FORCE: "1" } });

const page = join(folder, "report.html");
gainsay("report", "claims", "--about", "tower-22-attack", "--format", "html", "--output", page);
const toll = join(folder, "toll.svg");
writeFileSync(toll, gainsay("timeline", "claims", "--about", "al-ahli-explosion", "--format", "svg", "--tolls"));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});

/** A picture of what is to be seen of a page at first. */
async function shot(name, file, { width, height, media = "screen", colorScheme = "light" }, prepare) {
  const tab = await browser.newPage({ viewport: { width, height }, colorScheme });
  await tab.goto(pathToFileURL(file).href);
  await tab.emulateMedia({ media });
  if (prepare) await prepare(tab);
  await tab.screenshot({ path: join(here, `${name}.png`) });
  await tab.close();
}

await shot("report-desktop", page, { width: 1180, height: 860 });
await shot("report-phone", page, { width: 390, height: 844, colorScheme: "dark" });
await shot("report-print", page, { width: 720, height: 1020, media: "print" });
await shot("report-links", page, { width: 1060, height: 560 }, (tab) => tab.locator("#links").scrollIntoViewIfNeeded()
  .then(() => tab.evaluate(() => document.getElementById("links").scrollIntoView())));
await shot("toll", toll, { width: 784, height: 800 });

// The terminal: the beginning of a check, its colours as a terminal has them.
const escaped = gainsay("check", "claims", "--about", "tower-22-attack").split("\n").slice(0, 25).join("\n")
  .replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const colours = { "1": "font-weight:bold", "2": "opacity:.65", "31": "color:#ff7b72", "32": "color:#7ee787", "33": "color:#f2cc60", "36": "color:#79c0ff" };
let open = 0;
const painted = escaped.replace(/\x1b\[([0-9;]*)m/g, (_, codes) => {
  const styles = codes.split(";").map((code) => colours[code]).filter(Boolean);
  const close = "</span>".repeat(styles.length > 0 ? 0 : open);
  open = styles.length > 0 ? open + 1 : 0;
  return styles.length > 0 ? `<span style="${styles.join(";")}">` : close;
});
const terminal = join(folder, "terminal.html");
writeFileSync(terminal, `<meta charset="utf-8"><body style="margin:0;background:#0d1117;color:#e6edf3">
<pre style="margin:16px;font:14px/1.35 'DejaVu Sans Mono',monospace">$ gainsay check --about tower-22-attack\n${painted}</pre>`);
await shot("terminal", terminal, { width: 860, height: 530 });

await browser.close();
rmSync(folder, { recursive: true });
