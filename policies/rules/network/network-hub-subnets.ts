import { subnetsOf } from "../../azure/subnet.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "network-hub-subnets",
  title: "A network with a gateway has a firewall and a bastion",
  severity: "low",
  enforcement: "advisory",
  description:
    "Where a VPN or ExpressRoute ends, its traffic should pass a firewall, and machines are reached by Bastion instead of by addresses of their own.",
  remediation: "Add an AzureFirewallSubnet, with a NAT gateway, and an AzureBastionSubnet to the network.",
  references: {
    catalogue: ["NET-23"],
    psrule: ["VNET.FirewallSubnet", "VNET.BastionSubnet", "VNET.FirewallSubnetNAT"],
    cis: ["Found6 8.4.1"],
    prowler: ["network_bastion_host_exists"],
    kics: ["tf:azure_bastion_host_missing"],
    nist: ["AC-4", "AC-17(3)", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/architecture/networking/architecture/hub-spoke"],
  },
  appliesTo: ["azure-native:network:VirtualNetwork"],
  reads: ["azure-native:network:Subnet"],
  check: (stack) =>
    each(stack.ofType("azure-native:network:VirtualNetwork"), function* (resource) {
      const subnets = [
        ...subnetsOf(resource),
        ...stack
          .ofType("azure-native:network:Subnet")
          .filter((subnet) => subnet.dependenciesOf("virtualNetworkName").includes(resource.urn))
          .flatMap(subnetsOf),
      ];
      const named = (name: string) => subnets.find((subnet) => subnet.name === name);
      if (named("GatewaySubnet") === undefined) return;
      for (const name of ["AzureFirewallSubnet", "AzureBastionSubnet"]) {
        if (named(name) === undefined)
          yield { path: "", message: `the network has a GatewaySubnet and no ${name}`, resource };
      }
      const firewall = named("AzureFirewallSubnet");
      if (firewall !== undefined && !firewall.props.at("natGateway").isSet)
        yield { path: "", message: "the AzureFirewallSubnet has no NAT gateway", resource };
    }),
});
