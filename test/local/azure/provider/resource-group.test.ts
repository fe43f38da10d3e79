import assert from "node:assert/strict";
import { urnOf } from "../../provider/provider-client.ts";
import { Unknown } from "../../../../local/provider/values.ts";
import { AzurePlugin, failureOf, subscription } from "./azure-plugin.ts";

const type = "azure-native:resources:ResourceGroup";

describe("a resource group, over gRPC", function () {
  this.timeout(20_000);
  let azure: AzurePlugin;

  before(async () => {
    azure = await AzurePlugin.start();
    await azure.configure({ location: "westeurope" });
  });
  after(() => azure.stop());

  it("is named, placed, previewed, created, read, updated, found unchanged and deleted", async () => {
    const checked = await azure.check(type, "rg", { tags: { stage: "dev" } });
    assert.deepEqual(checked.failures, []);
    const name = checked.inputs.resourceGroupName;
    assert.ok(typeof name === "string");
    assert.match(name, /^rg[0-9a-f]{8}$/);
    assert.equal(checked.inputs.location, "westeurope");
    assert.equal(checked.inputs.__createBeforeDelete, true);

    const preview = await azure.client.create(urnOf(type, "rg"), checked.inputs, { preview: true });
    assert.equal(preview.id, "");
    assert.ok(preview.outputs.name instanceof Unknown);
    assert.equal(preview.outputs.location, "westeurope");
    assert.deepEqual(preview.outputs.tags, { stage: "dev" });

    const created = await azure.client.create(urnOf(type, "rg"), checked.inputs);
    assert.equal(created.id, `/subscriptions/${subscription}/resourceGroups/${name}`);
    assert.equal(created.outputs.name, name);
    assert.equal(created.outputs.type, "Microsoft.Resources/resourceGroups");
    assert.equal(created.outputs.azureApiVersion, checked.inputs.azureApiVersion);

    assert.match(
      await failureOf(azure.client.create(urnOf(type, "rg"), checked.inputs)),
      new RegExp(`^cannot create already existing resource '${created.id}'$`),
    );

    const again = await azure.check(type, "rg", { tags: { stage: "dev" } }, { oldInputs: checked.inputs });
    assert.deepEqual(again.inputs, checked.inputs);
    const same = await azure.client.diff(
      urnOf(type, "rg"),
      created.id,
      checked.inputs,
      created.outputs,
      again.inputs,
    );
    assert.equal(same.changes, false);

    const refreshed = await azure.client.read(urnOf(type, "rg"), created.id, created.outputs, checked.inputs);
    assert.deepEqual(refreshed.inputs, checked.inputs);
    assert.deepEqual(refreshed.outputs, created.outputs);

    const changed = { ...checked.inputs, tags: { stage: "prod" } };
    const diffed = await azure.client.diff(
      urnOf(type, "rg"),
      created.id,
      checked.inputs,
      created.outputs,
      changed,
    );
    assert.deepEqual(diffed.detailed, { "tags.stage": "UPDATE" });
    assert.deepEqual(diffed.replaces, []);
    const updated = await azure.client.update(
      urnOf(type, "rg"),
      created.id,
      checked.inputs,
      created.outputs,
      changed,
    );
    assert.deepEqual(updated.tags, { stage: "prod" });

    const moved = await azure.client.diff(urnOf(type, "rg"), created.id, changed, updated, {
      ...changed,
      location: "northeurope",
    });
    assert.deepEqual(moved.replaces, ["location"]);
    // Named at random, so that the new one can be there first.
    assert.equal(moved.deleteBeforeReplace, false);

    await azure.client.delete(urnOf(type, "rg"), created.id, updated, changed);
    assert.equal((await azure.client.read(urnOf(type, "rg"), created.id, updated, changed)).id, "");
    // Gone already: deleted.
    await azure.client.delete(urnOf(type, "rg"), created.id, updated, changed);
  });

  it("is imported by its id", async () => {
    const made = await azure.create(type, "imported", { resourceGroupName: "imported", tags: { a: "b" } });
    const read = await azure.client.read(made.urn, made.id);
    assert.equal(read.id, made.id);
    assert.deepEqual(read.inputs, {
      resourceGroupName: "imported",
      location: "westeurope",
      tags: { a: "b" },
    });
    // What was imported is what the program says: nothing to change.
    const { inputs } = await azure.check(
      type,
      "imported",
      { resourceGroupName: "imported", tags: { a: "b" } },
      { oldInputs: read.inputs },
    );
    const diffed = await azure.client.diff(made.urn, made.id, read.inputs ?? {}, read.outputs, inputs);
    assert.equal(diffed.changes, false);
  });

  it("is refused with Azure's words when it is nowhere", async () => {
    const nowhere = await AzurePlugin.start();
    try {
      await nowhere.configure();
      const checked = await nowhere.check(type, "rg", {});
      assert.deepEqual(checked.failures, [{ property: "", reason: "missing required property 'location'" }]);
    } finally {
      await nowhere.stop();
    }
  });

  it("warns at the preview of what is refused at the create", async () => {
    const { inputs } = await azure.check(type, "mars", { location: "mars", tagz: { a: "b" } });
    await azure.client.create(urnOf(type, "mars"), inputs, { preview: true });
    assert.ok(
      azure.warnings.some((text) => text.includes("'tagz' is no property") && text.includes("'tags'")),
    );
    assert.ok(
      azure.warnings.some((text) => text.startsWith("Azure will refuse this") && text.includes("mars")),
    );
    assert.match(
      await failureOf(azure.client.create(urnOf(type, "mars"), inputs)),
      /^Status=400 Code="LocationNotAvailable/,
    );
  });

  it("is read by the get function, and by its name in any letter case", async () => {
    await azure.create(type, "found", { resourceGroupName: "Found" });
    const found = await azure.client.invoke("azure-native:resources:getResourceGroup", {
      resourceGroupName: "found",
    });
    assert.equal(found.name, "Found");
    assert.equal(found.id, `/subscriptions/${subscription}/resourceGroups/Found`);
  });
});

