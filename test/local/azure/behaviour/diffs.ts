import assert from "node:assert/strict";
import { z } from "zod";
import { Schema, type InputProperties } from "../../../../local/azure/metadata/schema.ts";
import { detailedDifferences, type Differences } from "../../../../local/azure/provider/diff/detailed.ts";
import { arrayDifference, objectDifference } from "../../../../local/azure/provider/diff/difference.ts";
import { keyedPairs } from "../../../../local/azure/provider/diff/keyed-array.ts";
import { diff, type DiffedType, type ProviderDiff } from "../../../../local/azure/provider/diff/diff.ts";
import type { JsonValue } from "../../../../local/azure/metadata/model.ts";
import { isMap, type PropertyMap, type PropertyValue } from "../../../../local/provider/values.ts";
import { properties, valueOf, type Fact, type FactCheck } from "./fact.ts";

const noTypes = { input: (): InputProperties => ({}) };

/** A type with these replacing properties and path parameters. */
function typeOf(replacing: readonly string[], pathParameters: readonly string[] = []): DiffedType {
  return { pathParameters, replacing: new Set(replacing), inputs: {} };
}

const sides = z.object({
  oldInputs: properties.optional(),
  oldState: properties.optional(),
  newInputs: properties.optional(),
});

function compare(fact: Fact, type: DiffedType = typeOf([])): ProviderDiff {
  const { oldInputs = {}, oldState = {}, newInputs = {} } = sides.parse(fact.given);
  return diff(type, noTypes, { oldInputs, oldOutputs: oldState, inputs: newInputs });
}

/** Kinds as the wire names them. */
function kinds(differences: Differences): Record<string, string> {
  return Object.fromEntries(
    Object.entries(differences).map(([path, { kind, replace }]) => [
      path,
      kind.toUpperCase() + (replace === true ? "_REPLACE" : ""),
    ]),
  );
}

function compareChanges(result: ProviderDiff, fact: Fact): void {
  if (fact.expect.changes !== undefined) {
    assert.equal(result.changes ? "DIFF_SOME" : "DIFF_NONE", fact.expect.changes);
  }
  if (fact.expect.detailedDiff !== undefined) {
    assert.deepEqual(kinds(result.differences), fact.expect.detailedDiff);
  }
  if (fact.expect.diffs !== undefined) {
    assert.deepEqual(result.diffs, fact.expect.diffs);
  }
  if (fact.expect.replaces !== undefined) {
    assert.deepEqual(result.replaces, fact.expect.replaces);
  }
}

const detailed: FactCheck = (fact) => {
  switch (fact.name) {
    case "TestCalculateDiffBodyProperties":
      return bodyProperties(fact);
    case "TestCalculateDiffReplacesPathParameters": {
      const { path } = z.object({ path: z.array(z.string()) }).parse(fact.given.schema);
      return compareChanges(compare(fact, typeOf([], path)), fact);
    }
    case "TestCalculateDiffReplacesBodyProperties": {
      const schema = z
        .object({ forceNew: z.array(z.string()) })
        .loose()
        .parse(fact.given.schema);
      // `FooType.ps2` replaces wherever a property has this type, or is a list of it.
      const replacing = schema.forceNew.flatMap((name) => {
        const [type, property] = name.split(".");
        return property === undefined
          ? [name]
          : Object.entries(schema).flatMap(([at, is]) =>
              is === type ? [`${at}.${property}`] : is === `${type}[]` ? [`${at}[].${property}`] : [],
            );
      });
      assert.deepEqual(replacing, ["p2", "p4", "p3.ps2", "p4.ps2", "p5[].ps2"]);
      return compareChanges(compare(fact, typeOf(replacing)), fact);
    }
    default:
      throw new Error(`no check for '${fact.name}'`);
  }
};

/** The upstream test starts from a ready-made difference of `p5`, which no comparison by place gives; the rest is compared. */
function bodyProperties(fact: Fact): void {
  const { oldInputs = {}, newInputs = {} } = sides.parse(fact.given);
  const compared = objectDifference(oldInputs, newInputs);
  assert.ok(compared);
  const before = oldInputs.p5;
  const after = newInputs.p5;
  assert.ok(Array.isArray(before) && Array.isArray(after));
  const updates = new Map(compared.updates);
  updates.set("p5", {
    before,
    after,
    array: {
      updates: new Map([[0, { before: before[0] ?? null, after: after[0] ?? null }]]),
      adds: new Map([[1, after[1] ?? null]]),
      deletes: new Map([[2, before[2] ?? null]]),
    },
  });
  assert.deepEqual(kinds(detailedDifferences({ ...compared, updates }, new Set())), fact.expect.detailedDiff);
}

const resourceGroup: FactCheck = (fact) => {
  const { path } = z.object({ path: z.array(z.string()) }).parse(fact.given.schema);
  compareChanges(compare(fact, typeOf([], path)), fact);
};

const sku: FactCheck = (fact) => {
  const result = compare(fact);
  if (fact.expect.detailedDiffSize !== undefined) {
    assert.equal(Object.keys(result.differences).length, fact.expect.detailedDiffSize);
  } else {
    compareChanges(result, fact);
  }
};

const jsonValue: z.ZodType<JsonValue> = z.json();

