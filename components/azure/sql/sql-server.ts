import * as pulumi from "@pulumi/pulumi";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import { BackupShortTermRetentionPolicy } from "@pulumi/azure-native/sql/backupShortTermRetentionPolicy.js";
import { Database } from "@pulumi/azure-native/sql/database.js";
import { FirewallRule } from "@pulumi/azure-native/sql/firewallRule.js";
import { LongTermRetentionPolicy } from "@pulumi/azure-native/sql/longTermRetentionPolicy.js";
import { Server } from "@pulumi/azure-native/sql/server.js";
import { ServerBlobAuditingPolicy } from "@pulumi/azure-native/sql/serverBlobAuditingPolicy.js";
import { ServerSecurityAlertPolicy } from "@pulumi/azure-native/sql/serverSecurityAlertPolicy.js";
import type { DirectoryPrincipalType } from "../identity/role-assignment.ts";
import { acceptableName } from "../naming/name-check.ts";
import { nameRules } from "../naming/name-rules.ts";
import { stackName } from "../naming/stack-name.ts";
import { addressesOf } from "../network/cidr.ts";
import { PrivateEndpointConnection } from "../network/private-endpoint-connection.ts";
import { privateLinkGroups } from "../network/private-link.ts";
import type { PrivateLinkArgs } from "../network/private-link.ts";
import { refuse } from "../refusals/refusal.ts";
import { databaseSku } from "./database-sku.ts";
import { BackupRedundancy, defaultSku, sqlRefusals } from "./server-profile.ts";

/** The Entra principal that administers a server. */
export interface SqlAdministratorArgs {
  /** Name of the principal, also its login. */
  login: string;
  /** Object id of the principal. */
  objectId: pulumi.Input<string>;
  /** Kind of the principal; a group where there is a choice. */
  principalType: DirectoryPrincipalType;
}

/** A database of a server. */
export interface SqlDatabaseArgs {
  /** Name of the database. */
  name: string;
  /** SKU, such as GP_Gen5_2, GP_S_Gen5_1 (serverless), BC_Gen5_4, HS_Gen5_2, Basic or S0. Default: GP_Gen5_2. */
  skuName?: string;
  /** Minutes after which an idle serverless database pauses, 15 to 10080, or -1 for never. Default: Azure's, 60. */
  autoPauseMinutes?: number;
  /** Fewest virtual cores of a serverless database. Default: Azure's, 0.5. */
  minCapacity?: number;
  /** Largest size in GiB. Default: 32; 2 with the SKU Basic. */
  maxSizeGb?: number;
  /** Whether replicas run in several zones. Default: true (CKV_AZURE_229). */
  zoneRedundant?: boolean;
  /** Where backups are kept. Default: Geo. */
  backupRedundancy?: BackupRedundancy;
  /** Days for which any point in time can be restored. Default: 14; 7 with the SKU Basic. */
  backupRetentionDays?: number;
  /** How long weekly backups are kept, as an ISO 8601 duration such as P4W. Default: not at all. */
  weeklyBackupRetention?: string;
  /** Whether every table is tamper-evident; cannot be changed later. Default: false (CKV_AZURE_224). */
  ledger?: boolean;
  /** Id of the public maintenance configuration, such as that of weekday or weekend nights. Default: Azure's (PSRule Azure.SQL.MaintenanceWindow). */
  maintenanceConfigurationId?: string;
}

