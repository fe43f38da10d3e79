import { agentPoolHolders, everyAgentPool } from "../../azure/agent-pool.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-node-ssh-disabled",
  title: "Nobody signs in to AKS nodes by SSH",
  severity: "medium",
  description:
    "An SSH key opens a node past Entra ID and the audit log of the API server; kubectl debug reaches a node where that is needed.",
  remediation: 'Set securityProfile: { sshAccess: "Disabled" } on every agent pool.',
  references: {
    catalogue: ["AKS-09"],
    azurePolicy: ["28257686"],
    nist: ["AC-17", "CM-7"],
    docs: ["https://learn.microsoft.com/azure/aks/manage-ssh-node-access"],
  },
  appliesTo: agentPoolHolders,
  check: everyAgentPool((pool) => demandOneOf(pool.at("securityProfile.sshAccess"), ["Disabled"])),
});
