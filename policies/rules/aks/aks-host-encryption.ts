import { agentPoolHolders, everyAgentPool } from "../../azure/agent-pool.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-host-encryption",
  title: "Temporary disks and caches of AKS nodes are encrypted",
  severity: "medium",
  description:
    "What pods write to emptyDir, and what is cached of their disks, lies on the host, and unencrypted unless it is asked for.",
  remediation: "Set enableEncryptionAtHost: true on every agent pool, with a VM size that supports it.",
  references: {
    catalogue: ["AKS-26"],
    checkov: ["CKV_AZURE_227"],
    azurePolicy: ["41425d9f"],
    nist: ["SC-28", "SC-28(1)"],
    docs: ["https://learn.microsoft.com/azure/aks/enable-host-encryption"],
  },
  appliesTo: agentPoolHolders,
  check: everyAgentPool((pool) => demandOneOf(pool.at("enableEncryptionAtHost"), [true])),
});
