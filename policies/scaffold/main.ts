/**
 * Makes a rule, its cases and its entry in the documentation, to begin with:
 * `npm run policies:new -- <service> <id> --type … --property … --title … --why … --page …`
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { readCatalogue } from "../catalogue/catalogue.ts";
import { rules } from "../registry.ts";
import { services } from "../services.ts";
import { nextCatalogueId, problemsWith, ruleSource, withCases, withRule } from "./new-rule.ts";

const usage =
  "npm run policies:new -- <service> <id> --type <type> --property <path> --title <sentence> --why <sentence.> --page <https://…>";
const policies = dirname(import.meta.dirname);
const root = dirname(policies);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    type: { type: "string" },
    property: { type: "string" },
    title: { type: "string" },
    why: { type: "string" },
    page: { type: "string" },
  },
});
const [service, id, ...others] = positionals;
const { type, property, title, why, page } = values;
if (
  service === undefined ||
  id === undefined ||
  others.length > 0 ||
  type === undefined ||
  property === undefined ||
  title === undefined ||
  why === undefined ||
  page === undefined
) {
  console.error(`usage: ${usage}`);
  process.exit(2);
}

const wish = { service, id, type, property, title, why, page };
const folders = readdirSync(join(policies, "rules"));
const problems = problemsWith(wish, {
  services: folders.filter((folder) => folder !== "exemptions"),
  prefixes: Object.keys(services).filter((prefix) => prefix !== "exemptions"),
  ids: rules.map((rule) => rule.id),
});
if (problems.length > 0) {
  for (const problem of problems) console.error(`error: ${problem}`);
  process.exit(2);
}

const catalogue = readCatalogue();
const catalogueId = nextCatalogueId(catalogue.map((entry) => entry.id));
const files = {
  rule: join(policies, "rules", service, `${id}.ts`),
  index: join(policies, "rules", service, "index.ts"),
  cases: join(root, "test/policies/cases", `${service}.ts`),
  catalogue: join(policies, "catalogue/catalogue.json"),
};
const entry = {
  id: catalogueId,
  service: "Beyond the other tools",
  title,
  mode: "resource",
  elsewhere: {},
};
writeFileSync(files.rule, ruleSource(wish, catalogueId));
writeFileSync(files.index, withRule(readFileSync(files.index, "utf8"), id));
writeFileSync(files.cases, withCases(readFileSync(files.cases, "utf8"), wish));
writeFileSync(files.catalogue, JSON.stringify([...catalogue, entry], undefined, 2));
for (const args of [
  [
    join(root, "node_modules/prettier/bin/prettier.cjs"),
    "--log-level=warn",
    "--write",
    files.rule,
    files.index,
    files.cases,
  ],
  [join(policies, "docs/generate.ts")],
]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
console.log(
  `wrote ${files.rule}\nNext: the check and the severity there, the cases in ${files.cases}; then: npm test -- policies`,
);