/** Arguments of {@link SqlServer}. */
export interface SqlServerArgs {
  /** Resource group of the server. */
  resourceGroupName: pulumi.Input<string>;
  /** Region. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Name, unique in Azure: 1 to 63 lower case letters, digits and hyphens. Default: component's name and a hash of project and stack. */
  serverName?: string;
  /** Entra tenant of the administrator. */
  tenantId: pulumi.Input<string>;
  /** Administrator. There are no SQL logins (PSRule Azure.SQL.AADOnly). */
  entraAdministrator: SqlAdministratorArgs;
  /** Whether the server is reached from the Internet. Default: false (CKV_AZURE_113). */
  publicNetworkAccess?: boolean;
  /** IPv4 blocks that may reach a public server; needed with publicNetworkAccess (CKV_AZURE_11). Default: none. */
  allowedIpRanges?: string[];
  /** Private endpoint. Default: none. */
  privateEndpoint?: PrivateLinkArgs;
  /** Whether the server reaches only hosts that it is told. Default: true. */
  restrictOutbound?: boolean;
  /** Whether logins and statements are recorded in the workspace. Default: true (CKV_AZURE_23). */
  auditing?: boolean;
  /** Id of the Log Analytics workspace of the audit; needed unless auditing is false. Default: none. */
  logAnalyticsWorkspaceId?: pulumi.Input<string>;
  /** Days for which the audit is kept, 91 or more. Default: 365 (CKV_AZURE_24). */
  auditRetentionDays?: number;
  /** Whether Defender for SQL watches the server; it has a price. Default: true (CKV2_AZURE_13). */
  defender?: boolean;
  /** Who gets Defender's alerts, besides the subscription's owners (CKV_AZURE_26). Default: nobody. */
  alertEmails?: string[];
  /** Databases. Default: none. */
  databases?: SqlDatabaseArgs[];
  /** Whether Pulumi refuses to delete or replace the server and its databases. Default: false. */
  protect?: boolean;
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/** Azure's recommendation; https://learn.microsoft.com/azure/azure-sql/database/auditing-overview (Azure Policy 7ff426e2). */
const auditedActions = [
  "BATCH_COMPLETED_GROUP",
  "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
  "FAILED_DATABASE_AUTHENTICATION_GROUP",
];

/** An Azure SQL server with Entra logins only, and its databases. Token: azure-platform:index:SqlServer. */
export class SqlServer extends pulumi.ComponentResource {
  /** Id of the server. */
  readonly serverId: pulumi.Output<string>;
  /** Name of the server. */
  readonly serverName: pulumi.Output<string>;
  /** Host name of the server. */
  readonly host: pulumi.Output<string>;
  /** Ids of the databases by name. */
  readonly databaseIds: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: SqlServerArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("SqlServer", name, [
      ...acceptableName("serverName", args.serverName, nameRules.sqlServer),
      ...sqlRefusals(args),
    ]);
    super("azure-platform:index:SqlServer", name, args, opts);

    const { resourceGroupName, location, tags, protect } = args;
    const server = new Server(
      `${name}-server`,
      {
        resourceGroupName,
        location,
        tags,
        serverName: args.serverName ?? stackName(nameRules.sqlServer, name),
        version: "12.0",
        // CKV_AZURE_52
        minimalTlsVersion: "1.2",
        publicNetworkAccess: (args.publicNetworkAccess ?? false) ? "Enabled" : "Disabled",
        restrictOutboundNetworkAccess: (args.restrictOutbound ?? true) ? "Enabled" : "Disabled",
        administrators: {
          administratorType: "ActiveDirectory",
          azureADOnlyAuthentication: true,
          login: args.entraAdministrator.login,
          sid: args.entraAdministrator.objectId,
          principalType:
            args.entraAdministrator.principalType === "ServicePrincipal"
              ? "Application"
              : args.entraAdministrator.principalType,
          tenantId: args.tenantId,
        },
      },
      { parent: this, protect },
    );
    for (const [index, range] of (args.allowedIpRanges ?? []).entries()) {
      const [startIpAddress, endIpAddress] = addressesOf(range);
      new FirewallRule(
        `${name}-allow-${index}`,
        {
          resourceGroupName,
          serverName: server.name,
          firewallRuleName: `allow-${index}`,
          startIpAddress,
          endIpAddress,
        },
        { parent: this },
      );
    }
    if (args.privateEndpoint !== undefined) {
      new PrivateEndpointConnection(
        `${name}-private`,
        {
          resourceGroupName,
          location,
          tags,
          targetId: server.id,
          groupId: privateLinkGroups.sqlServer,
          ...args.privateEndpoint,
        },
        { parent: this },
      );
    }

