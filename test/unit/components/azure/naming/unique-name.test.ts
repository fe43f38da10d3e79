import assert from "node:assert/strict";
import fc from "fast-check";
import { nameRules } from "../../../../../components/azure/naming/name-rules.ts";
import { uniqueName } from "../../../../../components/azure/naming/unique-name.ts";

const rules = fc.constantFrom(...Object.values(nameRules));
/** Anything that begins with a letter. */
const bases = fc
  .tuple(fc.stringMatching(/^[a-zA-Z]$/), fc.string({ maxLength: 80 }))
  .map(([first, rest]) => first + rest);
const seeds = fc.array(fc.string(), { maxLength: 4 });

describe("a unique name", () => {
  it("is one that Azure accepts, whatever it is made from", () => {
    fc.assert(
      fc.property(rules, bases, seeds, (rule, base, seed) => {
        const name = uniqueName(rule, base, seed);
        assert.match(name, rule.pattern);
        assert.ok(name.length >= rule.minLength && name.length <= rule.maxLength);
      }),
    );
  });

  it("differs when base or seed differ", () => {
    fc.assert(
      fc.property(rules, bases, seeds, fc.string({ minLength: 1 }), (rule, base, seed, more) => {
        const name = uniqueName(rule, base, seed);
        assert.notEqual(uniqueName(rule, base, [...seed, more]), name);
        assert.notEqual(uniqueName(rule, base + more, seed), name);
      }),
    );
  });

  it("has not changed since the first version: users' data lives under it", () => {
    const seed = ["00000000-0000-0000-0000-000000000001", "platform", "prod"];
    const names = Object.entries(nameRules).map(([kind, rule]) => [kind, uniqueName(rule, "platform", seed)]);
    assert.deepEqual(Object.fromEntries(names), {
      containerRegistry: "platformgtfiv7w6",
      keyVault: "platform-gtfiv7w6",
      postgresServer: "platform-gtfiv7w6",
      sqlServer: "platform-gtfiv7w6",
      eventHubsNamespace: "platform-gtfiv7w6",
      publicIpDnsLabel: "platform-gtfiv7w6",
    });
  });

  it("is refused for a base that begins with no letter", () => {
    for (const base of ["", "1st", "-", "ä"]) {
      assert.throws(() => uniqueName(nameRules.keyVault, base, []), /must begin with a letter/);
    }
  });
});
