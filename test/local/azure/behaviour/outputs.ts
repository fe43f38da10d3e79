import assert from "node:assert/strict";
import { z } from "zod";
import type { PropertyShape, PropertyShapes } from "../../../../local/azure/metadata/model.ts";
import type { InputProperties } from "../../../../local/azure/metadata/schema.ts";
import { previewOutputs } from "../../../../local/azure/provider/preview-outputs.ts";
import { inputProjection } from "../../../../local/azure/provider/read/input-projection.ts";
import { comparableState } from "../../../../local/azure/provider/read/state-defaults.ts";
import {
  withCurrentLists,
  withEmptyLists,
  withoutForeignLists,
  type ListPath,
} from "../../../../local/azure/provider/sub-resources.ts";
import { withRestoredDefaults } from "../../../../local/azure/provider/write/restored-defaults.ts";
import { ScriptedArm } from "./scripted-arm.ts";
import { factValue, properties, type Fact, type FactCheck } from "./fact.ts";
import { withPlugin } from "./with-plugin.ts";

/** Properties as facts write them, turned into shapes of the metadata; object types get names of their own. */
class FactShapes {
  readonly #types = new Map<string, PropertyShapes>();

  readonly types = (ref: string): PropertyShapes => this.#types.get(ref) ?? {};

  properties(json: unknown): PropertyShapes {
    const record = z.record(z.string(), z.unknown()).parse(json);
    return Object.fromEntries(
      Object.entries(record).map(([name, one]) => {
        const { sdkName } = z.object({ sdkName: z.string().optional() }).parse(one);
        return [sdkName ?? name, this.#shape(one)];
      }),
    );
  }

  #shape(json: unknown): PropertyShape {
    const one = z
      .object({
        type: z.string().optional(),
        const: z.string().optional(),
        oneOf: z.array(z.unknown()).optional(),
        ref: z.unknown().optional(),
        items: z.unknown().optional(),
        additionalProperties: z.unknown().optional(),
      })
      .parse(json);
    if (one.const !== undefined) {
      return { type: "string", const: one.const };
    }
    if (one.oneOf !== undefined) {
      return { type: "object", oneOf: one.oneOf.map((type) => this.#named(type)) };
    }
    if (one.ref !== undefined) {
      return { type: "object", ref: this.#named(one.ref) };
    }
    switch (one.type) {
      case "string":
      case "number":
      case "boolean":
        return { type: one.type };
      case "array":
        return { type: "array", items: one.items === undefined ? { type: "any" } : this.#shape(one.items) };
      case "object":
        return {
          type: "map",
          items:
            one.additionalProperties === undefined ? { type: "any" } : this.#shape(one.additionalProperties),
        };
      default:
        return { type: "any" };
    }
  }

  #named(json: unknown): string {
    const name = `fact:Type${this.#types.size}`;
    this.#types.set(name, {});
    this.#types.set(name, this.properties(json));
    return name;
  }
}

const preview: FactCheck = async (fact) => {
  if (fact.name === "create preview has no id" || fact.name.startsWith("update preview keeps")) {
    return previewOverGrpc(fact);
  }
  const { inputs } = z.object({ inputs: properties }).parse(fact.given);
  const shapes = new FactShapes();
  const outputs = previewOutputs(inputs, shapes.properties(fact.given.responseSchema), shapes.types);
  assert.deepEqual(factValue(outputs), fact.expect.outputs);
};

async function previewOverGrpc(fact: Fact): Promise<void> {
  const type = "azure-native:keyvault:Vault";
  await withPlugin(new ScriptedArm(), async (azure) => {
    const inputs = { resourceGroupName: "rg", vaultName: "vault", location: "eastus" };
    const urn = `urn:pulumi:s::p::${type}::v`;
    if (fact.name === "create preview has no id") {
      const created = await azure.client.create(urn, inputs, { preview: true });
      assert.deepEqual({ id: created.id }, fact.expect.response);
      return;
    }
    const { oldState } = z.object({ oldState: properties }).parse(fact.given);
    const outputs = await azure.client.update(urn, "/x", inputs, oldState, inputs, { preview: true });
    const expected = z.record(z.string(), z.unknown()).parse(fact.expect.outputs);
    for (const [key, value] of Object.entries(expected)) {
      assert.deepEqual(factValue(outputs[key]), value, key);
    }
  });
}

const importInputs: FactCheck = (fact) => {
  const given = z
    .object({
      pathValues: z.record(z.string(), z.string()).default({}),
      body: properties.optional(),
      schema: z.unknown().default({}),
    })
    .parse(fact.given);
  const shapes = new FactShapes();
  const inputs: InputProperties = shapes.properties(given.schema);
  assert.deepEqual(
    factValue(inputProjection(inputs, given.body ?? {}, shapes.types, given.pathValues)),
    fact.expect.inputs,
  );
};

const defaultProperties = z.record(z.string(), z.json());

const updateDefaults: FactCheck = (fact) => {
  const given = z.object({ defaultProperties, news: properties, oldState: properties }).parse(fact.given);
  assert.deepEqual(
    factValue(withRestoredDefaults(given.news, given.oldState, given.defaultProperties)),
    fact.expect.requestInputs,
  );
};

const refreshDefaults: FactCheck = (fact) => {
  const given = z
    .object({ defaultProperties, oldState: properties, previousInputs: properties })
    .parse(fact.given);
  assert.deepEqual(
    Object.keys(comparableState(given.oldState, given.previousInputs, given.defaultProperties)),
    fact.expect.kept,
  );
};

const subResources: FactCheck = (fact) => {
  const paths = (dotted: readonly string[]): ListPath[] => dotted.map((path) => path.split("."));
  if (fact.name.startsWith("refresh hides")) {
    const { oldInputs, response } = z
      .object({ oldInputs: properties, response: properties })
      .parse(fact.given);
    const { v3 } = z.object({ v3: z.object({ forInputs: z.unknown() }) }).parse(fact.expect);
    assert.deepEqual(
      withoutForeignLists(response, paths(["properties.accessPolicies"]), oldInputs),
      v3.forInputs,
    );
    return;
  }
  const { body } = z.object({ body: properties }).parse(fact.given);
  if (fact.name.startsWith("create sends an empty list")) {
    assert.deepEqual(withEmptyLists(body, paths(["container.properties.accessPolicies"])), fact.expect.body);
    return;
  }
  const { maintained, current } = z
    .object({ maintained: z.array(z.string()), current: properties })
    .parse(fact.given);
  assert.deepEqual(withCurrentLists(body, paths(maintained), current), fact.expect.body);
};

export const outputs: Readonly<Record<string, FactCheck>> = {
  "preview-outputs": preview,
  "import-inputs": importInputs,
  "update-defaults": updateDefaults,
  "refresh-defaults": refreshDefaults,
  "sub-resources": subResources,
};
