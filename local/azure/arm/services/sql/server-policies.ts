import { number, text, texts } from "../../body.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { ResourceType, Stamp } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";

/** Policies of servers and databases exist with what they belong to, switched off; deleting one switches it off again. */
function policy(
  token: string,
  path: string,
  more: Pick<ResourceType, "refusals" | "defaults" | "outputs" | "writeOnly"> & {
    readonly stamps?: readonly Stamp[];
    readonly enum: string;
  },
): ResourceType {
  const { enum: stateEnum, stamps = [], ...rest } = more;
  return {
    token,
    path,
    apiVersion: "2023-08-01",
    place: "nowhere",
    stamps,
    enumerations: { state: ["sql", stateEnum] },
    implicit: (id, azure) => ({ ...(rest.defaults?.({}, id, azure) ?? {}), state: "Disabled" }),
    ...rest,
  };
}

const server =
  "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Sql/servers/{serverName}";
const database = `${server}/databases/{databaseName}`;

/** What is audited unless something else is asked for. */
const auditedByDefault = [
  "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
  "FAILED_DATABASE_AUTHENTICATION_GROUP",
  "BATCH_COMPLETED_GROUP",
];

function* auditingRefusals(body: ArmBody): Iterable<Refusal> {
  const days = number(body, "retentionDays");
  if (days !== undefined && (days < 0 || days > 3285)) {
    yield badRequest(
      "InvalidBlobAuditRetentionDays",
      `The retention of ${days} days is not between 0 and 3285.`,
    );
  }
  const delay = number(body, "queueDelayMs");
  if (delay !== undefined && (delay < 1000 || delay > 2147483647)) {
    yield badRequest(
      "InvalidQueueDelay",
      `The queue delay of ${delay} ms is not between 1000 and 2147483647.`,
    );
  }
  const hasTarget =
    body["storageEndpoint"] !== undefined || body["isAzureMonitorTargetEnabled"] !== undefined;
  if (text(body, "state") === "Enabled" && !hasTarget) {
    yield badRequest(
      "BlobAuditingTargetMissing",
      "Auditing needs a target: storageEndpoint, or isAzureMonitorTargetEnabled with a diagnostic setting.",
    );
  }
}

function auditing(token: string, path: string): ResourceType {
  return policy(token, path, {
    enum: "BlobAuditingPolicyState",
    writeOnly: ["storageAccountAccessKey"],
    refusals: auditingRefusals,
    defaults: () => ({
      retentionDays: 0,
      auditActionsAndGroups: [],
      isAzureMonitorTargetEnabled: false,
      isManagedIdentityInUse: false,
      isStorageSecondaryKeyInUse: false,
      storageAccountSubscriptionId: "00000000-0000-0000-0000-000000000000",
      storageEndpoint: "",
      ...(path.startsWith(database) ? {} : { isDevopsAuditEnabled: false }),
    }),
    outputs: (resource) => {
      const actions = texts(resource.body, "auditActionsAndGroups");
      const enabled = text(resource.body, "state") === "Enabled";
      return {
        auditActionsAndGroups: actions.length === 0 && enabled ? [...auditedByDefault] : actions,
        ...(token.endsWith(":DatabaseBlobAuditingPolicy") ? { kind: "V12" } : {}),
      };
    },
  });
}

export const serverAuditing = auditing(
  "azure-native:sql:ServerBlobAuditingPolicy",
  `${server}/auditingSettings/{blobAuditingPolicyName}`,
);
export const extendedServerAuditing = auditing(
  "azure-native:sql:ExtendedServerBlobAuditingPolicy",
  `${server}/extendedAuditingSettings/{blobAuditingPolicyName}`,
);
export const databaseAuditing = auditing(
  "azure-native:sql:DatabaseBlobAuditingPolicy",
  `${database}/auditingSettings/{blobAuditingPolicyName}`,
);
export const extendedDatabaseAuditing = auditing(
  "azure-native:sql:ExtendedDatabaseBlobAuditingPolicy",
  `${database}/extendedAuditingSettings/{blobAuditingPolicyName}`,
);

/** Alerts that can be switched off: learn.microsoft.com/rest/api/sql/server-security-alert-policies */
const alerts = [
  "Sql_Injection",
  "Sql_Injection_Vulnerability",
  "Access_Anomaly",
  "Data_Exfiltration",
  "Unsafe_Action",
  "Brute_Force",
];

function securityAlerts(token: string, path: string, stateEnum: string): ResourceType {
  return policy(token, path, {
    enum: stateEnum,
    stamps: ["systemData"],
    writeOnly: ["storageAccountAccessKey"],
    *refusals(body) {
      for (const alert of texts(body, "disabledAlerts")) {
        if (alert !== "" && !alerts.includes(alert)) {
          yield badRequest(
            "InvalidDisabledAlerts",
            `There is no alert '${alert}'; allowed are ${alerts.join(", ")}.`,
          );
        }
      }
      for (const address of texts(body, "emailAddresses")) {
        if (address !== "" && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)) {
          yield badRequest("InvalidEmailAddresses", `'${address}' is no e-mail address.`);
        }
      }
    },
    defaults: () => ({
      disabledAlerts: [""],
      emailAddresses: [""],
      emailAccountAdmins: false,
      retentionDays: 0,
      storageEndpoint: "",
    }),
    outputs: (resource) => ({ creationTime: resource.createdAt }),
  });
}

export const serverSecurityAlerts = securityAlerts(
  "azure-native:sql:ServerSecurityAlertPolicy",
  `${server}/securityAlertPolicies/{securityAlertPolicyName}`,
  "SecurityAlertsPolicyState",
);
export const databaseSecurityAlerts = securityAlerts(
  "azure-native:sql:DatabaseSecurityAlertPolicy",
  `${database}/securityAlertPolicies/{securityAlertPolicyName}`,
  "SecurityAlertsPolicyState",
);

export const transparentDataEncryption: ResourceType = {
  ...policy("azure-native:sql:TransparentDataEncryption", `${database}/transparentDataEncryption/{tdeName}`, {
    enum: "TransparentDataEncryptionState",
  }),
  implicit: () => ({ state: "Enabled" }),
};
