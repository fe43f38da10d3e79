/**
 * Resources that exist as long as their parent does. Azure makes them with the parent, in this state; creating one means changing it, and deleting one
 * means setting it back. Source: the list of the real provider, `provider/pkg/openapi/defaults/defaultResourcesState.go` of
 * pulumi/pulumi-azure-native.
 */
import type { JsonValue } from "./model.ts";

/** The state by `module:Resource`, as body properties. */
export const defaultBodies: Readonly<Record<string, { readonly [property: string]: JsonValue }>> = {
  "dbforpostgresql:Configuration": { source: "system-default" },
  "eventhub:NamespaceNetworkRuleSet": { defaultAction: "Deny", publicNetworkAccess: "Disabled" },
  "sql:ServerAzureADOnlyAuthentication": { azureADOnlyAuthentication: false },
  "sql:ServerBlobAuditingPolicy": { state: "Disabled" },
  "sql:ExtendedServerBlobAuditingPolicy": { state: "Disabled" },
  "sql:ServerSecurityAlertPolicy": { state: "Disabled" },
  "sql:DatabaseBlobAuditingPolicy": { state: "Disabled" },
  "sql:ExtendedDatabaseBlobAuditingPolicy": { state: "Disabled" },
  "sql:DatabaseSecurityAlertPolicy": { state: "Disabled" },
  "sql:BackupShortTermRetentionPolicy": { retentionDays: 7 },
  "sql:LongTermRetentionPolicy": {
    monthlyRetention: "PT0S",
    weekOfYear: 1,
    weeklyRetention: "PT0S",
    yearlyRetention: "PT0S",
  },
  // Has no state of its own to set back to, and deleting it does nothing.
  "sql:TransparentDataEncryption": {},
};

/** Resources of {@link defaultBodies} that a delete leaves as they are, in Azure. */
export const leftOnDelete: ReadonlySet<string> = new Set(["sql:TransparentDataEncryption"]);

/**
 * What Azure keeps when a request leaves it out, by `module:Resource`: an update that drops such a property sends this instead. Source: `provider/pkg/gen/propertyDefaults.go`
 * of pulumi/pulumi-azure-native.
 */
export const defaultProperties: Readonly<Record<string, { readonly [property: string]: JsonValue }>> = {
  "storage:StorageAccount": {
    networkRuleSet: {
      bypass: "AzureServices",
      defaultAction: "Allow",
      ipRules: [],
      virtualNetworkRules: [],
    },
  },
};