    if (args.auditing ?? true) {
      const policy = new ServerBlobAuditingPolicy(
        `${name}-audit`,
        {
          resourceGroupName,
          serverName: server.name,
          blobAuditingPolicyName: "default",
          state: "Enabled",
          isAzureMonitorTargetEnabled: true,
          auditActionsAndGroups: auditedActions,
          retentionDays: args.auditRetentionDays ?? 365,
        },
        { parent: this },
      );
      // The audit of the whole server is written by its master database.
      new DiagnosticSetting(
        `${name}-audit-log`,
        {
          resourceUri: pulumi.interpolate`${server.id}/databases/master`,
          name: "audit",
          workspaceId: args.logAnalyticsWorkspaceId,
          logs: [{ category: "SQLSecurityAuditEvents", enabled: true }],
        },
        { parent: this, dependsOn: [policy] },
      );
    }
    if (args.defender ?? true) {
      new ServerSecurityAlertPolicy(
        `${name}-defender`,
        {
          resourceGroupName,
          serverName: server.name,
          securityAlertPolicyName: "Default",
          state: "Enabled",
          // CKV_AZURE_25, CKV_AZURE_27: every kind of alert, to the owners too.
          disabledAlerts: [],
          emailAccountAdmins: true,
          emailAddresses: args.alertEmails ?? [],
        },
        { parent: this },
      );
    }

    const databaseIds = (args.databases ?? []).map((settings) => {
      const sku = databaseSku(settings.skuName ?? defaultSku);
      const basic = sku?.tier === "Basic";
      const zoneRedundant = settings.zoneRedundant ?? true;
      const database = new Database(
        `${name}-database-${settings.name}`,
        {
          resourceGroupName,
          location,
          tags,
          serverName: server.name,
          databaseName: settings.name,
          sku:
            sku === undefined
              ? undefined
              : { name: sku.name, tier: sku.tier, family: sku.family, capacity: sku.capacity },
          autoPauseDelay: settings.autoPauseMinutes,
          minCapacity: settings.minCapacity,
          maxSizeBytes: (settings.maxSizeGb ?? (basic ? 2 : 32)) * 2 ** 30,
          zoneRedundant,
          requestedBackupStorageRedundancy: settings.backupRedundancy ?? BackupRedundancy.Geo,
          isLedgerOn: settings.ledger ?? false,
          maintenanceConfigurationId: settings.maintenanceConfigurationId,
        },
        { parent: this, protect },
      );
      new BackupShortTermRetentionPolicy(
        `${name}-database-${settings.name}-backup`,
        {
          resourceGroupName,
          serverName: server.name,
          databaseName: database.name,
          policyName: "default",
          retentionDays: settings.backupRetentionDays ?? (basic ? 7 : 14),
        },
        { parent: this },
      );
      if (settings.weeklyBackupRetention !== undefined) {
        new LongTermRetentionPolicy(
          `${name}-database-${settings.name}-archive`,
          {
            resourceGroupName,
            serverName: server.name,
            databaseName: database.name,
            policyName: "default",
            weeklyRetention: settings.weeklyBackupRetention,
          },
          { parent: this },
        );
      }
      return [settings.name, database.id] as const;
    });

    this.serverId = server.id;
    this.serverName = server.name;
    this.host = server.fullyQualifiedDomainName;
    this.databaseIds = pulumi.output(Object.fromEntries(databaseIds));
    this.registerOutputs({
      serverId: this.serverId,
      serverName: this.serverName,
      host: this.host,
      databaseIds: this.databaseIds,
    });
  }
}
