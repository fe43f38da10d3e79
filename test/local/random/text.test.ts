import assert from "node:assert/strict";
import bcrypt from "bcryptjs";
import { Secret, Unknown, type PropertyMap } from "../../../local/provider/values.ts";
import { urnOf } from "../provider/provider-client.ts";
import { RandomPlugin, openText, secretText, tokenOf } from "./random-plugin.ts";

describe("random texts", function () {
  this.timeout(20_000);
  const plugin = new RandomPlugin();

  describe("RandomPassword", () => {
    it("is secret, with its hash, and its id tells nothing", async () => {
      const { id, outputs } = await plugin.create("RandomPassword", { length: 24 });
      const result = secretText(outputs["result"]);
      assert.equal(result.length, 24);
      assert.ok(await bcrypt.compare(result, secretText(outputs["bcryptHash"])));
      assert.equal(id, "none");
      const open = Object.fromEntries(
        Object.entries(outputs).filter(([name]) => name !== "result" && name !== "bcryptHash"),
      );
      assert.ok(!JSON.stringify(open).includes(result));
      assert.deepEqual(open, {
        length: 24,
        lower: true,
        upper: true,
        numeric: true,
        number: true,
        special: true,
        minLower: 0,
        minUpper: 0,
        minNumeric: 0,
        minSpecial: 0,
      });
    });

    it("keeps a secret keeper secret", async () => {
      const { outputs } = await plugin.create("RandomPassword", {
        length: 8,
        keepers: { of: new Secret("x") },
      });
      assert.deepEqual(outputs["keepers"], { of: new Secret("x") });
    });

    it("is imported from its value", async () => {
      const read = await plugin.client.read(urnOf(tokenOf("RandomPassword")), "correct horse");
      assert.equal(read.id, "none");
      assert.equal(secretText(read.outputs["result"]), "correct horse");
      assert.ok(await bcrypt.compare("correct horse", secretText(read.outputs["bcryptHash"])));
      assert.deepEqual(read.inputs, { length: 13 });
    });
  });

  describe("RandomString", () => {
    it("has its length and the least of each kind, and no character of a kind that is not allowed", async () => {
      for (let round = 0; round < 50; round += 1) {
        const { id, outputs } = await plugin.create("RandomString", {
          length: 20,
          minLower: 3,
          minUpper: 2,
          minNumeric: 4,
          minSpecial: 1,
          overrideSpecial: "_~",
        });
        const result = openText(outputs["result"]);
        assert.equal(id, result);
        assert.match(result, /^[A-Za-z0-9_~]{20}$/);
        assert.ok(result.replace(/[^a-z]/g, "").length >= 3);
        assert.ok(result.replace(/[^A-Z]/g, "").length >= 2);
        assert.ok(result.replace(/[^0-9]/g, "").length >= 4);
        assert.ok(result.replace(/[^_~]/g, "").length >= 1);

        const lowerOnly = await plugin.create("RandomString", {
          length: 30,
          upper: false,
          special: false,
          numeric: false,
        });
        assert.match(openText(lowerOnly.outputs["result"]), /^[a-z]{30}$/);
        const noDigits = await plugin.create("RandomString", { length: 30, special: false, number: false });
        assert.match(openText(noDigits.outputs["result"]), /^[A-Za-z]{30}$/);
      }
    });

    it("draws every allowed character about as often", async () => {
      const { outputs } = await plugin.create("RandomString", { length: 62_000, special: false });
      const counts = new Map<string, number>();
      for (const character of openText(outputs["result"])) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
      assert.equal(counts.size, 62);
      // 1,000 of each are expected, with a standard deviation of 31: 8 of them happen once in 10^13 draws.
      for (const [character, count] of counts) {
        assert.ok(Math.abs(count - 1000) < 250, `'${character}' came ${count} times`);
      }
    });

    it("puts the least of each kind at any place", async () => {
      const firsts = new Set<boolean>();
      for (let round = 0; round < 60 && firsts.size < 2; round += 1) {
        const { outputs } = await plugin.create("RandomString", {
          length: 2,
          minNumeric: 1,
          numeric: false,
          special: false,
        });
        firsts.add(/^\d/.test(openText(outputs["result"])));
      }
      assert.equal(firsts.size, 2);
    });

    it("names the property that is wrong", async () => {
      const urn = urnOf(tokenOf("RandomString"));
      const properties = async (inputs: PropertyMap) =>
        (await plugin.client.check(urn, inputs)).failures.map(
          ({ property, reason }) => `${property}: ${reason}`,
        );
      assert.deepEqual(await properties({}), ["length: missing required property 'length'"]);
      assert.deepEqual(await properties({ length: "12" }), [
        "length: 'length' should be of type 'integer' but got a string",
      ]);
      assert.deepEqual(await properties({ length: 0, minLower: -1 }), [
        "length: 'length' is too low (0 < 1)",
        "minLower: 'minLower' is too low (-1 < 0)",
      ]);
      assert.deepEqual(await properties({ length: 3, minLower: 2, minUpper: 2 }), [
        "length: 'length' is too low (3 < 4, the sum of minLower, minUpper, minNumeric and minSpecial)",
      ]);
      assert.deepEqual(
        (await properties({ length: 3, lower: false, upper: false, numeric: false, special: false })).length,
        1,
      );
      assert.deepEqual(
        await properties({
          length: 3,
          lower: false,
          upper: false,
          number: false,
          special: new Unknown("boolean"),
        }),
        [],
      );
      assert.match((await properties({ length: 3, lenght: 3 }))[0] ?? "", /^lenght: 'lenght' is no property/);
      assert.deepEqual(await properties({ length: 1, keepers: { a: 1 } }), [
        "keepers.a: 'keepers.a' should be of type 'string' but got the number 1",
      ]);
      assert.deepEqual(await properties({ length: new Unknown("number"), minLower: 4 }), []);
    });

    it("is replaced when an input changes, and not when a default is written out", async () => {
      const urn = urnOf(tokenOf("RandomString"));
      const old = { length: 8, keepers: { release: "1" } };
      const { id, outputs } = await plugin.client.create(urn, old);
      const diff = (inputs: PropertyMap) => plugin.client.diff(urn, id, old, outputs, inputs);

      assert.equal((await diff({ ...old, special: true, minLower: 0 })).changes, false);
      assert.equal((await diff({ ...old, keepers: { release: new Secret("1") } })).changes, false);

      const longer = await diff({ ...old, length: 9, overrideSpecial: "!" });
      assert.deepEqual(longer.replaces.sort(), ["length", "overrideSpecial"]);
      assert.deepEqual(longer.detailed, { length: "UPDATE_REPLACE", overrideSpecial: "ADD_REPLACE" });
      assert.equal(longer.deleteBeforeReplace, false);

      assert.deepEqual((await diff({ ...old, keepers: { release: "2" } })).replaces, ["keepers"]);
      assert.deepEqual((await diff({ ...old, keepers: { release: new Unknown() } })).replaces, ["keepers"]);
      assert.deepEqual((await diff({ length: 8 })).detailed, { keepers: "DELETE_REPLACE" });
    });

    it("is what it was after a refresh, and can be imported and deleted", async () => {
      const urn = urnOf(tokenOf("RandomString"));
      const inputs = { length: 8 };
      const { id, outputs } = await plugin.client.create(urn, inputs);
      assert.deepEqual(await plugin.client.read(urn, id, outputs, inputs), { id, outputs, inputs });
      const imported = await plugin.client.read(urn, "abcdefgh");
      assert.deepEqual(imported.inputs, { length: 8 });
      assert.equal(imported.outputs["result"], "abcdefgh");
      await plugin.client.delete(urn, id, outputs, inputs);
    });
  });
});
