import { each } from "../../evaluate.ts";
import type { Finding } from "../../finding.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-no-public-node-ip",
  title: "AKS nodes have no public IP address",
  severity: "high",
  description:
    "A node with a public address can be attacked from the Internet without passing the load balancer.",
  remediation: "Leave enableNodePublicIP out, or set it to false, on every agent pool.",
  references: {
    catalogue: ["AKS-07"],
    checkov: ["CKV_AZURE_143"],
    cis: ["AKS 5.4.3"],
    prowler: ["aks_clusters_created_with_private_nodes"],
    nist: ["AC-17", "SC-7"],
    pulumi: ["aks-private-nodes-enabled"],
    docs: ["https://learn.microsoft.com/azure/aks/use-node-public-ips"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster", "azure-native:containerservice:AgentPool"],
  *check({ kind, props }) {
    const pools = kind.name === "AgentPool" ? [props] : props.at("agentPoolProfiles").items();
    yield* each(pools, checkPool);
  },
});

function* checkPool(pool: Property): Iterable<Finding> {
  const publicAddress = pool.at("enableNodePublicIP");
  if (publicAddress.is(true)) yield publicAddress.violates("must be false");
}
