import { DirectoryPrincipalType } from "../identity/role-assignment.ts";
import { firewallRefusals } from "../network/firewall.ts";
import { distinct, matching, oneOf, wholeNumber } from "../refusals/checks.ts";
import type { Refusal } from "../refusals/refusal.ts";
import { databaseSku } from "./database-sku.ts";
import type { SqlDatabaseArgs, SqlServerArgs } from "./sql-server.ts";

/** Where copies of backups are kept. */
export const BackupRedundancy = {
  /** In one zone. */
  Local: "Local",
  /** In three zones of the region. */
  Zone: "Zone",
  /** In the paired region too. */
  Geo: "Geo",
  /** In three zones, and in the paired region. */
  GeoZone: "GeoZone",
} as const;
export type BackupRedundancy = (typeof BackupRedundancy)[keyof typeof BackupRedundancy];

/** SKU of a database when none is given. */
export const defaultSku = "GP_Gen5_2";

function databaseRefusals(path: string, args: SqlDatabaseArgs): Refusal[] {
  const skuName = args.skuName ?? defaultSku;
  const sku = databaseSku(skuName);
  if (sku === undefined) {
    return [
      {
        property: `${path}.skuName`,
        value: skuName,
        allowed: "a SKU such as GP_Gen5_2, GP_S_Gen5_1, BC_Gen5_4, HS_Gen5_2, Basic, S0 or P1",
        remedy: "az sql db list-editions shows those of a region.",
      },
    ];
  }
  const found: Refusal[] = [
    ...matching(
      `${path}.name`,
      args.name,
      /^[^<>*%&:\\/?]{0,127}[^<>*%&:\\/? .]$/,
      "1 to 128 characters without <>*%&:\\/?, the last no space or dot (PSRule Azure.SQL.DBName)",
      "Choose another name.",
    ),
    ...oneOf(`${path}.backupRedundancy`, args.backupRedundancy, BackupRedundancy),
    ...wholeNumber(
      `${path}.backupRetentionDays`,
      args.backupRetentionDays,
      1,
      sku.tier === "Basic" ? 7 : 35,
      "Azure keeps point-in-time backups that long.",
    ),
    ...wholeNumber(`${path}.maxSizeGb`, args.maxSizeGb, 1, 4096, "Or leave it out."),
    ...matching(
      `${path}.weeklyBackupRetention`,
      args.weeklyBackupRetention,
      /^P\d+[DWMY]$/,
      "an ISO 8601 duration such as P4W or P1Y",
      "Or leave it out.",
    ),
  ];
  if (!sku.serverless) {
    for (const property of ["autoPauseMinutes", "minCapacity"] as const) {
      if (args[property] !== undefined) {
        found.push({
          property: `${path}.${property}`,
          value: args[property],
          allowed: `nothing with the sku ${skuName}`,
          remedy: "Only serverless SKUs such as GP_S_Gen5_1 pause and scale by themselves.",
        });
      }
    }
  }
  if (sku.serverless && args.autoPauseMinutes !== undefined && args.autoPauseMinutes !== -1) {
    found.push(
      ...wholeNumber(`${path}.autoPauseMinutes`, args.autoPauseMinutes, 15, 10080, "-1 never pauses."),
    );
    // https://learn.microsoft.com/azure/azure-sql/database/serverless-tier-overview#auto-pause
    if (args.weeklyBackupRetention !== undefined) {
      found.push({
        property: `${path}.weeklyBackupRetention`,
        value: args.weeklyBackupRetention,
        allowed: "nothing with a database that pauses",
        remedy: "Set autoPauseMinutes to -1, or leave the retention out.",
      });
    }
  }
  if ((args.zoneRedundant ?? true) && (sku.tier === "Basic" || sku.tier === "Standard")) {
    found.push({
      property: `${path}.zoneRedundant`,
      value: args.zoneRedundant,
      allowed: `false with the sku ${skuName}`,
      remedy: "Set it to false on purpose, or use a SKU such as GP_Gen5_2.",
    });
  }
  return found;
}

/** What is wrong with the arguments of a server and its databases. */
export function sqlRefusals(args: SqlServerArgs): Refusal[] {
  const databases = args.databases ?? [];
  const found: Refusal[] = [
    ...firewallRefusals(args.publicNetworkAccess, args.allowedIpRanges),
    ...oneOf(
      "entraAdministrator.principalType",
      args.entraAdministrator.principalType,
      DirectoryPrincipalType,
    ),
    ...wholeNumber(
      "auditRetentionDays",
      args.auditRetentionDays,
      91,
      3285,
      "CIS Azure 3.0 5.1.6 asks for more than 90 days.",
    ),
    ...(args.alertEmails ?? []).flatMap((address, index) =>
      matching(
        `alertEmails[${index}]`,
        address,
        /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
        "an e-mail address",
        "Correct it.",
      ),
    ),
    ...distinct(
      "databases",
      databases.map(({ name }) => name),
    ),
    ...databases.flatMap((database, index) => databaseRefusals(`databases[${index}]`, database)),
  ];
  if ((args.auditing ?? true) && args.logAnalyticsWorkspaceId === undefined) {
    found.push({
      property: "auditing",
      value: args.auditing,
      allowed: "true with logAnalyticsWorkspaceId, or false",
      remedy: "Give the id of a Log Analytics workspace, or turn auditing off on purpose.",
    });
  }
  return found;
}
