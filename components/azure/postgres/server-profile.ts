import { DirectoryPrincipalType } from "../identity/role-assignment.ts";
import { distinct, matching, oneOf, wholeNumber } from "../refusals/checks.ts";
import type { Refusal } from "../refusals/refusal.ts";
import type { PostgresFlexibleServerArgs } from "./postgres-flexible-server.ts";
import { encryptionParameters } from "./server-parameters.ts";

/** Where the standby of a server runs. */
export const PostgresHighAvailability = {
  /** In another zone. */
  ZoneRedundant: "ZoneRedundant",
  /** In the same zone. */
  SameZone: "SameZone",
  /** Nowhere. */
  Disabled: "Disabled",
} as const;
export type PostgresHighAvailability =
  (typeof PostgresHighAvailability)[keyof typeof PostgresHighAvailability];

/** Azure's tiers by the first letter of a SKU's family. */
const tiers = { B: "Burstable", D: "GeneralPurpose", E: "MemoryOptimized" } as const;
export type PostgresTier = (typeof tiers)[keyof typeof tiers];

/** The tier of a SKU such as Standard_D2ds_v5; undefined when the name is none. */
export function tierOf(skuName: string): PostgresTier | undefined {
  const match = /^Standard_([BDE])\d+[a-z]*(_v\d+)?$/.exec(skuName);
  switch (match?.[1]) {
    case "B":
      return tiers.B;
    case "D":
      return tiers.D;
    case "E":
      return tiers.E;
    default:
      return undefined;
  }
}

/** Sizes in GiB of the storage of a server; https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-storage */
const storageSizes = [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32767];

/** Major versions that the component creates. */
const versions = ["14", "15", "16", "17"];

function parameterRefusals(parameters: Readonly<Record<string, string>>): Refusal[] {
  return Object.entries(parameters).flatMap(([name, value]): Refusal[] => {
    const allowed = encryptionParameters[name];
    return allowed === undefined || allowed.includes(value)
      ? []
      : [
          {
            property: `parameters.${name}`,
            value,
            allowed: allowed.join(", "),
            remedy: "Connections to the server are always encrypted (CKV_AZURE_29, CKV_AZURE_147).",
          },
        ];
  });
}

/** What is wrong with the arguments of a server. */
export function postgresRefusals(args: PostgresFlexibleServerArgs): Refusal[] {
  const skuName = args.skuName ?? "Standard_D2ds_v5";
  const tier = tierOf(skuName);
  const highAvailability = args.highAvailability ?? PostgresHighAvailability.ZoneRedundant;
  const found: Refusal[] = [
    ...oneOf("postgresVersion", args.postgresVersion, Object.fromEntries(versions.map((v) => [v, v]))),
    ...oneOf("highAvailability", args.highAvailability, PostgresHighAvailability),
    ...matching("availabilityZone", args.availabilityZone, /^[123]$/, '"1", "2" or "3"', "Or leave it out."),
    ...matching("standbyZone", args.standbyZone, /^[123]$/, '"1", "2" or "3"', "Or leave it out."),
    ...wholeNumber(
      "backupRetentionDays",
      args.backupRetentionDays,
      7,
      35,
      "Azure keeps backups 7 to 35 days.",
    ),
    ...wholeNumber("maintenanceWindow.dayOfWeek", args.maintenanceWindow?.dayOfWeek, 0, 6, "0 is Sunday."),
    ...wholeNumber("maintenanceWindow.startHour", args.maintenanceWindow?.startHour, 0, 23, "In UTC."),
    ...wholeNumber("maintenanceWindow.startMinute", args.maintenanceWindow?.startMinute, 0, 59, "In UTC."),
    ...parameterRefusals(args.parameters ?? {}),
    ...distinct(
      "databases",
      (args.databases ?? []).map(({ name }) => name),
    ),
    ...distinct(
      "entraAdministrators",
      args.entraAdministrators.map(({ name }) => name),
    ),
    ...(args.databases ?? []).flatMap(({ name }, index) =>
      matching(
        `databases[${index}].name`,
        name,
        /^[A-Za-z_][A-Za-z0-9_-]{0,62}$/,
        "1 to 63 letters, digits, underscores and hyphens, first no digit",
        "Choose another name.",
      ),
    ),
    ...args.entraAdministrators.flatMap(({ principalType }, index) =>
      oneOf(`entraAdministrators[${index}].principalType`, principalType, DirectoryPrincipalType),
    ),
  ];
  if (tier === undefined) {
    found.push({
      property: "skuName",
      value: skuName,
      allowed: "a SKU such as Standard_B2s, Standard_D2ds_v5 or Standard_E4ds_v5",
      remedy: "az postgres flexible-server list-skus shows those of a region.",
    });
  }
  if (tier === tiers.B && highAvailability !== PostgresHighAvailability.Disabled) {
    found.push({
      property: "highAvailability",
      value: highAvailability,
      allowed: "Disabled with a burstable SKU",
      remedy: "Set it to Disabled on purpose, or use a SKU such as Standard_D2ds_v5.",
    });
  }
  if (args.standbyZone !== undefined) {
    const same = args.standbyZone === args.availabilityZone;
    if (highAvailability !== PostgresHighAvailability.ZoneRedundant || same) {
      found.push({
        property: "standbyZone",
        value: args.standbyZone,
        allowed: "another zone than availabilityZone, with highAvailability ZoneRedundant",
        remedy: "Leave it out and Azure chooses.",
      });
    }
  }
  if (args.storageGb !== undefined && !storageSizes.includes(args.storageGb)) {
    found.push({
      property: "storageGb",
      value: args.storageGb,
      allowed: storageSizes.join(", "),
      remedy: "Storage grows by itself; it never shrinks.",
    });
  }
  if (args.entraAdministrators.length === 0) {
    found.push({
      property: "entraAdministrators",
      value: [],
      allowed: "at least one principal (PSRule Azure.PostgreSQL.AAD)",
      remedy: "Name the group of the database's administrators.",
    });
  }
  return found;
}
