import { storageAccounts } from "../../azure/storage-service.ts";
import { each } from "../../evaluate.ts";
import { demandOneOf } from "../../requirement.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

const exports: readonly TypePattern[] = [
  "azure-native:monitor:SubscriptionDiagnosticSetting",
  "azure-native:insights:SubscriptionDiagnosticSetting",
  "azure-native:insights:LogProfile",
];

export default stackRule({
  id: "monitor-activity-log-storage",
  title: "Storage that keeps the activity log is private and has a key of the customer",
  severity: "medium",
  description: "Whoever can change the log can hide; whoever can read it learns how the subscription is run.",
  remediation:
    'Set allowBlobPublicAccess: false, publicNetworkAccess: "Disabled" and encryption.keySource: "Microsoft.Keyvault" on the storage account.',
  references: {
    catalogue: ["MON-13"],
    checkov: ["CKV2_AZURE_8"],
    azurePolicy: ["fbb99e8e"],
    cis: ["Found6 6.1.1.3"],
    prowler: [
      "monitor_storage_account_with_activity_logs_is_private",
      "monitor_storage_account_with_activity_logs_cmk_encrypted",
    ],
    nist: ["AU-9", "SC-28"],
    pulumi: ["activity-log-encryption-enabled"],
    docs: [
      "https://learn.microsoft.com/azure/azure-monitor/platform/activity-log",
      "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview",
    ],
  },
  appliesTo: [...exports],
  reads: storageAccounts,
  check: (stack) => {
    const kept = new Set(
      stack.ofType(...exports).flatMap((source) => source.dependenciesOf("storageAccountId")),
    );
    const accounts = stack.ofType(...storageAccounts).filter(({ urn }) => kept.has(urn));
    return each(accounts, function* (account) {
      const findings = [
        ...demandOneOf(account.props.at("allowBlobPublicAccess"), [false]),
        ...demandOneOf(account.props.at("publicNetworkAccess"), ["Disabled", "SecuredByPerimeter"]),
        ...demandOneOf(account.props.at("encryption.keySource"), ["Microsoft.Keyvault"]),
      ];
      for (const finding of findings) yield { ...finding, resource: account };
    });
  },
});
