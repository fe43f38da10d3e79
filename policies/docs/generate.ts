import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../registry.ts";
import { rulePage } from "./rule-page.ts";

writeFileSync(join(import.meta.dirname, "../../docs/policies.md"), rulePage(rules));
