import assert from "node:assert/strict";
import { nameRefusal, nameRules } from "../../../../local/azure/metadata/azure-names.ts";
import {
  inputConstraints,
  pathConstraints,
  typeConstraints,
} from "../../../../local/azure/metadata/constraints.ts";
import {
  defaultBodies,
  defaultProperties,
  leftOnDelete,
} from "../../../../local/azure/metadata/default-bodies.ts";
import { keyedArrays } from "../../../../local/azure/metadata/keyed-arrays.ts";
import { fractionalNumbers } from "../../../../local/azure/metadata/numbers.ts";
import { pathParameters, typeBeforeParameter } from "../../../../local/azure/metadata/path-template.ts";
import { replacingProperties } from "../../../../local/azure/metadata/replacing.ts";
import {
  Schema,
  type InputProperties,
  type ResourceSchema,
} from "../../../../local/azure/metadata/schema.ts";
import { supportedInvokes, supportedResources } from "../../../../local/azure/metadata/supported.ts";

const schema = new Schema();

function resource(name: string): ResourceSchema {
  const found = schema.resource(`azure-native:${name}`);
  assert.ok(found, `${name} is not supported`);
  return found;
}

/** Whether a path such as `networkProfile.podCidr` or `pools[].name` leads to a declared property. */
function leadsSomewhere(properties: InputProperties, path: string): boolean {
  const [head = "", ...rest] = path.split(".");
  const property = properties[head.replace("[]", "")];
  if (property === undefined || rest.length === 0) {
    return property !== undefined;
  }
  const ref = head.endsWith("[]") ? property.items?.ref : property.ref;
  return ref !== undefined && leadsSomewhere(schema.input(ref), rest.join("."));
}

