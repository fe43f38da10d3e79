import { localAccount } from "../../account.ts";
import { absent, compact, number, object, text } from "../../body.ts";
import { badRequest, refusal, type Refusal } from "../../refusal.ts";
import { hasZones } from "../../regions.ts";
import { nameOf } from "../../arm-id.ts";
import type { Link, ResourceType, Write } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import type { Azure } from "../../azure.ts";
import { identityLinks } from "../identities.ts";
import { privateEndpointConnections } from "../network/private-link.ts";
import { delegatedTo, subnetType } from "../network/subnet.ts";
import { invalidPostgresParameter, parameterOutOfRange, unknownPostgresValue } from "./postgres-refusals.ts";
import { isPostgresSize } from "./sizes.ts";

export const postgresToken = "azure-native:dbforpostgresql:Server";

const delegation = "Microsoft.DBforPostgreSQL/flexibleServers";

/** Versions that a new server can have: learn.microsoft.com/azure/postgresql/flexible-server/concepts-supported-versions */
const versions = ["13", "14", "15", "16", "17", "18"];

/** GiB of storage that Premium SSD comes in. */
const storageSizes = [32, 64, 128, 256, 512, 1024, 2048, 4095, 4096, 8192, 16384, 32767];

export const postgresServer: ResourceType = {
  token: postgresToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DBforPostgreSQL/flexibleServers/{serverName}",
  apiVersion: "2025-08-01",
  place: "regional",
  stamps: ["systemData"],
  identity: true,
  writeOnly: ["administratorLoginPassword", "createMode", "pointInTimeUTC"],
  duration: (body) =>
    `${postgresToken} (flexible, ${["ZoneRedundant", "SameZone"].includes(text(body, "highAvailability.mode") ?? "") ? "with" : "no"} HA)`,
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

function isHighlyAvailable(body: ArmBody): boolean {
  const mode = text(body, "highAvailability.mode");
  return mode === "ZoneRedundant" || mode === "SameZone";
}

function* serverRefusals(body: ArmBody): Iterable<Refusal> {
  const version = text(body, "version");
  if (version !== undefined && !versions.includes(version)) yield parameterOutOfRange("version", versions);
  const tier = text(body, "sku.tier");
  const size = text(body, "sku.name");
  if (size !== undefined && tier !== undefined && !isPostgresSize(size, tier)) {
    yield invalidPostgresParameter("sku.name", `The compute size '${size}' is not one of the tier ${tier}.`);
  }
  if (isHighlyAvailable(body) && tier === "Burstable") {
    yield badRequest(
      "HighAvailabilityNotSupportedForBurstableSku",
      "High availability is not supported for the Burstable tier: use GeneralPurpose or MemoryOptimized.",
    );
  }
  const zone = text(body, "availabilityZone");
  const standby = text(body, "highAvailability.standbyAvailabilityZone");
  if (
    zone !== undefined &&
    zone !== "" &&
    zone === standby &&
    text(body, "highAvailability.mode") === "ZoneRedundant"
  ) {
    yield invalidPostgresParameter(
      "standbyAvailabilityZone",
      `The standby of a ZoneRedundant server must be in another zone than the server itself (${zone}).`,
    );
  }
  const days = number(body, "backup.backupRetentionDays");
  if (days !== undefined && (days < 7 || days > 35)) {
    yield invalidPostgresParameter("backupRetentionDays", `It is ${days}, the allowed range is 7 to 35.`);
  }
  const gib = number(body, "storage.storageSizeGB");
  const premiumV2 = ["PremiumV2_LRS", "UltraSSD_LRS"].includes(text(body, "storage.type") ?? "");
  if (gib !== undefined && !premiumV2 && !storageSizes.includes(gib)) {
    yield invalidPostgresParameter("storageSizeGB", `It is ${gib}, allowed are ${storageSizes.join(", ")}.`);
  }
  const login = text(body, "administratorLogin");
  if (
    login !== undefined &&
    (/^(azure_superuser|azuresu|azure_pg_admin|admin|administrator|root|guest|public)$/i.test(login) ||
      /^pg_/i.test(login))
  ) {
    yield invalidPostgresParameter("administratorLogin", `The login name '${login}' is reserved.`);
  }
  const password = text(body, "administratorLoginPassword");
  if (password !== undefined && !isComplex(password)) {
    yield badRequest(
      "PasswordTooWeak",
      "Password validation failed. The password must have 8 to 128 characters of three of: upper case, lower case, digits, others.",
    );
  }
  if (
    text(body, "authConfig.passwordAuth") === "Disabled" &&
    text(body, "authConfig.activeDirectoryAuth") === "Disabled"
  ) {
    yield invalidPostgresParameter(
      "authConfig",
      "At least one of passwordAuth and activeDirectoryAuth must be Enabled.",
    );
  }
}

function* serverConflicts(write: Write, azure: Azure): Iterable<Refusal> {
  if (!/^[a-z0-9]([a-z0-9-]{1,61}[a-z0-9])$/.test(write.name)) {
    yield badRequest(
      "InvalidServerName",
      `The server name '${write.name}' is invalid: 3 to 63 lower-case letters, digits and hyphens, the first and last no hyphen.`,
    );
  }
  const creating = write.before === undefined;
  const mode = text(write.sent, "createMode") ?? "Default";
  const usesPassword = text(write.body, "authConfig.passwordAuth") !== "Disabled";
  if (creating && usesPassword && (mode === "Default" || mode === "Create")) {
    for (const property of ["administratorLogin", "administratorLoginPassword"]) {
      if (absent(write.sent, property)) {
        yield badRequest(
          "MissingRequiredParameter",
          `Required parameter ${property} is missing: password authentication is enabled.`,
        );
      }
    }
  }
  if (creating && absent(write.sent, "sku")) {
    yield badRequest("MissingRequiredParameter", "Required parameter sku is missing.");
  }
  if (text(write.body, "highAvailability.mode") === "ZoneRedundant" && !hasZones(write.location)) {
    yield badRequest("HADisabledForRegion", `HA is disabled for region ${write.location}.`);
  }
  yield* networkConflicts(write, azure);
  if (write.before !== undefined) yield* changeConflicts(write, write.before.body);
}

function* networkConflicts(write: Write, azure: Azure): Iterable<Refusal> {
  const subnetId = text(write.body, "network.delegatedSubnetResourceId");
  const zoneId = text(write.body, "network.privateDnsZoneArmResourceId");
  const subnet = azure.find(subnetId ?? "");
  if (subnet !== undefined && !delegatedTo(subnet).includes(delegation.toLowerCase())) {
    yield badRequest("SubnetNotDelegated", `The subnet ${subnet.id} is not delegated to ${delegation}.`);
  }
  if (subnetId !== undefined && zoneId === undefined) {
    yield badRequest(
      "MissingRequiredParameter",
      "Required parameter privateDnsZoneArmResourceId is missing: the server is in a virtual network.",
    );
  }
  if (zoneId === undefined) return;
  const zone = nameOf(zoneId);
  if (zone.toLowerCase() === `${write.name.toLowerCase()}.postgres.database.azure.com`) {
    yield {
      ...refusal(
        200,
        "PrivateDnsZoneNameNotValid",
        `The Private DNS Zone name provided [${zone}] is not valid. It can not be server name plus zone suffix.`,
      ),
      afterAcceptance: "kept",
    };
  }
  if (!zone.toLowerCase().endsWith(".postgres.database.azure.com")) {
    yield invalidPostgresParameter(
      "privateDnsZoneArmResourceId",
      `The zone name '${zone}' must end with '.postgres.database.azure.com'.`,
    );
  }
}

function* changeConflicts(write: Write, before: ArmBody): Iterable<Refusal> {
  for (const property of [
    "administratorLogin",
    "network.delegatedSubnetResourceId",
    "backup.geoRedundantBackup",
  ]) {
    const [was, is] = [text(before, property), text(write.body, property)];
    if (was === undefined || is === undefined || was === "" || was.toLowerCase() === is.toLowerCase())
      continue;
    yield badRequest(
      "PropertyChangeNotAllowed",
      `The property ${property} of a server cannot be changed from '${was}' to '${is}'.`,
    );
  }
  const [was, is] = [
    number(before, "storage.storageSizeGB") ?? 0,
    number(write.body, "storage.storageSizeGB") ?? 0,
  ];
  if (is < was) {
    yield badRequest(
      "StorageSizeCannotBeReduced",
      `The storage size of a server cannot be reduced from ${was} to ${is} GiB.`,
    );
  }
  const [oldVersion, newVersion] = [Number(text(before, "version")), Number(text(write.body, "version"))];
  if (newVersion < oldVersion) {
    yield parameterOutOfRange(
      "version",
      versions.filter((version) => Number(version) >= oldVersion),
    );
  }
}

function isComplex(password: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  return password.length >= 8 && password.length <= 128 && kinds >= 3;
}
