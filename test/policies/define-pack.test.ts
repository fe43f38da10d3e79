import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { definePack } from "../../policies/define-pack.ts";
import { rules } from "../../policies/registry.ts";
import { resourceRule } from "../../policies/rule.ts";
import { levelUnder, mergedSettings } from "../../policies/settings/policy-settings.ts";

const own = resourceRule({
  id: "team-rule",
  title: "The team keeps it",
  severity: "low",
  description: "Because.",
  remediation: "Keep it.",
  references: { catalogue: [], docs: [] },
  appliesTo: ["azure-native:*:*"],
  check: () => [],
});
const source = { name: "team", version: "1.0.0", description: "The team's" };

describe("definePack", () => {
  it("takes the baseline's rules and adds one's own, at the level that they declare", () => {
    const pack = definePack({ ...source, base: "cis-aks", rules: [own] });
    assert.equal(pack.rules.length, rules.length + 1);
    assert.equal(levelUnder(pack.settings ?? {}, own), "mandatory");
    const storage = rules.find(({ id }) => id === "storage-names");
    assert.ok(storage);
    assert.equal(levelUnder(pack.settings ?? {}, storage), "disabled");
  });

  it("leaves the rule about exemptions the last, because it asks what the others used", () => {
    assert.equal(definePack({ ...source, rules: [own] }).rules.at(-1)?.id, "exemptions-in-force");
  });

  it("refuses what no rule has, and what is there twice", () => {
    assert.throws(() => definePack({ ...source, rules: [own, own] }), /"team-rule" is there twice/);
    assert.throws(
      () => definePack({ ...source, levels: { "team-rul": "advisory" } }),
      /the pack team is not valid:\s+levels is "team-rul", which is no rule/,
    );
    assert.throws(() => definePack({ ...source, name: "a team" }), /name is "a team"/);
    assert.throws(
      () => definePack({ ...source, rules: [own], parameters: { "team-rule": { size: 1 } } }),
      /parameters\.team-rule\.size is no parameter of the rule; it has none/,
    );
  });
});

describe("settings of a pack and of a policy file", () => {
  it("are joined: the file has the last word on each, and the exemptions of both hold", () => {
    const exemption = {
      rule: "a-b",
      resource: "urn:pulumi:*",
      reason: "r",
      owner: "o",
      expires: "2999-01-01",
    };
    assert.deepEqual(
      mergedSettings(
        {
          levels: { a: "advisory", b: "disabled" },
          parameters: { a: { x: 1, y: 1 } },
          exemptions: [exemption],
        },
        { pack: "all", levels: { a: "mandatory" }, parameters: { a: { x: 2 } }, exemptions: [exemption] },
      ),
      {
        pack: "all",
        levels: { a: "mandatory", b: "disabled" },
        parameters: { a: { x: 2, y: 1 } },
        exemptions: [exemption, exemption],
      },
    );
  });
});
