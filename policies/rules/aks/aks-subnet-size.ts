import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "aks-subnet-size",
  title: "The subnet of AKS nodes is large enough for their pods",
  severity: "low",
  enforcement: "advisory",
  description:
    "Without overlay each pod takes an address of the subnet, and a subnet cannot grow under a running cluster. Advice, because a cluster that never grows may do with less.",
  remediation:
    'Give the subnet a prefix of /23 or wider, or set networkProfile.networkPluginMode: "overlay".',
  references: {
    catalogue: ["AKS-13"],
    psrule: ["AKS.CNISubnetSize"],
    nist: ["CP-2", "SC-5"],
    docs: [
      "https://learn.microsoft.com/azure/aks/configure-azure-cni",
      "https://learn.microsoft.com/azure/aks/azure-cni-overlay",
    ],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  reads: ["azure-native:network:Subnet"],
  parameters: {
    longestPrefix: {
      type: "integer",
      description:
        "Longest prefix of the subnet, so its least size. Default: that of PSRule Azure.AKS.CNISubnetSize.",
      default: 23,
      minimum: 8,
      maximum: 29,
    },
  },
  check: (stack, parameters) =>
    each(stack.ofType("azure-native:containerservice:ManagedCluster"), function* (cluster) {
      const network = cluster.props.at("networkProfile");
      if (!network.at("networkPlugin").is("azure") || network.at("networkPluginMode").is("overlay")) return;
      const longestPrefix = parameters.integer("longestPrefix");
      const taken = cluster.dependenciesOf("agentPoolProfiles");
      for (const subnet of stack.ofType("azure-native:network:Subnet")) {
        if (!taken.includes(subnet.urn)) continue;
        const prefixes = [subnet.props.at("addressPrefix"), ...subnet.props.at("addressPrefixes").items()];
        for (const prefix of prefixes) {
          const length = prefixLength(prefix.string);
          if (length !== undefined && length > longestPrefix)
            yield {
              ...prefix.violates(`must have a prefix of /${longestPrefix} or wider`),
              resource: subnet,
            };
        }
      }
    }),
});

function prefixLength(range: string | undefined): number | undefined {
  const match = /^\d+\.\d+\.\d+\.\d+\/(\d{1,2})$/.exec(range ?? "");
  return match === null ? undefined : Number(match[1]);
}
