import { localAccount } from "../../account.ts";
import { absent, compact, number, object, text } from "../../body.ts";
import { badRequest, refusal } from "../../refusal.ts";
import { hasZones } from "../../regions.ts";
import { nameOf } from "../../arm-id.ts";
import type { Link, ResourceType } from "../../resource-type.ts";
import { identityLinks } from "../identities.ts";
import { privateEndpointConnections } from "../network/private-link.ts";
import { subnetType } from "../network/subnet.ts";
import { invalidPostgresParameter, unknownPostgresValue } from "./postgres-refusals.ts";
import { isHighlyAvailable, serverConflicts, serverRefusals } from "./server-rules.ts";

export const postgresToken = "azure-native:dbforpostgresql:Server";

export const postgresServer: ResourceType = {
  token: postgresToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DBforPostgreSQL/flexibleServers/{serverName}",
  apiVersion: "2025-08-01",
  place: "regional",
  stamps: ["systemData"],
  identity: true,
  writeOnly: ["administratorLoginPassword", "createMode", "pointInTimeUTC"],
  duration: (body) => `${postgresToken} (flexible, ${isHighlyAvailable(body) ? "with" : "no"} HA)`,
  enumerations: {
    "sku.tier": ["dbforpostgresql", "SkuTier"],
    "highAvailability.mode": ["dbforpostgresql", "PostgreSqlFlexibleServerHighAvailabilityMode"],
    "authConfig.activeDirectoryAuth": ["dbforpostgresql", "MicrosoftEntraAuth"],
    "authConfig.passwordAuth": ["dbforpostgresql", "PasswordBasedAuth"],
    "backup.geoRedundantBackup": ["dbforpostgresql", "GeographicallyRedundantBackup"],
    "network.publicNetworkAccess": ["dbforpostgresql", "ServerPublicNetworkAccessState"],
    "storage.type": ["dbforpostgresql", "StorageType"],
    "storage.tier": ["dbforpostgresql", "AzureManagedDiskPerformanceTier"],
    createMode: ["dbforpostgresql", "CreateMode"],
  },
  unknownValue: unknownPostgresValue,
  unique: {
    realm: "postgres",
    taken: (write) =>
      refusal(
        409,
        "ServerNameAlreadyExists",
        `Specified server name is already used. The server name '${write.name}' must be unique across Azure.`,
      ),
  },
  defaults: (body) => ({
    version: "17",
    administratorLogin:
      text(body, "authConfig.passwordAuth") === "Disabled" ? "" : (text(body, "administratorLogin") ?? ""),
    authConfig: { activeDirectoryAuth: "Disabled", passwordAuth: "Enabled" },
    backup: { backupRetentionDays: 7, geoRedundantBackup: "Disabled" },
    highAvailability: { mode: "Disabled" },
    maintenanceWindow: { customWindow: "Disabled", dayOfWeek: 0, startHour: 0, startMinute: 0 },
    network: {
      publicNetworkAccess: absent(body, "network.delegatedSubnetResourceId") ? "Enabled" : "Disabled",
    },
    storage: {
      storageSizeGB: 32,
      autoGrow: "Disabled",
      tier: diskOf(number(body, "storage.storageSizeGB") ?? 32)[0],
      type: "",
    },
    replicationRole: "Primary",
    dataEncryption: { type: "SystemManaged" },
  }),
  refusals: serverRefusals,
  conflicts: serverConflicts,
  *links(body, id): Iterable<Link> {
    yield* identityLinks(body, (target) =>
      badRequest("InvalidParameterValue", `The user-assigned identity ${target} was not found.`),
    );
    const subnet = text(body, "network.delegatedSubnetResourceId");
    if (subnet !== undefined) {
      yield {
        target: subnet,
        property: "network.delegatedSubnetResourceId",
        type: subnetType,
        blocks: true,
        via: `${subnet}/serviceAssociationLinks/${nameOf(id)}`,
        missing: invalidPostgresParameter("delegatedSubnetResourceId", `The subnet ${subnet} was not found.`),
      };
    }
    const zone = text(body, "network.privateDnsZoneArmResourceId");
    if (zone !== undefined) {
      yield {
        target: zone,
        property: "network.privateDnsZoneArmResourceId",
        type: "Microsoft.Network/privateDnsZones",
        missing: invalidPostgresParameter(
          "privateDnsZoneArmResourceId",
          `The private DNS zone ${zone} was not found.`,
        ),
      };
    }
  },
  refusesPrivateEndpoint: (resource) =>
    absent(resource.body, "network.delegatedSubnetResourceId")
      ? undefined
      : "Private endpoints are not supported for a server with VNet integration.",
  outputs: (resource, azure) =>
    compact({
      fullyQualifiedDomainName: `${resource.name.toLowerCase()}.postgres.database.azure.com`,
      state:
        resource.state === "Succeeded" ? "Ready" : resource.state === "Failed" ? "Disabled" : "Provisioning",
      minorVersion: minorVersions[text(resource.body, "version") ?? ""] ?? "0",
      replicaCapacity: 5,
      replica: { role: "Primary", capacity: 5 },
      availabilityZone: text(resource.body, "availabilityZone") ?? (hasZones(resource.location) ? "1" : ""),
      authConfig: { tenantId: text(resource.body, "authConfig.tenantId") ?? localAccount.tenantId },
      backup: { earliestRestoreDate: resource.createdAt },
      highAvailability: { state: isHighlyAvailable(resource.body) ? "Healthy" : "NotEnabled" },
      storage: { iops: diskOf(number(resource.body, "storage.storageSizeGB") ?? 32)[1] },
      network: object(resource.body, "network"),
      privateEndpointConnections: privateEndpointConnections(resource, azure),
    }),
};

const minorVersions: Readonly<Record<string, string>> = {
  "13": "22",
  "14": "19",
  "15": "14",
  "16": "10",
  "17": "6",
  "18": "0",
};

/** Performance tier and IOPS of Premium SSD by GiB: learn.microsoft.com/azure/postgresql/flexible-server/concepts-storage */
const disks: readonly (readonly [number, string, number])[] = [
  [32, "P4", 120],
  [64, "P6", 240],
  [128, "P10", 500],
  [256, "P15", 1100],
  [512, "P20", 2300],
  [1024, "P30", 5000],
  [2048, "P40", 7500],
  [4096, "P50", 7500],
  [8192, "P60", 16000],
  [16384, "P70", 18000],
  [32767, "P80", 20000],
];

function diskOf(gib: number): readonly [string, number] {
  const disk = disks.find(([size]) => gib <= size);
  return disk === undefined ? ["P80", 20000] : [disk[1], disk[2]];
}
