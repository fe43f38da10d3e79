import { nameOf } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import { absent, number, text } from "../../body.ts";
import { badRequest, refusal, type Refusal } from "../../refusal.ts";
import { hasZones } from "../../regions.ts";
import type { Write } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { delegatedTo } from "../network/subnet.ts";
import { invalidPostgresParameter, parameterOutOfRange } from "./postgres-refusals.ts";
import { isPostgresSize } from "./sizes.ts";

const delegation = "Microsoft.DBforPostgreSQL/flexibleServers";

/** Versions that a new server can have: learn.microsoft.com/azure/postgresql/flexible-server/concepts-supported-versions */
const versions = ["13", "14", "15", "16", "17", "18"];

/** GiB of storage that Premium SSD comes in. */
const storageSizes = [32, 64, 128, 256, 512, 1024, 2048, 4095, 4096, 8192, 16384, 32767];

export function isHighlyAvailable(body: ArmBody): boolean {
  const mode = text(body, "highAvailability.mode");
  return mode === "ZoneRedundant" || mode === "SameZone";
}

/** What the service refuses in a server's body, whatever else exists. */
export function* serverRefusals(body: ArmBody): Iterable<Refusal> {
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

/** What stands against a server: what it lacks, its network, and what it was before. */
export function* serverConflicts(write: Write, azure: Azure): Iterable<Refusal> {
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
