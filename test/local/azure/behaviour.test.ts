/** Walks the collected facts about the real provider: each one is executed against the local Azure, or listed with a reason. */
import assert from "node:assert/strict";
import { checks } from "./behaviour/checks.ts";
import { diffs } from "./behaviour/diffs.ts";
import { endToEnd } from "./behaviour/end-to-end.ts";
import { readFacts, type FactCheck } from "./behaviour/fact.ts";
import { ids } from "./behaviour/ids.ts";
import { naming } from "./behaviour/naming.ts";
import { notApplicable } from "./behaviour/not-applicable.ts";
import { operations } from "./behaviour/operations.ts";
import { outputs } from "./behaviour/outputs.ts";

const checkOf: Readonly<Record<string, FactCheck>> = {
  ...naming,
  ...checks,
  ...diffs,
  ...ids,
  ...outputs,
  ...operations,
  ...endToEnd,
};

describe("what is known of the real azure-native provider", function () {
  this.timeout(30_000);
  const facts = readFacts();
  const reasons = new Map<string, number>();
  let held = 0;

  for (const fact of facts) {
    const key = `${fact.area} | ${fact.name}`;
    const reason = notApplicable[key];
    if (reason !== undefined) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      continue;
    }
    it(key, async () => {
      const check = checkOf[fact.area];
      assert.ok(check, `nothing executes the facts of area ${fact.area}: ${fact.source}`);
      await check(fact);
      held++;
    });
  }

  it("holds in whole: every reason against a fact belongs to one", () => {
    const known = new Set(facts.map((fact) => `${fact.area} | ${fact.name}`));
    assert.deepEqual(
      Object.keys(notApplicable).filter((key) => !known.has(key)),
      [],
    );
  });

  after(() => {
    const skipped = [...reasons.values()].reduce((sum, count) => sum + count, 0);
    console.log(`\n${held} of ${facts.length} facts hold, ${skipped} not applicable:`);
    for (const [reason, count] of reasons) {
      console.log(`  ${count} × ${reason}`);
    }
  });
});
