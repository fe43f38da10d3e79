import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { readModule } from "../../../../local/azure/metadata/module-file.ts";
import type { ModuleShape, PropertyShapes, TypeShape } from "../../../../local/azure/metadata/model.ts";
import { supportedInvokes, supportedResources } from "../../../../local/azure/metadata/supported.ts";
import type { ArmBody, ArmValue } from "../../../../local/azure/arm/service.ts";
import { isBody } from "../../../../local/azure/arm/body.ts";
import { resourceTypes } from "../../../../local/azure/arm/services/index.ts";
import { LocalArm } from "./local-arm.ts";
import { type Made, putPlatform } from "./whole-platform.ts";

const metadata = new URL("../../../../local/azure/metadata/", import.meta.url);

/** Modules of the SDK, as the provider's metadata has them. */
const modules = new Map<string, ModuleShape>();
for (const file of readdirSync(metadata).filter((name) => name.endsWith(".json"))) {
  modules.set(file.slice(0, -5), readModule(new URL(file, metadata)));
}

describe("resource types of the local Azure", () => {
  it("are those that the provider supports, with the same paths and API versions", () => {
    const described = new Map(resourceTypes.map((type) => [type.token.replace("azure-native:", ""), type]));
    for (const [token, path] of Object.entries(supportedResources)) {
      assert.equal(described.get(token)?.path, path, token);
      const [module = "", name = ""] = token.split(":");
      assert.equal(described.get(token)?.apiVersion, modules.get(module)?.resources[name]?.apiVersion, token);
    }
  });

  it("come with the functions that the provider supports", async () => {
    const local = await LocalArm.open();
    try {
      for (const invoke of supportedInvokes)
        assert.ok(local.arm.supportsInvoke(`azure-native:${invoke}`), invoke);
      for (const token of Object.keys(supportedResources)) {
        assert.ok(local.arm.supportsInvoke(`azure-native:${token.replace(":", ":get")}`), token);
      }
    } finally {
      local.close();
    }
  });
});

describe("answers of the local Azure", () => {
  let local: LocalArm;
  let made: Made;
  before(async () => {
    local = await LocalArm.open();
    made = await putPlatform(local);
  });
  after(() => {
    local.close();
  });

  it("hold every type that the provider supports", () => {
    const tokens = new Set(made.all().map(([key]) => key.slice(0, key.indexOf("/"))));
    assert.deepEqual(
      Object.keys(supportedResources).filter((token) => !tokens.has(token)),
      [],
    );
  });

  it("have the SDK's shape, all the way down", () => {
    const findings = made.all().flatMap(([key, resource]) => {
      const token = key.slice(0, key.indexOf("/"));
      const [module = "", name = ""] = token.split(":");
      const shapes = modules.get(module)?.resources[name]?.outputs;
      return shapes === undefined ? [] : [...misfits(shapes, resource.outputs, token)];
    });
    assert.deepEqual(findings, []);
  });

  it("are the same at the next read", async () => {
    for (const [key, resource] of made.all()) {
      const read = await local.arm.get(resource.token, resource.id);
      assert.equal(read.id, resource.id, key);
      assert.deepEqual(
        Object.keys(read.outputs).sort(),
        Object.keys({ ...resource.outputs, ...read.outputs }).sort(),
        key,
      );
    }
  });

  it("hold no password and no secret value", () => {
    const text = JSON.stringify(made.all());
    assert.ok(!text.includes("S3cret-of-the-test"));
    assert.ok(!readFileSync(`${local.stateDirectory}/azure.db`).includes("S3cret-of-the-test"));
  });
});

/** Properties that the SDK does not know, that lack, or that hold something else. */
function* misfits(shapes: PropertyShapes, value: ArmBody, path: string): Iterable<string> {
  // Where one resource names another, Azure answers the id alone.
  if (Object.keys(value).join() === "id") return;
  for (const key of Object.keys(value))
    if (!Object.hasOwn(shapes, key)) yield `${path}.${key} is not in the SDK`;
  for (const [key, shape] of Object.entries(shapes)) {
    const item = value[key];
    if (item !== undefined) yield* typeMisfits(shape, item, `${path}.${key}`);
    else if (shape.required === true && !leftOut.has(`${path}.${key}`)) yield `${path}.${key} is required`;
  }
}

/** What the SDK calls required and Azure leaves out while there is nothing to say. */
const leftOut = new Set([
  "applicationinsights:Component.hockeyAppToken",
  "containerregistry:Registry.status",
  "containerservice:ManagedCluster.identity.principalId",
  "containerservice:ManagedCluster.identity.tenantId",
  "containerservice:ManagedCluster.privateFQDN",
  "dbforpostgresql:Server.dataEncryption.geoBackupEncryptionKeyStatus",
  "dbforpostgresql:Server.dataEncryption.primaryEncryptionKeyStatus",
  "dbforpostgresql:Server.replica.replicationState",
  "keyvault:Vault.properties.hsmPoolResourceId",
  "keyvault:Vault.properties.privateEndpointConnections",
  "monitor:DataCollectionEndpoint.failoverConfiguration",
  "monitor:DataCollectionEndpoint.metadata",
  "monitor:DataCollectionRule.metadata",
  "monitor:DataCollectionRuleAssociation.metadata",
  "network:PublicIPAddress.ipConfiguration",
  "network:Subnet.purpose",
  "network:VirtualNetwork.subnets[].purpose",
  "sql:Database.failoverGroupId",
  "sql:Database.managedBy",
  "sql:Database.pausedDate",
  "sql:Database.resumedDate",
  "sql:Server.workspaceFeature",
  "storage:BlobContainer.deletedTime",
  "storage:BlobContainer.immutabilityPolicy",
  "storage:BlobContainer.leaseDuration",
  "storage:BlobContainer.legalHold",
  "storage:BlobContainer.version",
  "storage:StorageAccount.accountMigrationInProgress",
  "storage:StorageAccount.blobRestoreStatus",
  "storage:StorageAccount.customDomain",
  "storage:StorageAccount.failoverInProgress",
  "storage:StorageAccount.geoReplicationStats",
  "storage:StorageAccount.isSkuConversionBlocked",
  "storage:StorageAccount.keyPolicy",
  "storage:StorageAccount.lastGeoFailoverTime",
  "storage:StorageAccount.sasPolicy",
  "storage:StorageAccount.secondaryEndpoints",
  "storage:StorageAccount.secondaryLocation",
  "storage:StorageAccount.statusOfSecondary",
]);

function* typeMisfits(shape: TypeShape, value: ArmValue, path: string): Iterable<string> {
  switch (shape.type) {
    case "any":
      return;
    case "string":
    case "boolean":
    case "number":
      if (typeof value !== shape.type) yield `${path} is a ${typeof value}, no ${shape.type}`;
      return;
    case "array":
      if (!Array.isArray(value)) yield `${path} is no list`;
      else if (shape.items !== undefined)
        for (const item of value) yield* typeMisfits(shape.items, item, `${path}[]`);
      return;
    case "map":
      if (!isBody(value)) yield `${path} is no object`;
      else if (shape.items !== undefined) {
        for (const [key, item] of Object.entries(value))
          yield* typeMisfits(shape.items, item, `${path}.${key}`);
      }
      return;
    case "object": {
      const [module = "", name = ""] = (shape.ref ?? "").split(":");
      const shapes = modules.get(module)?.outputs[name];
      if (!isBody(value)) yield `${path} is no object`;
      else if (shapes !== undefined) yield* misfits(shapes, value, path);
    }
  }
}
