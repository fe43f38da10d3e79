import assert from "node:assert/strict";
import { z } from "zod";
import type { InputProperties, InputProperty } from "../../../../local/azure/metadata/schema.ts";
import { autoLocationEnabled } from "../../../../local/azure/provider/auto-location.ts";
import { check, type CheckedType } from "../../../../local/azure/provider/check/check.ts";
import { objectReasons, propertyReasons } from "../../../../local/azure/provider/check/validation.ts";
import { bodyOf } from "../../../../local/azure/provider/operations/body.ts";
import type { CheckResult } from "../../../../local/provider/implementation.ts";
import { isMap, type PropertyMap } from "../../../../local/provider/values.ts";
import { failureOf, subscription } from "../provider/azure-plugin.ts";
import { factValue, properties, valueOf, type Fact, type FactCheck } from "./fact.ts";
import { ScriptedArm } from "./scripted-arm.ts";
import { withPlugin } from "./with-plugin.ts";

/** A type with a location and a name of its own. */
const placed: CheckedType = {
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.A/b/{name}",
  apiVersion: undefined,
  inputs: { location: { type: "string" }, name: { type: "string" } },
};

function checked(
  type: CheckedType,
  inputs: PropertyMap,
  oldInputs: PropertyMap = {},
  location?: string,
): Promise<CheckResult> {
  return check(
    type,
    { name: "x", inputs, oldInputs, randomSeed: Buffer.from("seed"), autonaming: undefined },
    { types: { input: () => ({}) }, location, groupLocation: () => Promise.resolve(undefined) },
  );
}

const placeGiven = z.object({
  olds: properties,
  news: properties,
  config: z.object({ location: z.string().optional() }),
  arm: z.record(z.string(), z.object({ location: z.string() })).optional(),
});

const autolocation: FactCheck = async (fact) => {
  if (typeof fact.given.path === "string") {
    assert.equal(autoLocationEnabled(fact.given.path), fact.expect.autoLocation);
    assert.equal(autoLocationEnabled(placed.path), true);
    const inputs = { location: { type: "string" as const } };
    const result = await checked({ path: fact.given.path, apiVersion: undefined, inputs }, {}, {}, "westus");
    assert.equal("location" in result.inputs, fact.expect.autoLocation);
    return;
  }
  const given = placeGiven.parse(fact.given);
  if (given.arm !== undefined) {
    return placedByGroup(given.news, given.arm, fact);
  }
  const result = await checked(placed, given.news, given.olds, given.config.location);
  assert.deepEqual(factValue(result.inputs.location), fact.expect.location);
};

/** Through the whole provider, which caches what it read. */
async function placedByGroup(
  news: PropertyMap,
  groups: Readonly<Record<string, { location: string }>>,
  fact: Fact,
): Promise<void> {
  const arm = new ScriptedArm({
    get: (token, id) => {
      const [name, group] = Object.entries(groups).find(([one]) => id.endsWith(`/${one}`)) ?? [];
      assert.ok(name !== undefined && group !== undefined);
      return { id, token, outputs: { name, ...group } };
    },
  });
  await withPlugin(arm, async (azure) => {
    for (const name of ["one", "two"]) {
      const result = await azure.check("azure-native:network:NatGateway", name, news);
      assert.equal(result.inputs.location, fact.expect.location);
    }
  });
  assert.deepEqual(arm.calls, [`get /subscriptions/${subscription}/resourceGroups/rg`]);
}

const checkDefaults: FactCheck = async (fact) => {
  switch (fact.name) {
    case "v3 adds azureApiVersion to the inputs": {
      const given = z
        .object({ news: properties, metadata: z.object({ apiVersion: z.string() }) })
        .parse(fact.given);
      const expected = z.object({ azureApiVersion: z.string() }).parse(fact.expect.inputs);
      const { apiVersion } = given.metadata;
      const result = await checked({ ...placed, apiVersion }, given.news);
      assert.equal(result.inputs.azureApiVersion, expected.azureApiVersion);
      // The note: a type without an API version does not get it.
      assert.equal("azureApiVersion" in (await checked(placed, given.news)).inputs, false);
      return;
    }
    case "azureApiVersion is an output in 2.90 and later":
    case "__inputs is kept in the state by v2 only": {
      await withPlugin(new ScriptedArm(), async (azure) => {
        const made = await azure.create("azure-native:network:RouteTable", "rt", {
          resourceGroupName: "rg",
          location: "westus",
        });
        assert.equal(made.outputs.azureApiVersion, made.inputs.azureApiVersion);
        assert.match(z.string().parse(made.outputs.azureApiVersion), /^\d{4}-\d\d-\d\d/);
        assert.equal("__inputs" in made.outputs, false);
      });
      return;
    }
    case "nulls are dropped from news": {
      const { news } = z.object({ news: properties }).parse(fact.given);
      const result = await checked(placed, { ...news, nested: { gone: null, kept: 1 } });
      for (const absent of z.array(z.string()).parse(fact.expect.inputsAbsent)) {
        assert.equal(absent in result.inputs, false);
      }
      assert.deepEqual(result.inputs.nested, { kept: 1 });
      assert.equal(result.inputs.kind, news.kind);
      return;
    }
    default:
      throw new Error(`no check for '${fact.name}'`);
  }
};

