/** Every supported type through its life, over gRPC, in a platform that uses them together. */
import assert from "node:assert/strict";
import { Schema } from "../../../../local/azure/metadata/schema.ts";
import { supportedResources } from "../../../../local/azure/metadata/supported.ts";
import { toPlainMap } from "../../../../local/provider/plain.ts";
import { isMap, Unknown, type PropertyMap, type PropertyValue } from "../../../../local/provider/values.ts";
import { putPlatform } from "../arm/whole-platform.ts";
import { AzurePlugin, failureOf } from "./azure-plugin.ts";

/** A created resource with what the program said of it. */
interface Created {
  readonly token: string;
  readonly name: string;
  readonly program: PropertyMap;
  readonly urn: string;
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
  readonly preview: PropertyMap;
}

const schema = new Schema();

/** What Azure answers otherwise than it is told, so that no preview can know it. */
const answeredOtherwise: ReadonlySet<string> = new Set([
  // The answer splits the name into name, family and capacity.
  "azure-native:sql:Database.sku.name",
  // Never comes back.
  "azure-native:keyvault:Secret.properties.value",
]);

/**
 * What a refresh finds changed although nobody changed it, as it does in Azure: a cluster lists all its pools, also those that are resources of
 * their own.
 */
const foundChanged: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "azure-native:containerservice:ManagedCluster": { "agentPoolProfiles[1]": "DELETE" },
};

/** Types of which the real provider cannot tell that one is gone: its list of codes lacks theirs (fact: area not-found). */
const goneIsAnError: ReadonlySet<string> = new Set(["azure-native:storage:BlobContainer"]);

function isScope(parameter: string): boolean {
  return parameter === "scope" || parameter === "resourceUri";
}

/**
 * Whether the program gives a list whose items the platform also has as resources of their own. The SDK says not to mix both, because one undoes the other; that is so here too.
 */
function mixesSubResources(one: Created): boolean {
  const inputs = schema.resource(one.token)?.inputs ?? {};
  return Object.keys(one.program).some((name) => inputs[name]?.subResource === true);
}

/** Where a preview promised a value that the update did not keep. */
function brokenPromises(promised: PropertyValue, kept: PropertyValue | undefined, path: string): string[] {
  if (promised instanceof Unknown) {
    return [];
  }
  if (isMap(promised) && isMap(kept)) {
    return Object.entries(promised).flatMap(([key, value]) =>
      brokenPromises(value, kept[key], `${path}.${key}`),
    );
  }
  if (Array.isArray(promised) && Array.isArray(kept)) {
    return promised.flatMap((value, index) => brokenPromises(value, kept[index], `${path}[${index}]`));
  }
  return promised === kept || answeredOtherwise.has(path)
    ? []
    : [`${path}: ${JSON.stringify(promised)} became ${JSON.stringify(kept)}`];
}

