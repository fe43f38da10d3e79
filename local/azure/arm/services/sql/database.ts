import { compact, flag, number, text } from "../../body.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import { hasZones } from "../../regions.ts";
import { containerOf, nameOf } from "../../arm-id.ts";
import type { Resource, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { stableUuid } from "../../uuid.ts";
import { propertyFixed } from "../fixed-properties.ts";
import { objectiveOf, parseDatabaseSku, type DatabaseSku } from "./database-skus.ts";

export const sqlDatabase: ResourceType = {
  token: "azure-native:sql:Database",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Sql/servers/{serverName}/databases/{databaseName}",
  apiVersion: "2023-08-01",
  place: "regional",
  stamps: [],
  identity: true,
  writeOnly: ["createMode", "sampleName", "sourceDatabaseId", "sourceResourceId", "restorePointInTime"],
  enumerations: {
    requestedBackupStorageRedundancy: ["sql", "BackupStorageRedundancy"],
    catalogCollation: ["sql", "CatalogCollationType"],
    licenseType: ["sql", "DatabaseLicenseType"],
    readScale: ["sql", "DatabaseReadScale"],
    createMode: ["sql", "CreateMode"],
    availabilityZone: ["sql", "AvailabilityZoneType"],
    secondaryType: ["sql", "SecondaryType"],
  },
  defaults: (body) => {
    const sku = skuOf(body);
    return compact({
      collation: "SQL_Latin1_General_CP1_CI_AS",
      catalogCollation: "SQL_Latin1_General_CP1_CI_AS",
      maxSizeBytes: sku.maxSizeBytes,
      zoneRedundant: false,
      readScale: sku.tier === "BusinessCritical" || sku.tier === "Premium" ? "Enabled" : "Disabled",
      requestedBackupStorageRedundancy: "Geo",
      isLedgerOn: false,
      availabilityZone: "NoPreference",
      maintenanceConfigurationId: undefined,
      autoPauseDelay: sku.serverless ? 60 : undefined,
      minCapacity: sku.serverless ? 0.5 : undefined,
    });
  },
  refusals: databaseRefusals,
  *conflicts(write, azure) {
    const server = azure.find(containerOf(write.id));
    if (server !== undefined && server.location !== write.location) {
      yield badRequest(
        "LocationNotMatchingServer",
        `The location '${write.location}' of the database is not that of its server ${server.name}, '${server.location}'.`,
      );
    }
    if (flag(write.body, "zoneRedundant") === true && !hasZones(write.location)) {
      yield provisioningUnavailable(`zone redundancy is not available in ${write.location}`);
    }
    if (/[<>*%&:\\/?]|[. ]$/.test(write.name) || write.name.length > 128) {
      yield badRequest("InvalidDatabaseName", `The database name '${write.name}' is invalid.`);
    }
    yield* propertyFixed(write, ["collation", "catalogCollation", "isLedgerOn"]);
  },
  implicit: (id, azure) =>
    nameOf(id).toLowerCase() === "master"
      ? {
          location: azure.find(containerOf(id))?.location ?? "",
          sku: { name: "System" },
          collation: "SQL_Latin1_General_CP1_CI_AS",
        }
      : undefined,
  *undeletable(resource, _azure, container) {
    if (resource.name === "master" && container === resource.id) {
      yield badRequest("CannotDeleteMasterDatabase", "The database master cannot be deleted.");
    }
  },
  outputs: databaseOutputs,
};

function skuOf(body: ArmBody): DatabaseSku {
  const name = text(body, "sku.name") ?? "GP_Gen5_2";
  return (
    parseDatabaseSku(name, number(body, "sku.capacity")) ?? {
      name,
      tier: text(body, "sku.tier") ?? "",
      capacity: 0,
      serverless: false,
      maxSizeBytes: 32 * 1024 ** 3,
      zones: false,
    }
  );
}

function* databaseRefusals(body: ArmBody): Iterable<Refusal> {
  const name = text(body, "sku.name");
  const sku = name === undefined ? undefined : parseDatabaseSku(name, number(body, "sku.capacity"));
  if (
    name !== undefined &&
    sku === undefined &&
    text(body, "sku.tier") === undefined &&
    name !== "ElasticPool"
  ) {
    yield badRequest("InvalidSkuName", `Invalid SKU name '${name}'.`);
  }
  if (sku === undefined) return;
  if (flag(body, "zoneRedundant") === true && !sku.zones) {
    yield provisioningUnavailable(`zone redundancy is not supported for the ${sku.tier} tier`);
  }
  const pause = number(body, "autoPauseDelay");
  if (pause !== undefined && pause !== -1 && (pause < 15 || pause > 10080)) {
    yield badRequest(
      "InvalidAutoPauseDelay",
      `The auto-pause delay of ${pause} minutes is neither -1 nor between 15 and 10080.`,
    );
  }
  if (
    !sku.serverless &&
    ((pause !== undefined && pause !== -1) || number(body, "minCapacity") !== undefined)
  ) {
    yield badRequest(
      "InvalidServerlessProperty",
      `autoPauseDelay and minCapacity are for serverless objectives (GP_S_…, HS_S_…), not for ${name ?? ""}.`,
    );
  }
  const least = number(body, "minCapacity");
  if (sku.serverless && least !== undefined && least > sku.capacity) {
    yield badRequest(
      "InvalidMinCapacity",
      `The minCapacity ${least} is greater than the ${sku.capacity} vCores of ${name ?? ""}.`,
    );
  }
  const size = number(body, "maxSizeBytes");
  if (size !== undefined && sku.tier === "Basic" && size > 2 * 1024 ** 3) {
    yield badRequest(
      "InvalidMaxSizeBytes",
      `The maximum size of ${size} bytes is more than the Basic tier allows (2 GiB).`,
    );
  }
}

function provisioningUnavailable(reason: string): Refusal {
  return badRequest(
    "ProvisioningDisabled",
    `Provisioning of zone redundant database/pool is not supported for your current request: ${reason}.`,
  );
}

function databaseOutputs(resource: Resource): ArmBody {
  const sku = skuOf(resource.body);
  const objective = objectiveOf(sku);
  const current = compact({ name: sku.name, tier: sku.tier, family: sku.family, capacity: sku.capacity });
  return compact({
    databaseId: stableUuid("database", resource.id, resource.createdAt),
    creationDate: resource.createdAt,
    currentServiceObjectiveName: objective,
    requestedServiceObjectiveName: objective,
    currentSku: current,
    sku: current,
    currentBackupStorageRedundancy: text(resource.body, "requestedBackupStorageRedundancy") ?? "Geo",
    defaultSecondaryLocation: secondaryOf(resource.location),
    earliestRestoreDate: resource.createdAt,
    isInfraEncryptionEnabled: false,
    kind: `v12.0,user${sku.family === undefined ? "" : ",vcore"}${sku.serverless ? ",serverless" : ""}`,
    maxLogSizeBytes: 68719476736,
    status: "Online",
    maintenanceConfigurationId:
      text(resource.body, "maintenanceConfigurationId") ??
      `/subscriptions/${resource.id.split("/")[2] ?? ""}/providers/Microsoft.Maintenance/publicMaintenanceConfigurations/SQL_Default`,
  });
}

/** The paired region, where it is known: learn.microsoft.com/azure/reliability/regions-paired */
function secondaryOf(location: string): string {
  const pairs: Readonly<Record<string, string>> = {
    eastus: "westus",
    eastus2: "centralus",
    northeurope: "westeurope",
    westeurope: "northeurope",
    uksouth: "ukwest",
    westus2: "westcentralus",
  };
  return pairs[location] ?? location;
}