describe("the schema of the supported types", () => {
  it("has every supported type and invoke", () => {
    for (const name of Object.keys(supportedResources)) {
      assert.equal(resource(name).token, `azure-native:${name}`);
    }
    for (const name of supportedInvokes) {
      assert.ok(schema.invoke(`azure-native:${name}`), name);
    }
  });

  it("knows versions, paths and properties", () => {
    const vault = resource("keyvault:Vault");
    assert.match(vault.apiVersion ?? "", /^\d{4}-\d\d-\d\d/);
    assert.deepEqual(vault.pathParameters, ["resourceGroupName", "vaultName"]);
    assert.equal(vault.inputs.properties?.required, true);
    assert.equal(schema.input("keyvault:VaultProperties").accessPolicies?.subResource, true);
    assert.deepEqual(schema.values("keyvault:SkuName"), ["standard", "premium"]);
    assert.equal(vault.inputs.vaultName?.constraint?.pattern, "^[a-zA-Z0-9-]{3,24}$");
    assert.equal(vault.inputs.resourceGroupName?.constraint?.maxLength, 90);
    assert.equal(vault.inputs.resourceGroupName?.constraint?.pattern, undefined);
    assert.equal(resource("resources:ResourceGroup").inputs.resourceGroupName?.constraint?.maxLength, 90);
    assert.notEqual(
      resource("resources:ResourceGroup").inputs.resourceGroupName?.constraint?.pattern,
      undefined,
    );
    // The parent's name keeps the parent's rule.
    assert.equal(resource("sql:Database").inputs.resourceGroupName?.constraint?.maxLength, 90);
    assert.equal(resource("keyvault:Secret").inputs.vaultName?.constraint?.pattern, "^[a-zA-Z0-9-]{3,24}$");
    assert.equal(
      schema.input("containerservice:ManagedClusterIdentity").userAssignedIdentities?.stringSet,
      true,
    );
  });

  it("takes every token that the SDK can send", () => {
    for (const token of [
      "azure-native:network/v20240501:VirtualNetwork",
      "azure-native:insights:Component",
      "azure-native:insights/v20200202preview:Component",
    ]) {
      assert.ok(schema.resource(token), token);
    }
    assert.equal(
      schema.resource("azure-native:insights:Component")?.token,
      "azure-native:applicationinsights:Component",
    );
    assert.equal(schema.readBy("azure-native:keyvault:getVault")?.token, "azure-native:keyvault:Vault");
    assert.equal(schema.readBy("azure-native:keyvault:listVault"), undefined);
    assert.equal(schema.resource("azure-native:compute:VirtualMachine"), undefined);
    assert.equal(schema.resource("azure-native:keyvault:constructor"), undefined);
    assert.throws(() => schema.resource("keyvault:Vault"), { message: "malformed token 'keyvault:Vault'" });
  });

  it("has no line in a hand-kept table that belongs to nothing", () => {
    for (const [name, paths] of Object.entries(replacingProperties)) {
      for (const path of paths) {
        assert.ok(leadsSomewhere(resource(name).inputs, path), `replacing.ts: ${name} has no ${path}`);
      }
    }
    for (const [name, properties] of Object.entries(inputConstraints)) {
      for (const property of Object.keys(properties)) {
        assert.ok(resource(name).inputs[property]?.constraint, `constraints.ts: ${name} has no ${property}`);
      }
    }
    for (const [ref, properties] of Object.entries(typeConstraints)) {
      for (const property of Object.keys(properties)) {
        assert.ok(schema.input(ref)[property]?.constraint, `constraints.ts: ${ref} has no ${property}`);
      }
    }
    const types = new Set(
      Object.values(supportedResources).flatMap((path) =>
        pathParameters(path).map((parameter) => typeBeforeParameter(path, parameter)),
      ),
    );
    for (const type of [...Object.keys(pathConstraints), ...Object.keys(nameRules)]) {
      assert.ok(types.has(type), `constraints.ts or azure-names.ts: no path has the type ${type}`);
    }
    for (const path of [...fractionalNumbers, ...Object.keys(keyedArrays)]) {
      const [owner = "", property = ""] = path.split(".");
      const properties = owner in supportedResources ? resource(owner).inputs : schema.input(owner);
      assert.ok(property in properties, `numbers.ts or keyed-arrays.ts: nothing is ${path}`);
    }
    for (const [name, body] of [...Object.entries(defaultBodies), ...Object.entries(defaultProperties)]) {
      for (const property of Object.keys(body)) {
        assert.ok(property in resource(name).inputs, `default-bodies.ts: ${name} has no ${property}`);
      }
    }
    for (const name of leftOnDelete) {
      assert.ok(resource(name).defaultBody, name);
    }
  });
});

describe("Azure's rules for names", () => {
  const refused = (type: string, names: readonly string[]): string[] =>
    names.filter((name) => nameRefusal(type, name) !== undefined);

  it("hold for networks", () => {
    const names = ["vnet", "my.vnet_", "a".repeat(64), "a", "-vnet", "vnet-", "v net", "a".repeat(65)];
    assert.deepEqual(refused("microsoft.network/virtualnetworks", names), names.slice(3));
  });

  it("hold for private zones, vaults, identities and events", () => {
    assert.deepEqual(
      refused("microsoft.network/privatednszones", ["privatelink.azurecr.io", "local", "a..b"]),
      ["local", "a..b"],
    );
    assert.deepEqual(refused("microsoft.keyvault/vaults", ["kv-1", "1kv", "kv--1", "kv-"]), [
      "1kv",
      "kv--1",
      "kv-",
    ]);
    assert.deepEqual(refused("microsoft.managedidentity/userassignedidentities", ["id-1", "id", "-id"]), [
      "id",
      "-id",
    ]);
    assert.deepEqual(refused("microsoft.eventhub/namespaces", ["events", "1events", "events-"]), [
      "1events",
      "events-",
    ]);
    assert.deepEqual(refused("resourcegroups", ["rg", "rg."]), ["rg."]);
  });

  it("say nothing of a type that they do not know", () => {
    assert.deepEqual(refused("microsoft.other/things", ["", "!"]), []);
  });
});
