import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-private-api-server",
  title: "A private AKS API server is found inside of the network only",
  severity: "medium",
  description:
    "A private API server whose name is public tells everybody its address; one in a subnet of one's own can be guarded like any other part of the network.",
  remediation:
    'Set apiServerAccessProfile.enablePrivateClusterPublicFQDN: false and privateDNSZone: "system" or the id of a zone; with enableVnetIntegration, set subnetId too.',
  references: {
    catalogue: ["X-10"],
    nist: ["AC-4", "SC-7"],
    docs: [
      "https://learn.microsoft.com/azure/aks/private-clusters",
      "https://learn.microsoft.com/azure/aks/api-server-vnet-integration",
    ],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  *check({ props }) {
    const profile = props.at("apiServerAccessProfile");
    const integration = profile.at("enableVnetIntegration");
    const subnet = profile.at("subnetId");
    if (integration.is(true) && !subnet.isSet) yield subnet.violates("must be the id of a subnet of its own");
    if (!profile.at("enablePrivateCluster").is(true)) return;
    const publicName = profile.at("enablePrivateClusterPublicFQDN");
    // Azure's default is true.
    if (!publicName.is(false)) yield publicName.violates("must be false");
    const zone = profile.at("privateDNSZone");
    if (zone.isSet && zone.is("none"))
      yield zone.violates('must be "system" or the id of a private DNS zone');
  },
});
