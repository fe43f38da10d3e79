import { subnetHolders, subnetsOf } from "../../azure/subnet.ts";
import { each } from "../../evaluate.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

/** Azure itself sees to the egress of these. */
const managed = [
  "GatewaySubnet",
  "AzureFirewallSubnet",
  "AzureFirewallManagementSubnet",
  "AzureBastionSubnet",
  "RouteServerSubnet",
];

export default resourceRule({
  id: "network-private-subnet",
  title: "Subnets have no default outbound access",
  severity: "medium",
  description:
    "By default Azure gives every machine an outbound address that nobody owns, logs or can allow elsewhere. Subnets that are delegated to a service, and those of gateways and firewalls, are left out.",
  remediation:
    "Set defaultOutboundAccess: false on the subnet and give it a NAT gateway, a load balancer or a route.",
  references: {
    catalogue: ["NET-13"],
    psrule: ["VNET.PrivateSubnet"],
    azurePolicy: ["7bca8353"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    pulumi: ["subnet-auto-assign-public-ip"],
    docs: ["https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access"],
  },
  appliesTo: subnetHolders,
  check: (resource) =>
    each(subnetsOf(resource), function* ({ name, props }) {
      if (name !== undefined && managed.includes(name)) return;
      if (props.at("delegations").items().length > 0) return;
      yield* demandOneOf(props.at("defaultOutboundAccess"), [false]);
    }),
});
