import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-interface-inherits-dns",
  title: "Network interfaces take the DNS servers of their network",
  severity: "low",
  description: "DNS servers of one interface are forgotten when the network's change.",
  remediation: "Remove dnsSettings.dnsServers from the interface and set them on the network.",
  references: {
    catalogue: ["NET-26"],
    psrule: ["NIC.UniqueDns"],
    nist: ["CM-6", "SC-22"],
    docs: [
      "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances",
    ],
  },
  appliesTo: ["azure-native:network:NetworkInterface"],
  *check({ props }) {
    const servers = props.at("dnsSettings.dnsServers");
    if (servers.items().length > 0) yield servers.violates("must be left out");
  },
});
