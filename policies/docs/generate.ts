import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCatalogue } from "../catalogue/catalogue.ts";
import { rules } from "../registry.ts";
import { coveragePage } from "./coverage-page.ts";
import { rulePage } from "./rule-page.ts";

const docs = join(import.meta.dirname, "../../docs");
writeFileSync(join(docs, "policies.md"), rulePage(rules));
writeFileSync(join(docs, "policy-coverage.md"), coveragePage(readCatalogue(), rules));