const schemaShape = z.object({
  path: z.string(),
  type: z.string().optional(),
  minLength: z.number().optional(),
  pattern: z.string().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  items: z.object({ type: z.literal("string") }).optional(),
  isStringSet: z.boolean().optional(),
  ref: z.string().optional(),
  default: z.unknown().optional(),
  required: z.array(z.string()).optional(),
});

/** The property that a fact describes, as the metadata would. */
function propertyOf(schema: z.infer<typeof schemaShape>): InputProperty {
  const { minLength, maxLength, pattern, minimum } = schema;
  const constraint = { minLength, maxLength, pattern, minimum };
  if (schema.ref === "pulumi.json#/Any") {
    return { type: "any" };
  }
  switch (schema.type) {
    case "string":
    case "boolean":
      return { type: schema.type, constraint };
    case "integer":
      return { type: "number", integer: true, constraint };
    case "array":
      return { type: "array", items: schema.items ?? { type: "any" } };
    default:
      return schema.isStringSet === true
        ? { type: "array", items: { type: "string" }, stringSet: true }
        : { type: "object", ref: "m:Sku" };
  }
}

const validation: FactCheck = async (fact) => {
  switch (fact.name) {
    case "unknown type":
    case "unknown invoke":
      return notFound(fact);
    case "missing required nested property":
    case "missing required property in an array item":
      return missing(fact);
    case "unknown property names pass": {
      const { schema } = z.object({ schema: schemaShape }).parse(fact.given);
      const type = { ...placed, pathParameters: ["name"] };
      const result = await checked(type, { [schema.path]: valueOf(fact.given.value) });
      assert.deepEqual(result.failures, fact.expect.failures);
      // The note: the engine keeps it, the request body drops it.
      assert.equal(result.inputs[schema.path], fact.given.value);
      assert.deepEqual(bodyOf(type, result.inputs, { input: () => ({}) }), {});
      return;
    }
    case "default values are not filled in": {
      const { schema } = z.object({ schema: schemaShape }).parse(fact.given);
      const inputs: InputProperties = { [schema.path]: { type: "string", default: "StorageV2" } };
      const result = await checked({ ...placed, inputs }, {});
      assert.deepEqual(result.failures, fact.expect.failures);
      assert.equal(schema.path in result.inputs, false);
      return;
    }
    default: {
      const { schema } = z.object({ schema: schemaShape }).parse(fact.given);
      // The place of an item is part of the list's own path.
      const list = schema.path.replace(/\[\d+\]$/, "");
      const reasons = propertyReasons(propertyOf(schema), valueOf(fact.given.value), () => ({}), list);
      compareReasons(reasons, fact);
    }
  }
};

const failuresShape = z.array(
  z.object({
    property: z.literal("").optional(),
    reason: z.string().optional(),
    reasonMatches: z.string().optional(),
  }),
);

/** As sets: the real provider's order is not defined. */
function compareReasons(reasons: readonly string[], fact: Fact): void {
  const expected = failuresShape.parse(fact.expect.failures);
  assert.equal(reasons.length, expected.length, reasons.join("; "));
  for (const { reason, reasonMatches } of expected) {
    const found = reasons.some((one) =>
      reason === undefined ? new RegExp(reasonMatches ?? "^$").test(one) : one === reason,
    );
    assert.ok(found, `${reason ?? reasonMatches} is not among ${reasons.join("; ")}`);
  }
}

function missing(fact: Fact): void {
  const value = valueOf(fact.given.value);
  assert.ok(isMap(value));
  const text = { type: "string" } as const;
  const required = { type: "string", required: true } as const;
  const types: Readonly<Record<string, InputProperties>> = {
    "m:Properties": { tenantId: required, sku: { type: "object", ref: "m:Sku" } },
    "m:Sku": { family: text, name: text },
    "m:Entry": { objectId: required },
  };
  const top: InputProperties = {
    properties: { type: "object", ref: "m:Properties" },
    accessPolicies: { type: "array", items: { type: "object", ref: "m:Entry" } },
  };
  compareReasons(
    objectReasons(top, value, (ref) => types[ref] ?? {}),
    fact,
  );
}

async function notFound(fact: Fact): Promise<void> {
  const message = await withPlugin(new ScriptedArm(), (azure) =>
    failureOf(
      typeof fact.given.type === "string"
        ? azure.check(fact.given.type, "x", {})
        : azure.client.invoke(z.string().parse(fact.given.tok)),
    ),
  );
  assert.equal(message, fact.expect.error);
}

export const checks: Readonly<Record<string, FactCheck>> = {
  autolocation,
  "check-defaults": checkDefaults,
  "check-validation": validation,
};
