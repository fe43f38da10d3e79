import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-two-dns-servers",
  title: "Virtual networks have two DNS servers, or Azure's",
  severity: "medium",
  description:
    "With a single server of one's own every name stops resolving when it restarts. Azure's own DNS, which is the default, is redundant.",
  remediation: "List two addresses in dhcpOptions.dnsServers, or leave it out.",
  references: {
    catalogue: ["NET-20"],
    checkov: ["CKV_AZURE_182"],
    psrule: ["VNET.SingleDNS"],
    nist: ["CP-10", "SC-22"],
    docs: [
      "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances",
    ],
  },
  appliesTo: ["azure-native:network:VirtualNetwork"],
  *check({ props }) {
    const servers = props.at("dhcpOptions.dnsServers");
    if (servers.items().length === 1 && !servers.items()[0]?.is("168.63.129.16"))
      yield servers.violates("must name two servers or none");
  },
});
