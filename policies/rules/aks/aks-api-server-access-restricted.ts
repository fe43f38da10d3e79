import { everyAddress } from "../../azure/address.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-api-server-access-restricted",
  title: "The AKS API server is private or admits only listed addresses",
  severity: "critical",
  description:
    "An API server that answers the whole Internet is one stolen token, or one vulnerability, away from a stranger's hands.",
  remediation:
    "Set apiServerAccessProfile.enablePrivateCluster: true, or list the addresses that need access in apiServerAccessProfile.authorizedIPRanges.",
  references: {
    catalogue: ["AKS-06"],
    checkov: ["CKV_AZURE_6"],
    psrule: ["AKS.AuthorizedIPs"],
    azurePolicy: ["0e246bcf"],
    cis: ["AKS 5.4.1"],
    trivy: ["AZU-0041"],
    kics: ["2583fab1"],
    nist: ["AC-3", "AC-17", "SC-7"],
    pulumi: ["aks-cluster-endpoint-restrict-public-access"],
    docs: [
      "https://learn.microsoft.com/azure/aks/private-clusters",
      "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
    ],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  *check({ props }) {
    const profile = props.at("apiServerAccessProfile");
    if (profile.at("enablePrivateCluster").is(true)) return;
    const ranges = profile.at("authorizedIPRanges");
    if (ranges.items().length === 0) {
      yield ranges.violates("must list the admitted addresses, unless the cluster is private");
    }
    for (const range of ranges.items()) {
      if (everyAddress(range)) yield range.violates("must not admit every address");
    }
  },
});
