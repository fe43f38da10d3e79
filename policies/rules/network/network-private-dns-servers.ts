import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-private-dns-servers",
  title: "Virtual networks resolve names by servers of their own network",
  severity: "medium",
  description:
    "A resolver on the Internet sees every name that is asked for, does not know the private ones, and is one more way out.",
  remediation: "List private addresses in dhcpOptions.dnsServers, or leave it out for Azure's DNS.",
  references: {
    catalogue: ["NET-21"],
    checkov: ["CKV_AZURE_183"],
    psrule: ["VNET.LocalDNS"],
    nist: ["SC-20", "SC-21", "SC-22"],
    docs: [
      "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances",
    ],
  },
  appliesTo: ["azure-native:network:VirtualNetwork"],
  check: ({ props }) =>
    each(props.at("dhcpOptions.dnsServers").items(), function* (server) {
      const address = server.string;
      if (address !== undefined && !isPrivate(address)) yield server.violates("must be a private address");
    }),
});

/** Of RFC 1918, of RFC 6598, of RFC 4193, or Azure's own resolver. */
function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|168\.63\.129\.16$|f[cd])/i.test(
    address,
  );
}
