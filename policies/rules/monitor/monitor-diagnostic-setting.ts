import { diagnosticSettings, logsRequired } from "../../azure/diagnostic-setting.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

/** Types that write resource logs: https://learn.microsoft.com/azure/azure-monitor/reference/logs-index */
const servicesWithLogs: readonly TypePattern[] = [
  "azure-native:apimanagement:ApiManagementService",
  "azure-native:containerregistry:Registry",
  "azure-native:containerservice:ManagedCluster",
  "azure-native:cosmosdb:DatabaseAccount",
  "azure-native:documentdb:DatabaseAccount",
  "azure-native:dashboard:Grafana",
  "azure-native:dbformysql:Server",
  "azure-native:dbforpostgresql:Server",
  "azure-native:eventhub:Namespace",
  "azure-native:keyvault:Vault",
  "azure-native:network:ApplicationGateway",
  "azure-native:network:AzureFirewall",
  "azure-native:network:NetworkSecurityGroup",
  "azure-native:network:PublicIPAddress",
  "azure-native:cache:Redis",
  "azure-native:redis:Redis",
  "azure-native:servicebus:Namespace",
  "azure-native:sql:Database",
];

export default stackRule({
  id: "monitor-diagnostic-setting",
  title: "Services that have logs keep them",
  severity: "medium",
  description:
    "A service's own logs are not kept anywhere unless a diagnostic setting says so, and cannot be had afterwards.",
  remediation:
    'Add a monitor.DiagnosticSetting whose resourceUri is the resource\'s id output, with logs: [{ categoryGroup: "allLogs", enabled: true }].',
  references: {
    catalogue: ["MON-21"],
    cis: ["Found6 6.1.4"],
    nist: ["AU-2", "AU-12"],
    pulumi: ["diagnostic-setting-configuration"],
    docs: [
      "https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings",
      "https://learn.microsoft.com/azure/azure-monitor/reference/logs-index",
    ],
  },
  appliesTo: servicesWithLogs,
  reads: diagnosticSettings,
  check: logsRequired(servicesWithLogs),
});