describe("the provider, over gRPC", function () {
  this.timeout(20_000);
  let azure: AzurePlugin;

  before(async () => {
    azure = await AzurePlugin.start();
    await azure.configure();
  });
  after(() => azure.stop());

  it("refuses by name what it does not implement", async () => {
    const refused = await failureOf(azure.check("azure-native:compute:VirtualMachine", "vm", {}));
    assert.match(refused, /^not implemented in the local Azure: azure-native:compute:VirtualMachine\. /);
    assert.match(
      await failureOf(azure.client.invoke("azure-native:compute:getVirtualMachine", {})),
      /^not implemented in the local Azure: azure-native:compute:getVirtualMachine\. /,
    );
    assert.equal(
      await failureOf(azure.check("azure-native:compute:NoSuchThing", "x", {})),
      "Resource type azure-native:compute:NoSuchThing not found",
    );
  });

  it("knows who the program is", async () => {
    const client = await azure.client.invoke("azure-native:authorization:getClientConfig");
    assert.equal(client.subscriptionId, subscription);
    assert.deepEqual(Object.keys(client).sort(), ["clientId", "objectId", "subscriptionId", "tenantId"]);
    const configured = await AzurePlugin.start();
    try {
      await configured.configure({ subscriptionId: "aaaa", tenantId: "bbbb" });
      const other = await configured.client.invoke("azure-native:authorization:getClientConfig");
      assert.equal(other.subscriptionId, "aaaa");
      assert.equal(other.tenantId, "bbbb");
    } finally {
      await configured.stop();
    }
  });

  it("describes what it has in a schema that refers to nothing that is not there", async () => {
    const text = await azure.client.schema();
    const schema: unknown = JSON.parse(text);
    assert.ok(typeof schema === "object" && schema !== null && "types" in schema && "resources" in schema);
    assert.ok(typeof schema.types === "object" && schema.types !== null);
    const refs = new Set([...text.matchAll(/"\$ref":"#\/types\/([^"]+)"/g)].map((match) => match[1] ?? ""));
    assert.ok(refs.size > 100);
    for (const ref of refs) {
      assert.ok(ref in schema.types, ref);
    }
  });
});
