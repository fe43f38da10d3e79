import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-local-accounts-disabled",
  title: "AKS local accounts are disabled",
  severity: "high",
  description:
    "A local account is a shared cluster-admin certificate: it bypasses Entra ID, conditional access and audit, and outlives the person who took it.",
  remediation: "Set disableLocalAccounts: true and grant access through Entra ID groups.",
  references: {
    catalogue: ["AKS-04"],
    checkov: ["CKV_AZURE_141"],
    psrule: ["AKS.LocalAccounts"],
    azurePolicy: ["993c2fcd"],
    prowler: ["aks_cluster_local_accounts_disabled"],
    nist: ["AC-2", "IA-2", "IA-5"],
    docs: ["https://learn.microsoft.com/azure/aks/local-accounts"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  check: mustBe("disableLocalAccounts", true),
});
