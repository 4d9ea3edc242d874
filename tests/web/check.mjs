// Looks at HTML pages: a checker of HTML reads them, then Chromium opens them, and axe judges what a reader meets there,
// in a light and a dark window, wide and narrow. Prints one JSON object on standard output:
// {FILE: {html: [finding…], axe: [serious finding…], slight: [other finding of axe…], passed: rules of axe that held,
//   console: [line…], requests: [address…], overflow: [width in pixels…], title: "…", text: "…"}}.
//
//   node check.mjs CHROMIUM FILE…

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WINDOWS = [
  { width: 1280, height: 900, scheme: "light", rules: null },
  { width: 1280, height: 900, scheme: "dark", rules: ["color-contrast", "link-in-text-block"] },
  { width: 400, height: 800, scheme: "light", rules: ["color-contrast", "scrollable-region-focusable", "empty-heading"] },
];
const QUIET_BROWSER = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];
const SERIOUS = new Set(["serious", "critical"]);

const checker = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: { "long-title": "off", "no-trailing-whitespace": "off" }, // a title is the case's; white space is the article's
});

function htmlFindings(source, file) {
  const report = checker.validateStringSync(source, file);
  return report.results.flatMap((result) => result.messages)
    .map((found) => `${found.ruleId}: ${found.message} (line ${found.line}, column ${found.column})`);
}

async function look(page, window, found) {
  await page.setViewportSize({ width: window.width, height: window.height });
  await page.emulateMedia({ colorScheme: window.scheme });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > window.width) found.overflow.push(wide);
  const judged = await page.evaluate(
    (rules) => axe.run(document, { resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) }), window.rules,
  );
  found.passed += judged.passes.length;
  for (const one of judged.violations) {
    const where = one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(" | ");
    const told = `${window.width} ${window.scheme} ${one.id}: ${one.help}: ${where}`;
    found[SERIOUS.has(one.impact) ? "axe" : "slight"].push(told);
  }
}

async function visit(browser, file) {
  const found = {
    html: htmlFindings(readFileSync(file, "utf8"), file), axe: [], slight: [], passed: 0, console: [], requests: [],
    overflow: [], title: "", text: "",
  };
  const page = await browser.newPage();
  const address = pathToFileURL(file).href;
  page.on("console", (line) => found.console.push(line.text()));
  page.on("request", (request) => request.url() === address || found.requests.push(request.url()));
  await page.goto(address);
  found.text = await page.evaluate(() => document.body.textContent);
  found.title = await page.title();
  await page.evaluate(AXE); // the page's own policy lets no script in: this one comes from outside it
  for (const window of WINDOWS) await look(page, window, found);
  await page.close();
  return found;
}

const [program, ...files] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: program, args: QUIET_BROWSER });
const all = {};
for (const file of files) all[file] = await visit(browser, file);
await browser.close();
process.stdout.write(JSON.stringify(all));
