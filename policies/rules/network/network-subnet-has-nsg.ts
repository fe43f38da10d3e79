import { each } from "../../evaluate.ts";
import type { Finding } from "../../finding.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

/** Azure refuses a security group on these, or advises against it. */
const subnetsWithoutGroup = [
  "GatewaySubnet",
  "AzureFirewallSubnet",
  "AzureFirewallManagementSubnet",
  "RouteServerSubnet",
];

export default resourceRule({
  id: "network-subnet-has-nsg",
  title: "Every subnet has a network security group",
  severity: "medium",
  description:
    "Without a group everything in the virtual network, and in networks peered with it, may reach the subnet.",
  remediation: "Set networkSecurityGroup: { id } on the subnet.",
  references: {
    catalogue: ["NET-12"],
    checkov: ["CKV2_AZURE_31"],
    psrule: ["VNET.UseNSGs"],
    azurePolicy: ["e71308d3"],
    cis: ["Found6 7.11"],
    prowler: ["network_subnet_nsg_associated"],
    kics: ["tf:security_group_is_not_configured"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    docs: ["https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works"],
  },
  appliesTo: ["azure-native:network:Subnet", "azure-native:network:VirtualNetwork"],
  *check(resource) {
    const { kind, name, props } = resource;
    if (kind.name === "VirtualNetwork") {
      yield* each(props.at("subnets").items(), (subnet) => checkSubnet(subnet, subnet.at("name").string));
      return;
    }
    const subnetName = props.at("subnetName");
    yield* checkSubnet(props, subnetName.isSet ? subnetName.string : name);
  },
});

function* checkSubnet(subnet: Property, name: string | undefined): Iterable<Finding> {
  if (name !== undefined && subnetsWithoutGroup.includes(name)) return;
  const group = subnet.at("networkSecurityGroup").child("id");
  if (!group.isSet) yield group.violates("must be the id of a network security group");
}