describe("every supported type, over gRPC", function () {
  this.timeout(60_000);
  let azure: AzurePlugin;
  const created: Created[] = [];

  before(async () => {
    azure = await AzurePlugin.start();
    await azure.configure();
    await putPlatform({
      put: async (token, parameters, body) => {
        const type = schema.resource(token);
        assert.ok(type, token);
        // The platform's group is the one that its tests have by default.
        const program: PropertyMap = { ...body };
        for (const name of type.pathParameters) {
          const value = parameters[name] ?? "rg";
          // Programs give the id of another resource, which begins with a slash.
          program[name] = isScope(name) ? `/${value}` : value;
        }
        const name = Object.values(parameters).join("-");
        const { inputs, failures } = await azure.check(token, name, program);
        assert.deepEqual(failures, [], token);
        const urn = `urn:pulumi:dev::test::${token}::${name}`;
        const preview = await azure.client.create(urn, inputs, { preview: true });
        const made = await azure.client.create(urn, inputs);
        created.push({ token, name, program, urn, inputs, preview: preview.outputs, ...made });
        return { id: made.id, token, outputs: toPlainMap(made.outputs) };
      },
    });
  });
  after(() => azure.stop());

  it("is in the platform", () => {
    assert.deepEqual(
      new Set(created.map((one) => one.token)),
      new Set(Object.keys(supportedResources).map((name) => `azure-native:${name}`)),
    );
    assert.deepEqual(azure.warnings, []);
  });

  it("has declared outputs only", () => {
    for (const { token, outputs } of created) {
      const declared = schema.resource(token)?.outputs ?? {};
      for (const name of Object.keys(outputs)) {
        assert.ok(name in declared, `${token} has no output ${name}`);
      }
    }
  });

  it("keeps what its preview promised", () => {
    const broken = created.flatMap(({ token, preview, outputs }) => brokenPromises(preview, outputs, token));
    assert.deepEqual(broken, []);
  });

  it("is unchanged when it is previewed again, and after a refresh", async () => {
    for (const one of created.filter((each) => !mixesSubResources(each))) {
      const again = await azure.check(one.token, one.name, one.program, { oldInputs: one.inputs });
      const same = await azure.client.diff(one.urn, one.id, one.inputs, one.outputs, again.inputs);
      assert.deepEqual(same.detailed, {}, one.urn);
      const read = await azure.client.read(one.urn, one.id, one.outputs, one.inputs);
      assert.equal(read.id, one.id);
      const refreshed = await azure.client.diff(
        one.urn,
        one.id,
        read.inputs ?? {},
        read.outputs,
        again.inputs,
      );
      assert.deepEqual(refreshed.detailed, foundChanged[one.token] ?? {}, `refreshed ${one.urn}`);
    }
  });

  it("is imported by its id, into a program that then has nothing to change", async () => {
    for (const one of created) {
      const read = await azure.client.read(one.urn, one.id);
      assert.equal(read.id, one.id);
      const imported = read.inputs ?? {};
      const { inputs, failures } = await azure.check(one.token, one.name, imported, { oldInputs: imported });
      assert.deepEqual(failures, [], one.urn);
      const diffed = await azure.client.diff(one.urn, one.id, imported, read.outputs, inputs);
      assert.deepEqual(diffed.detailed, {}, one.urn);
    }
  });

  it("is read by its get function", async () => {
    for (const one of created) {
      const type = schema.resource(one.token);
      assert.ok(type);
      const [, module = "", name = ""] = one.token.split(":");
      const args = Object.fromEntries(
        type.pathParameters.map((parameter) => [parameter, one.inputs[parameter] ?? null]),
      );
      const found = await azure.client.invoke(`azure-native:${module}:get${name}`, args);
      assert.equal(found.id, one.id);
    }
  });

  it("takes a change of its tags as an update that replaces nothing", async () => {
    for (const one of created) {
      if (schema.resource(one.token)?.inputs.tags === undefined || mixesSubResources(one)) {
        continue;
      }
      const inputs: PropertyMap = { ...one.inputs, tags: { changed: "yes" } };
      const diffed = await azure.client.diff(one.urn, one.id, one.inputs, one.outputs, inputs);
      assert.deepEqual([diffed.changes, diffed.replaces], [true, []], one.urn);
      const outputs = await azure.client.update(one.urn, one.id, one.inputs, one.outputs, inputs);
      assert.deepEqual(outputs.tags, { changed: "yes" }, one.urn);
    }
  });

  it("is deleted in the reverse order, and is gone", async () => {
    for (const one of [...created].reverse()) {
      await azure.client.delete(one.urn, one.id, one.outputs, one.inputs);
      const read = azure.client.read(one.urn, one.id, one.outputs, one.inputs);
      if (goneIsAnError.has(one.token)) {
        assert.match(await failureOf(read), /^Status=404 /);
      } else if (schema.resource(one.token)?.defaultBody === undefined) {
        assert.equal((await read).id, "", one.urn);
      } else {
        assert.equal((await read).id, one.id, one.urn);
      }
    }
  });
});
