import { escapeMarkup as text } from "./markup.ts";
import type { EntrySummary, ResourceSummary, Summary } from "./summary.ts";

/** A run as one HTML page that needs nothing besides: no network, no other file. */
export function html(summary: Summary): string {
  const { counts, pack, stack } = summary;
  const title = `Policies of stack ${stack}`;
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`,
    `<title>${text(title)}</title>`,
    `<style>${style}</style>`,
    "</head>",
    "<body>",
    `<header><h1>${text(title)}</h1><p>${text(`${pack.displayName} ${pack.version}`)}</p></header>`,
    '<ul class="tiles">',
    tile("must change", counts.mandatory, counts.mandatory > 0 ? "bad" : "good"),
    tile("advised", counts.advisory, counts.advisory > 0 ? "warn" : "good"),
    tile("undecided", counts.undecided, counts.undecided > 0 ? "warn" : "good"),
    tile("exempt", counts.exempt, ""),
    tile("checks passed", counts.passed, ""),
    tile("resources judged", counts.judged, ""),
    "</ul>",
    '<p class="filter"><label>Show <input id="filter" type="search" placeholder="a rule, a resource, a word" autocomplete="off"></label>',
    ...["violated", "undecided", "exempt"].map(
      (outcome) => `<label><input type="checkbox" data-outcome="${outcome}" checked> ${outcome}</label>`,
    ),
    "</p>",
    '<main><section id="resources"><h2>Resources</h2>',
    ...(summary.resources.length === 0
      ? ['<p class="none">Every rule that was asked is kept.</p>']
      : summary.resources.map(resource)),
    '<p id="nothing" hidden>Nothing matches.</p></section>',
    ...exemptions(summary),
    ...services(summary),
    ...frameworks(summary),
    "</main>",
    `<script>${script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function tile(label: string, count: number, kind: string): string {
  return `<li class="${kind}"><b>${count}</b> ${label}</li>`;
}

function resource({ urn, type, name, entries }: ResourceSummary): string {
  const heading =
    urn === ""
      ? "<h3>The stack</h3>"
      : `<h3>${text(name)} <code>${text(type)}</code></h3><p class="urn">${text(urn)}</p>`;
  return `<article class="resource">${heading}<ul>${entries.map(entry).join("")}</ul></article>`;
}

function entry({ rule, title, severity, level, outcome, found, remedy }: EntrySummary): string {
  const state = outcome === "violated" ? level : outcome;
  return [
    `<li class="entry ${text(outcome)}" data-outcome="${text(outcome)}">`,
    `<p class="remedy">${text(remedy)}</p>`,
    `<p><span class="badge ${text(state)}">${text(state)}</span> <span class="badge">${text(severity)}</span> <code>${text(rule)}</code> ${text(title)}.</p>`,
    ...found.map((line) => `<p class="found">${text(line)}</p>`),
    "</li>",
  ].join("");
}

function exemptions({ exemptions: all }: Summary): readonly string[] {
  if (all.length === 0) return [];
  return table(
    "exemptions",
    "Exemptions",
    ["rule", "resource", "owner", "until", "state", "used by", "reason"],
    all.map(({ rule, resource: urn, owner, expires, state, used, reason }) => [
      rule,
      urn,
      owner,
      expires,
      state,
      String(used.length),
      reason,
    ]),
  );
}

function services({ rules }: Summary): readonly string[] {
  const names = [...new Set(rules.map(({ service }) => service))];
  return table(
    "services",
    "Services",
    ["service", "rules", "passed", "violated", "undecided", "exempt"],
    names.map((service) => {
      const ofService = rules.filter((rule) => rule.service === service);
      const sum = (key: "passed" | "violated" | "undecided" | "exempt") =>
        String(ofService.reduce((total, rule) => total + rule[key], 0));
      return [
        service,
        String(ofService.length),
        sum("passed"),
        sum("violated"),
        sum("undecided"),
        sum("exempt"),
      ];
    }),
  );
}

function frameworks({ frameworks: all }: Summary): readonly string[] {
  return table(
    "frameworks",
    "Frameworks",
    ["framework", "control", "rules asked", "violated"],
    all.map(({ framework, control, rules, violated }) => [
      framework,
      control,
      String(rules),
      String(violated),
    ]),
  );
}

function table(
  id: string,
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((value) => `<${tag}>${text(value)}</${tag}>`).join("")}</tr>`;
  return [
    `<section id="${id}"><h2>${title}</h2><div class="wide"><table><thead>${cells("th", head)}</thead><tbody>`,
    ...rows.map((row) => cells("td", row)),
    "</tbody></table></div></section>",
  ];
}

const style = `
:root { color-scheme: light dark; --line: #8886; --bad: #c62828; --warn: #b26a00; --good: #2e7d32; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; }
h1 { margin: 0; font-size: 1.5rem } header p, .urn { margin: 0; opacity: .7 } h2 { margin-top: 2rem }
.tiles { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0 }
.tiles li { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem; min-width: 6rem }
.tiles b { display: block; font-size: 1.6rem } .bad b { color: var(--bad) } .warn b { color: var(--warn) } .good b { color: var(--good) }
.filter { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center } #filter { font: inherit; padding: .3rem .6rem; width: 20rem; max-width: 60vw }
.resource { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; margin: .75rem 0 }
.resource h3 { margin: 0; overflow-wrap: anywhere } .urn { font-size: .8rem; overflow-wrap: anywhere }
.resource ul { list-style: none; padding: 0; margin: .5rem 0 0 } .entry { border-top: 1px solid var(--line); padding: .5rem 0 } .entry p { margin: .15rem 0 }
.remedy { font-weight: 600 } .found { opacity: .8; overflow-wrap: anywhere }
.badge { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem; font-size: .8rem } .badge.mandatory { background: var(--bad); color: #fff } .badge.advisory, .badge.undecided { background: var(--warn); color: #fff }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
[hidden] { display: none !important }
@media print { .filter { display: none } }
`;

const script = `
const filter = document.getElementById("filter");
const boxes = [...document.querySelectorAll("input[data-outcome]")];
function apply() {
  const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const outcomes = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.outcome));
  let shown = 0;
  for (const resource of document.querySelectorAll(".resource")) {
    const heading = (resource.querySelector("h3").textContent + " " + (resource.querySelector(".urn")?.textContent ?? "")).toLowerCase();
    let visible = 0;
    for (const entry of resource.querySelectorAll(".entry")) {
      const content = heading + " " + entry.textContent.toLowerCase();
      entry.hidden = !outcomes.has(entry.dataset.outcome) || !words.every((word) => content.includes(word));
      if (!entry.hidden) visible++;
    }
    resource.hidden = visible === 0;
    shown += visible;
  }
  document.getElementById("nothing").hidden = shown > 0 || document.querySelector(".resource") === null;
}
filter.addEventListener("input", apply);
for (const box of boxes) box.addEventListener("change", apply);
`;
