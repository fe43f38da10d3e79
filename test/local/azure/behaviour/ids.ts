import assert from "node:assert/strict";
import { z } from "zod";
import { parseToken, versionPart } from "../../../../local/azure/metadata/token.ts";
import { buildId, normalizeId, parseId, sameText } from "../../../../local/azure/provider/arm-id.ts";
import { properties, type FactCheck } from "./fact.ts";
import { ScriptedArm } from "./scripted-arm.ts";
import { withPlugin } from "./with-plugin.ts";

const pair = z.object({ id: z.string(), path: z.string() });

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof Error);
    return error.message;
  }
  throw new Error("nothing was thrown");
}

const parse: FactCheck = (fact) => {
  const { id, path } = pair.parse(fact.given);
  if (fact.expect.error === true) {
    assert.throws(() => parseId(path, id));
  } else {
    assert.deepEqual(parseId(path, id), fact.expect.values);
  }
};

const token: FactCheck = (fact) => {
  const text = z.string().parse(fact.given.token);
  if (fact.expect.error !== undefined) {
    assert.equal(
      messageOf(() => parseToken(text)),
      fact.expect.error,
    );
    return;
  }
  const { module, version, name } = parseToken(text);
  assert.deepEqual({ module, apiVersion: version, resource: name }, fact.expect);
};

const build: FactCheck = (fact) => {
  const { path, params } = z.object({ path: z.string(), params: properties }).parse(fact.given);
  if (fact.expect.error === undefined) {
    assert.equal(buildId(path, params), fact.expect.id);
  } else {
    assert.equal(
      messageOf(() => buildId(path, params)),
      fact.expect.error,
    );
  }
};

const apiVersion: FactCheck = async (fact) => {
  if (fact.expect.modulePart !== undefined) {
    assert.equal(versionPart(z.string().parse(fact.given.apiVersion)), fact.expect.modulePart);
    return;
  }
  // What a refresh records is what it read with: the version of the state, and the next diff replaces nothing.
  const { oldState } = z.object({ oldState: properties }).parse(fact.given);
  const id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/c";
  const type = "azure-native:containerservice:ManagedCluster";
  const arm = new ScriptedArm({ get: (one) => ({ id, token: one, outputs: { name: "c" } }) });
  await withPlugin(arm, async (azure) => {
    const inputs = { resourceGroupName: "rg", resourceName: "c", location: "westus" };
    const urn = `urn:pulumi:s::p::${type}::c`;
    const read = await azure.client.read(urn, id, oldState, inputs);
    assert.equal(read.outputs.azureApiVersion, fact.expect.readWith);
    const checked = await azure.check(type, "c", inputs, { oldInputs: inputs });
    assert.notEqual(checked.inputs.azureApiVersion, fact.expect.readWith);
    const diffed = await azure.client.diff(urn, id, read.inputs ?? {}, read.outputs, checked.inputs);
    assert.equal(diffed.replaces.length, fact.expect.replacements);
    assert.deepEqual(diffed.detailed, { azureApiVersion: "UPDATE" });
  });
};

export const ids: Readonly<Record<string, FactCheck>> = {
  "id-normalize": (fact) =>
    assert.equal(normalizeId(z.string().parse(fact.given.id)), fact.expect.normalized),
  "id-equal": (fact) =>
    assert.equal(sameText(z.string().parse(fact.given.a), z.string().parse(fact.given.b)), fact.expect.equal),
  "id-parse": parse,
  "token-parse": token,
  "path-build": build,
  "api-version": apiVersion,
};
