import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { allLogs, defenderPlan, diagnosticsOf, endpointOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { RuleCases, ServiceCases } from "./rule-cases.ts";

const workspace: TestResource = {
  type: "azure-native:operationalinsights:Workspace",
  name: "logs",
  inputs: {
    features: { disableLocalAuth: true },
    publicNetworkAccessForIngestion: "Disabled",
    publicNetworkAccessForQuery: "Disabled",
    retentionInDays: 90,
    replication: { enabled: true, location: "northeurope" },
  },
};

const cluster: TestResource = {
  type: "azure-native:operationalinsights:Cluster",
  inputs: {
    isDoubleEncryptionEnabled: true,
    keyVaultProperties: { keyVaultUri: unknown, keyName: "logs", keyVersion: unknown },
  },
};

const component: TestResource = {
  type: "azure-native:applicationinsights:Component",
  inputs: {
    workspaceResourceId: unknown,
    ingestionMode: "LogAnalytics",
    disableLocalAuth: true,
    publicNetworkAccessForIngestion: "Disabled",
    publicNetworkAccessForQuery: "Disabled",
  },
};

const scope: TestResource = {
  type: "azure-native:monitor:PrivateLinkScope",
  name: "scope",
  inputs: { accessModeSettings: { ingestionAccessMode: "PrivateOnly", queryAccessMode: "PrivateOnly" } },
};

const scoped: TestResource = {
  type: "azure-native:monitor:PrivateLinkScopedResource",
  name: "scoped",
  inputs: { scopeName: unknown, linkedResourceId: unknown },
  dependencies: { scopeName: ["scope"] },
};

const activityExport: TestResource = {
  type: "azure-native:monitor:SubscriptionDiagnosticSetting",
  name: "export",
  inputs: {
    storageAccountId: unknown,
    logs: ["Administrative", "Security", "Alert", "Policy"].map((category) => ({ category, enabled: true })),
  },
  dependencies: { storageAccountId: ["log-account"] },
};

const logProfile: TestResource = {
  type: "azure-native:insights:LogProfile",
  name: "profile",
  inputs: { retentionPolicy: { enabled: true, days: 365 } },
};

const logAccount: TestResource = {
  type: "azure-native:storage:StorageAccount",
  name: "log-account",
  inputs: {
    allowBlobPublicAccess: false,
    publicNetworkAccess: "Disabled",
    encryption: { keySource: "Microsoft.Keyvault" },
  },
};

const metricAlert: TestResource = {
  type: "azure-native:monitor:MetricAlert",
  inputs: { autoMitigate: true, evaluationFrequency: "PT1M" },
};

const queryAlert: TestResource = {
  type: "azure-native:monitor:ScheduledQueryRule",
  inputs: { evaluationFrequency: "PT5M" },
};

const grafana: TestResource = {
  type: "azure-native:dashboard:Grafana",
  name: "grafana",
  inputs: {
    properties: {
      apiKey: "Disabled",
      grafanaMajorVersion: "11",
      publicNetworkAccess: "Disabled",
      zoneRedundancy: "Enabled",
    },
  },
};

const grafanaRole: TestResource = {
  type: "azure-native:authorization:RoleAssignment",
  name: "editors",
  inputs: { principalType: "Group", scope: unknown },
  dependencies: { scope: ["grafana"] },
};

const contact: TestResource = {
  type: "azure-native:security:SecurityContact",
  inputs: {
    emails: "security@example.com",
    phone: "+43 1 000000",
    isEnabled: true,
    notificationsByRole: { state: "On", roles: ["Owner"] },
    notificationsSources: [
      { sourceType: "Alert", minimalSeverity: "High" },
      { sourceType: "AttackPath", minimalRiskLevel: "High" },
    ],
  },
};

const vault: TestResource = { type: "azure-native:keyvault:Vault", name: "vault", inputs: {} };

const metricsWorkspace: TestResource = {
  type: "azure-native:monitor:AzureMonitorWorkspace",
  name: "metrics",
  inputs: {},
};

const collectionEndpoint: TestResource = {
  type: "azure-native:monitor:DataCollectionEndpoint",
  name: "endpoint",
  inputs: {},
};

const collectionRule: TestResource = {
  type: "azure-native:monitor:DataCollectionRule",
  name: "prometheus",
  inputs: { dataCollectionEndpointId: unknown, destinations: unknown },
  dependencies: { dataCollectionEndpointId: ["endpoint"], destinations: ["metrics"] },
};

const association: TestResource = {
  type: "azure-native:monitor:DataCollectionRuleAssociation",
  name: "association",
  inputs: { dataCollectionRuleId: unknown, resourceUri: unknown },
  dependencies: { dataCollectionRuleId: ["prometheus"] },
};

const ruleGroup: TestResource = {
  type: "azure-native:alertsmanagement:PrometheusRuleGroup",
  name: "alarms",
  inputs: { scopes: unknown, rules: unknown },
  dependencies: { scopes: ["metrics"], rules: ["on-call"] },
};

const actionGroup: TestResource = {
  type: "azure-native:monitor:ActionGroup",
  name: "on-call",
  inputs: { enabled: true, groupShortName: "oncall" },
};

const wired = [metricsWorkspace, collectionEndpoint, collectionRule, association, ruleGroup, actionGroup];

/** The wired stack, with this resource in another shape or, if undefined, without it. */
function wiredBut(resource: TestResource, other?: TestResource): readonly TestResource[] {
  return wired.flatMap((candidate) => {
    if (candidate !== resource) return [candidate];
    return other === undefined ? [] : [other];
  });
}

/** Both directions of public access, as Log Analytics and Application Insights have them. */
function publicAccessCases(base: TestResource): RuleCases {
  const ingestion = propertyCases(base, "publicNetworkAccessForIngestion", {
    good: ["Disabled"],
    bad: ["Enabled"],
    absent: "fail",
  });
  const query = propertyCases(base, "publicNetworkAccessForQuery", {
    good: ["SecuredByPerimeter"],
    bad: ["Enabled"],
    absent: "fail",
  });
  return {
    compliant: [...ingestion.compliant, ...query.compliant],
    violating: [...ingestion.violating, ...query.violating],
    absent: query.absent,
    unknown: [...ingestion.unknown, ...query.unknown],
  };
}

/** An alert of the activity log that watches for this value of this field. */
function activityAlert(field: string, value: unknown): TestResource {
  return {
    type: "azure-native:monitor:ActivityLogAlert",
    name: `alert-${String(value)}`,
    inputs: {
      condition: {
        allOf: [
          { field: "category", equals: "Administrative" },
          { field, equals: value },
        ],
      },
      actions: { actionGroups: [{ actionGroupId: unknown }] },
    },
  };
}

/** The cases of a rule that asks for alerts about these operations. */
function alertCases(...operations: readonly [string, ...string[]]): RuleCases {
  const alerts = operations.map((name) => activityAlert("operationName", name));
  const [first] = operations;
  const firstAlert = activityAlert("operationName", first);
  const others = alerts.slice(1);
  return {
    compliant: [
      alerts,
      [
        {
          ...firstAlert,
          type: "azure-native:insights:ActivityLogAlert",
          inputs: {
            ...firstAlert.inputs,
            condition: {
              allOf: [{ anyOf: operations.map((equals) => ({ field: "operationName", equals })) }],
            },
          },
        },
      ],
    ],
    violating: [
      {
        subject: others,
        message: new RegExp(`no activity log alert of the stack watches for operationName ${first}`),
      },
      {
        subject: [withInput(firstAlert, "enabled", false), ...others],
        message: /is off or tells no action group/,
      },
      {
        subject: [withInput(firstAlert, "actions", undefined), ...others],
        message: /is off or tells no action group/,
      },
    ],
    absent: { subject: [], outcome: "fail" },
    unknown: [
      [withInput(firstAlert, "condition", unknown), ...others],
      [withInput(firstAlert, "enabled", unknown), ...others],
    ],
  };
}

/** The cases of a rule that asks for these Defender plans. */
function planCases(...names: readonly [string, ...string[]]): RuleCases {
  const plans = names.map((name) => defenderPlan(name));
  const [first, ...rest] = names;
  const others = rest.map((name) => defenderPlan(name));
  return {
    compliant: [plans, []],
    violating: [
      {
        subject: [defenderPlan(first, "Free"), ...others],
        message: /pricingTier is "Free"; it must be "Standard"/,
      },
      {
        subject: [defenderPlan("Other"), ...others],
        message: new RegExp(`the stack does not choose the Defender plan ${first}`),
      },
    ],
    absent: { subject: [defenderPlan("Other")], outcome: "fail" },
    unknown: [
      [defenderPlan(first, unknown), ...others],
      [withInput(defenderPlan(first), "pricingName", unknown), ...others],
    ],
  };
}

const extended = withInput(defenderPlan("StorageAccounts"), "extensions", [
  { name: "OnUploadMalwareScanning", isEnabled: "True" },
  { name: "SensitiveDataDiscovery", isEnabled: "True" },
]);

export const monitorCases: ServiceCases = {
  "loganalytics-public-access-disabled": publicAccessCases(workspace),
  "loganalytics-entra-only": propertyCases(workspace, "features.disableLocalAuth", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "loganalytics-replicated": {
    compliant: [workspace, withInput(workspace, "replication.location", "North Europe")],
    violating: [
      {
        subject: withInput(workspace, "replication.enabled", false),
        message: /replication\.enabled is false/,
      },
      {
        subject: withInput(workspace, "replication.location", "brazilsouth"),
        message: /replication\.location is "brazilsouth"/,
      },
    ],
    absent: { subject: withInput(workspace, "replication", undefined), outcome: "fail" },
    unknown: [
      withInput(workspace, "replication", unknown),
      withInput(workspace, "replication.location", unknown),
    ],
  },
  "loganalytics-retention": propertyCases(workspace, "retentionInDays", {
    good: [90, 365],
    bad: [30],
    absent: "fail",
  }),
  "loganalytics-cluster-encryption": {
    compliant: [cluster],
    violating: [
      {
        subject: withInput(cluster, "isDoubleEncryptionEnabled", false),
        message: /isDoubleEncryptionEnabled is false/,
      },
      {
        subject: withInput(cluster, "keyVaultProperties", undefined),
        message: /keyVaultProperties\.keyVaultUri is absent/,
      },
    ],
    absent: { subject: withInput(cluster, "isDoubleEncryptionEnabled", undefined), outcome: "fail" },
    unknown: [withInput(cluster, "isDoubleEncryptionEnabled", unknown)],
  },
  "loganalytics-names": propertyCases(workspace, "workspaceName", {
    good: ["platform-logs"],
    bad: ["abc", "-logs", "with_underscore"],
    absent: "pass",
  }),
  "appinsights-workspace-based": {
    compliant: [component, { ...component, type: "azure-native:insights:Component" }],
    violating: [
      {
        subject: withInput(component, "workspaceResourceId", undefined),
        message: /workspaceResourceId is absent/,
      },
      {
        subject: withInput(component, "ingestionMode", "ApplicationInsights"),
        message: /ingestionMode is "ApplicationInsights"/,
      },
    ],
    absent: { subject: withInput(component, "workspaceResourceId", undefined), outcome: "fail" },
    unknown: [withInput(component, "ingestionMode", unknown)],
  },
  "appinsights-local-auth-disabled": propertyCases(component, "disableLocalAuth", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "appinsights-public-access-disabled": publicAccessCases(component),
  "appinsights-names": propertyCases(component, "resourceName", {
    good: ["platform-traces", "traces_(1).b"],
    bad: ["traces.", "a/b"],
    absent: "pass",
  }),
  "monitor-private-link-scope-closed": {
    compliant: [[scope, scoped, endpointOf("scope")], []],
    violating: [
      {
        subject: [
          withInput(scope, "accessModeSettings.queryAccessMode", "Open"),
          scoped,
          endpointOf("scope"),
        ],
        message: /accessModeSettings\.queryAccessMode is "Open"/,
      },
      { subject: [scope, scoped], message: /no private endpoint of the stack leads to the scope/ },
      {
        subject: [scope, endpointOf("scope")],
        message: /no resource of the stack belongs to the scope/,
      },
    ],
    absent: {
      subject: [withInput(scope, "accessModeSettings", undefined), scoped, endpointOf("scope")],
      outcome: "fail",
    },
    unknown: [[withInput(scope, "accessModeSettings", unknown), scoped, endpointOf("scope")]],
  },
  "monitor-activity-log-exported": {
    compliant: [
      [activityExport],
      [withInput(activityExport, "logs", [allLogs])],
      [logProfile],
      [withInput(logProfile, "retentionPolicy", { enabled: false, days: 0 })],
    ],
    violating: [
      {
        subject: [withInput(activityExport, "logs.3.enabled", false)],
        message: /logs does not enable the category Policy/,
      },
      {
        subject: [withInput(logProfile, "retentionPolicy.days", 90)],
        message: /retentionPolicy\.days is 90; it must be at least 365/,
      },
      { subject: [], message: /nothing in the stack exports the activity log/ },
    ],
    absent: { subject: [withInput(activityExport, "logs", undefined)], outcome: "fail" },
    unknown: [
      [withInput(activityExport, "logs.0.enabled", unknown)],
      [withInput(logProfile, "retentionPolicy.days", unknown)],
    ],
  },
  "monitor-activity-log-storage": {
    compliant: [[activityExport, logAccount], [withInput(logAccount, "allowBlobPublicAccess", true)]],
    violating: [
      {
        subject: [activityExport, withInput(logAccount, "allowBlobPublicAccess", true)],
        message: /allowBlobPublicAccess is true/,
      },
      {
        subject: [activityExport, withInput(logAccount, "encryption.keySource", "Microsoft.Storage")],
        message: /encryption\.keySource is "Microsoft\.Storage"/,
      },
      {
        subject: [activityExport, withInput(logAccount, "publicNetworkAccess", "Enabled")],
        message: /publicNetworkAccess is "Enabled"/,
      },
    ],
    absent: { subject: [activityExport, withInput(logAccount, "encryption", undefined)], outcome: "fail" },
    unknown: [[activityExport, withInput(logAccount, "allowBlobPublicAccess", unknown)]],
  },
  "monitor-alert-policy-assignment": alertCases(
    "Microsoft.Authorization/policyAssignments/write",
    "Microsoft.Authorization/policyAssignments/delete",
  ),
  "monitor-alert-security-group": alertCases(
    "Microsoft.Network/networkSecurityGroups/write",
    "Microsoft.Network/networkSecurityGroups/delete",
  ),
  "monitor-alert-security-solution": alertCases(
    "Microsoft.Security/securitySolutions/write",
    "Microsoft.Security/securitySolutions/delete",
  ),
  "monitor-alert-sql-firewall": alertCases(
    "Microsoft.Sql/servers/firewallRules/write",
    "Microsoft.Sql/servers/firewallRules/delete",
  ),
  "monitor-alert-public-ip": alertCases(
    "Microsoft.Network/publicIPAddresses/write",
    "Microsoft.Network/publicIPAddresses/delete",
  ),
  "monitor-alert-service-health": {
    compliant: [[activityAlert("category", "ServiceHealth")]],
    violating: [
      {
        subject: [activityAlert("category", "ResourceHealth")],
        message: /no activity log alert of the stack watches for category ServiceHealth/,
      },
      {
        subject: [withInput(activityAlert("category", "ServiceHealth"), "enabled", false)],
        message: /is off or tells no action group/,
      },
    ],
    absent: { subject: [], outcome: "fail" },
    unknown: [[activityAlert("category", unknown)]],
  },
  "monitor-alert-noise": {
    compliant: [metricAlert, queryAlert, withInput(queryAlert, "evaluationFrequency", "PT1H")],
    violating: [
      { subject: withInput(metricAlert, "autoMitigate", false), message: /autoMitigate is false/ },
      {
        subject: withInput(queryAlert, "evaluationFrequency", "PT1M"),
        message: /evaluationFrequency is "PT1M"; it must be PT5M or longer/,
      },
    ],
    absent: { subject: withInput(metricAlert, "autoMitigate", undefined), outcome: "pass" },
    unknown: [
      withInput(metricAlert, "autoMitigate", unknown),
      withInput(queryAlert, "evaluationFrequency", unknown),
    ],
  },
  "monitor-diagnostic-setting": {
    compliant: [
      [vault, diagnosticsOf("vault", allLogs)],
      [vault, { ...diagnosticsOf("vault", allLogs), type: "azure-native:insights:DiagnosticSetting" }],
      [],
    ],
    violating: [
      {
        subject: [vault, diagnosticsOf("other", allLogs)],
        message: /no diagnostic setting of the stack refers to the resource/,
      },
      {
        subject: [vault, diagnosticsOf("vault", { ...allLogs, enabled: false })],
        message: /does not keep any logs/,
      },
      { subject: [vault, diagnosticsOf("vault")], message: /does not keep any logs/ },
    ],
    absent: { subject: [vault], outcome: "fail" },
    unknown: [[vault, diagnosticsOf("vault", { ...allLogs, enabled: unknown })]],
  },
  "grafana-public-access-disabled": propertyCases(grafana, "properties.publicNetworkAccess", {
    good: ["Disabled"],
    bad: ["Enabled"],
    absent: "fail",
  }),
  "grafana-zone-redundant": propertyCases(grafana, "properties.zoneRedundancy", {
    good: ["Enabled"],
    bad: ["Disabled"],
    absent: "fail",
  }),
  "grafana-version-supported": propertyCases(grafana, "properties.grafanaMajorVersion", {
    good: ["11", "12"],
    bad: ["9", "10"],
    absent: "pass",
  }),
  "grafana-features-off": {
    compliant: [grafana, withInput(grafana, "properties.grafanaConfigurations.smtp", { enabled: false })],
    violating: [
      {
        subject: withInput(grafana, "properties.apiKey", "Enabled"),
        message: /properties\.apiKey is "Enabled"/,
      },
      {
        subject: withInput(grafana, "properties.grafanaConfigurations.smtp", { enabled: true }),
        message: /smtp\.enabled is true/,
      },
      {
        subject: withInput(grafana, "properties.enterpriseConfigurations", { marketplacePlanId: "plan" }),
        message: /marketplacePlanId is "plan"/,
      },
    ],
    absent: { subject: withInput(grafana, "properties.apiKey", undefined), outcome: "pass" },
    unknown: [withInput(grafana, "properties", unknown), withInput(grafana, "properties.apiKey", unknown)],
  },
  "defender-containers": planCases("Containers"),
  "defender-sql": planCases("SqlServers", "SqlServerVirtualMachines"),
  "defender-open-source-databases": planCases("OpenSourceRelationalDatabases"),
  "defender-key-vault": planCases("KeyVaults"),
  "defender-storage": {
    ...planCases("StorageAccounts"),
    compliant: [[extended], []],
    violating: [
      ...planCases("StorageAccounts").violating,
      {
        subject: [withInput(extended, "extensions.0.isEnabled", "False")],
        message: /extensions does not turn on OnUploadMalwareScanning/,
      },
    ],
    unknown: [[defenderPlan("StorageAccounts", unknown)], [withInput(extended, "extensions", unknown)]],
  },
  "defender-resource-manager": planCases("Arm"),
  "defender-cosmosdb": planCases("CosmosDbs"),
  "defender-apis": planCases("Api"),
  "defender-cspm": planCases("CloudPosture"),
  "defender-servers": planCases("VirtualMachines", "AppServices", "Dns"),
  "defender-security-contact": {
    compliant: [contact],
    violating: [
      { subject: withInput(contact, "emails", ""), message: /emails is ""; it must be set/ },
      {
        subject: withInput(contact, "notificationsByRole", { state: "Off", roles: ["Owner"] }),
        message: /notificationsByRole\.state is "Off"/,
      },
      {
        subject: withInput(contact, "notificationsByRole.roles", ["Contributor"]),
        message: /must include "Owner"/,
      },
      {
        subject: withInput(contact, "notificationsSources", [{ sourceType: "Alert" }]),
        message: /must have the source type AttackPath/,
      },
    ],
    absent: { subject: withInput(contact, "emails", undefined), outcome: "fail" },
    unknown: [withInput(contact, "emails", unknown), withInput(contact, "notificationsSources", unknown)],
  },
  "monitor-prometheus-wired": {
    compliant: [wired, []],
    violating: [
      { subject: wiredBut(collectionRule), message: /no data collection rule of the stack sends metrics/ },
      { subject: wiredBut(collectionEndpoint), message: /prometheus has no endpoint of the stack/ },
      { subject: wiredBut(association), message: /prometheus is associated with no cluster/ },
      { subject: wiredBut(ruleGroup), message: /no Prometheus rule group of the stack watches/ },
      { subject: wiredBut(actionGroup), message: /tells an action group of the stack/ },
      {
        subject: wiredBut(ruleGroup, { ...ruleGroup, dependencies: { scopes: ["metrics"] } }),
        message: /tells an action group of the stack/,
      },
    ],
    absent: { subject: [metricsWorkspace], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "grafana-access": {
    compliant: [
      [grafana, grafanaRole, endpointOf("grafana")],
      [
        grafana,
        endpointOf("grafana"),
        { ...withInput(grafanaRole, "principalType", "User"), dependencies: {} },
      ],
    ],
    violating: [
      { subject: [grafana, grafanaRole], message: /no private endpoint of the stack leads/ },
      {
        subject: [grafana, endpointOf("grafana"), withInput(grafanaRole, "principalType", "User")],
        message: /principalType is "User"; it must be "Group"/,
      },
      {
        subject: [withInput(grafana, "properties.apiKey", "Enabled"), endpointOf("grafana")],
        message: /properties\.apiKey is "Enabled"/,
      },
    ],
    absent: {
      subject: [grafana, endpointOf("grafana"), withInput(grafanaRole, "principalType", undefined)],
      outcome: "fail",
    },
    unknown: [[grafana, endpointOf("grafana"), withInput(grafanaRole, "principalType", unknown)]],
  },
};
