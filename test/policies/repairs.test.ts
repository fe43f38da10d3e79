import { describe, it } from "mocha";
import { rules } from "../../policies/registry.ts";
import { expectPass } from "../../policies/testing/index.ts";
import { allCases } from "./cases/index.ts";
import { withInput } from "./cases/rule-cases.ts";

describe("repairs", () => {
  for (const rule of rules) {
    if (rule.scope === "stack" || rule.repairs === undefined) continue;
    const repairs = Object.entries(rule.repairs);
    it(`${rule.id} passes what its repairs have been made on`, () => {
      for (const { subject } of allCases[rule.id]?.violating ?? []) {
        if (!("type" in subject)) continue;
        expectPass(
          rule,
          repairs.reduce((resource, [path, value]) => withInput(resource, path, value), subject),
        );
      }
    });
  }
});
