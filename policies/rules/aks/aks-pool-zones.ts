import { agentPoolHolders, everyAgentPool } from "../../azure/agent-pool.ts";
import { demandZones } from "../../azure/availability-zone.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-pool-zones",
  title: "AKS pools stand in several zones",
  severity: "low",
  enforcement: "advisory",
  description:
    "When the one zone of a pool is lost, so are all of its nodes. Advice, because not every region has zones.",
  remediation: 'Set availabilityZones: ["1", "2", "3"] on every agent pool when it is made.',
  references: {
    catalogue: ["AKS-33"],
    psrule: ["AKS.AvailabilityZone"],
    azurePolicy: ["2dec5f47"],
    nist: ["CP-10", "SC-36"],
    docs: ["https://learn.microsoft.com/azure/aks/reliability-availability-zones-configure"],
  },
  appliesTo: agentPoolHolders,
  check: everyAgentPool((pool) => demandZones(pool.at("availabilityZones"))),
});
