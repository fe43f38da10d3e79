import { nameOf } from "../../azure/resource-name.ts";
import type { NameFormat } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

/** By the kind of resource: the property that names it, and the longest name. */
const limits: Readonly<Record<string, { readonly property: string; readonly longest: number }>> = {
  ApplicationSecurityGroup: { property: "applicationSecurityGroupName", longest: 80 },
  LoadBalancer: { property: "loadBalancerName", longest: 80 },
  NetworkInterface: { property: "networkInterfaceName", longest: 80 },
  NetworkSecurityGroup: { property: "networkSecurityGroupName", longest: 80 },
  PrivateEndpoint: { property: "privateEndpointName", longest: 64 },
  PublicIPAddress: { property: "publicIpAddressName", longest: 80 },
  RouteTable: { property: "routeTableName", longest: 80 },
  Subnet: { property: "subnetName", longest: 80 },
  VirtualNetwork: { property: "virtualNetworkName", longest: 64 },
  VirtualNetworkGateway: { property: "virtualNetworkGatewayName", longest: 80 },
  ApplicationGateway: { property: "applicationGatewayName", longest: 80 },
  AzureFirewall: { property: "azureFirewallName", longest: 56 },
  FirewallPolicy: { property: "firewallPolicyName", longest: 80 },
};

const dnsLabel: NameFormat = {
  pattern: /^[a-z][a-z0-9-]{1,61}[a-z0-9]$/,
  allowed:
    "3 to 63 lower-case letters, digits and dashes, beginning with a letter and not ending with a dash",
};

export default resourceRule({
  id: "network-names",
  title: "Names of network resources are ones that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses stops an update in the middle; left out, Pulumi makes one up.",
  remediation:
    "Use letters, digits, underscores, periods and dashes, beginning with a letter or digit and ending with one or an underscore.",
  references: {
    catalogue: ["NET-40"],
    psrule: [
      "NSG.Name",
      "NSG.Naming",
      "VNET.Name",
      "VNET.Naming",
      "VNET.SubnetName",
      "VNET.SubnetNaming",
      "PublicIP.Name",
      "PublicIP.Naming",
      "PublicIP.DNSLabel",
      "LB.Name",
      "LB.Naming",
      "Route.Name",
      "Route.Naming",
      "PrivateEndpoint.Name",
      "NIC.Name",
      "ASG.Name",
    ],
    nist: ["CM-6", "CM-8"],
    docs: [
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftnetwork",
    ],
  },
  appliesTo: [
    "azure-native:network:ApplicationSecurityGroup",
    "azure-native:network:LoadBalancer",
    "azure-native:network:NetworkInterface",
    "azure-native:network:NetworkSecurityGroup",
    "azure-native:network:PrivateEndpoint",
    "azure-native:network:PublicIPAddress",
    "azure-native:network:RouteTable",
    "azure-native:network:Subnet",
    "azure-native:network:VirtualNetwork",
    "azure-native:network:VirtualNetworkGateway",
    "azure-native:network:ApplicationGateway",
    "azure-native:network:AzureFirewall",
    "azure-native:network:FirewallPolicy",
  ],
  *check(resource) {
    const limit = limits[resource.kind.name];
    if (limit !== undefined) yield* nameOf(limit.property, networkName(limit.longest))(resource);
    yield* nameOf("dnsSettings.domainNameLabel", dnsLabel)(resource);
  },
});

function networkName(longest: number): NameFormat {
  return {
    pattern: new RegExp(`^[A-Za-z0-9]([\\w.-]{0,${longest - 2}}\\w)?$`),
    allowed: `1 to ${longest} letters, digits, underscores, periods and dashes, beginning with a letter or digit and not ending with a period or dash`,
  };
}