const byDefault: FactCheck = (fact) => {
  if (fact.name === "ReduceNestedPropertiesToTopLevel") {
    const { detailedDiff } = z
      .object({ detailedDiff: z.record(z.string(), z.literal("ADD")) })
      .parse(fact.given);
    const result = diff(typeOf([]), noTypes, {
      oldInputs: { agentPoolProfiles: [{}] },
      oldOutputs: {},
      inputs: { agentPoolProfiles: [{ count: 1 }] },
    });
    assert.deepEqual(kinds(result.differences), detailedDiff);
    compareChanges(result, fact);
    return;
  }
  const schema = z
    .record(z.string(), z.object({ type: z.literal("string"), default: jsonValue }))
    .parse(fact.given.schema);
  const inputs: InputProperties = Object.fromEntries(
    Object.entries(schema).map(([name, property]) => [
      name,
      { type: property.type, ...(property.default === null ? {} : { default: property.default }) },
    ]),
  );
  const result = compare(fact, { ...typeOf([]), inputs });
  compareChanges(result, fact);
  // The note: the entry stays where it is not counted.
  assert.deepEqual(kinds(result.differences), { p1: "ADD" });
};

const rules: FactCheck = (fact) => {
  const forceNew = z.object({ forceNew: z.array(z.string()) }).safeParse(fact.given.schema).data?.forceNew;
  if (fact.given.replaces !== undefined) {
    const replaces = z.array(z.string()).parse(fact.given.replaces);
    const { oldInputs = {} } = sides.parse(fact.given);
    const changed = (value: string): PropertyMap => Object.fromEntries(replaces.map((name) => [name, value]));
    const result = diff(typeOf(replaces), noTypes, {
      oldInputs: { ...oldInputs, ...changed("a") },
      oldOutputs: {},
      inputs: changed("b"),
    });
    assert.deepEqual(result.replaces, replaces);
    assert.equal(result.deleteBeforeReplace, fact.expect.deleteBeforeReplace);
    return;
  }
  const result = compare(fact, typeOf(forceNew ?? []));
  if (fact.name.startsWith("v2 state under v3")) {
    const expected = z
      .record(z.string(), z.object({ kind: z.literal("UPDATE"), inputDiff: z.boolean() }))
      .parse(fact.expect.detailedDiff);
    assert.deepEqual(
      Object.fromEntries(
        Object.entries(result.differences).map(([path, one]) => [
          path,
          { kind: one.kind.toUpperCase(), inputDiff: one.inputs ?? true },
        ]),
      ),
      expected,
    );
    return;
  }
  compareChanges(result, fact);
};

function itemsOf(json: unknown): PropertyValue[] {
  const value = valueOf(json);
  assert.ok(Array.isArray(value));
  return value;
}

const keyedArray: FactCheck = (fact) => {
  const identifiers = z.array(z.string()).parse(fact.given.identifiers);
  const before = itemsOf(fact.given.old);
  const after = itemsOf(fact.given.new);
  const property = { type: "array" as const, identifiers };
  const found = arrayDifference(before, after, property);
  if (fact.expect.keyed === false) {
    assert.equal(keyedPairs(identifiers, before, after), undefined);
    // By place, then, and by place they are the same.
    assert.equal(fact.expect.fallback, "by index");
    assert.equal(found, undefined);
    const [first = null] = before;
    assert.deepEqual([...(arrayDifference(before, [first], property)?.deletes.keys() ?? [])], [1]);
    return;
  }
  assert.ok(found);
  const updates = Object.fromEntries(
    [...found.updates].map(([index, { object }]) => {
      assert.ok(object);
      const item = after[index];
      assert.ok(isMap(item));
      const changed = [...object.adds.keys(), ...object.updates.keys()];
      return [
        String(index),
        {
          sames: Object.keys(item).filter((key) => !changed.includes(key)),
          updates: [...object.updates.keys()],
          deletes: [...object.deletes.keys()],
          adds: [...object.adds.keys()],
        },
      ];
    }),
  );
  assert.deepEqual(
    {
      adds: [...found.adds.keys()],
      sames: [...after.keys()].filter((index) => !found.adds.has(index) && !found.updates.has(index)),
      deletes: [...found.deletes.keys()],
      updates,
    },
    fact.expect,
  );
};

const schema = new Schema();

const forceNew: FactCheck = (fact) => {
  const type = schema.resource(z.string().parse(fact.given.type));
  assert.ok(type);
  const expected = z.array(z.string()).parse(fact.expect.replacingProperties);
  assert.deepEqual([...type.replacing].sort(), [...expected].sort());
  // As the provider decides it: a change of each replaces.
  for (const path of expected) {
    const inputs = (value: string): PropertyMap => {
      const [head = "", tail] = path.split(".");
      return { [head]: tail === undefined ? value : { [tail]: value } };
    };
    const result = diff(type, schema, { oldInputs: inputs("a"), oldOutputs: {}, inputs: inputs("b") });
    assert.deepEqual(result.replaces, [path]);
  }
};

export const diffs: Readonly<Record<string, FactCheck>> = {
  "diff-detailed": detailed,
  "diff-location": (fact) => compareChanges(compare(fact), fact),
  "diff-resource-group": resourceGroup,
  "diff-sku": sku,
  "diff-default": byDefault,
  "diff-rules": rules,
  "diff-keyed-array": keyedArray,
  "force-new": forceNew,
};
