import { dependenciesOf } from "../../azure/dependencies.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

/** What can have a public address: of the network, and clusters and the Services in them. */
const users: readonly TypePattern[] = [
  "azure-native:network:ApplicationGateway",
  "azure-native:network:AzureFirewall",
  "azure-native:network:BastionHost",
  "azure-native:network:LoadBalancer",
  "azure-native:network:NatGateway",
  "azure-native:network:NetworkInterface",
  "azure-native:network:VirtualNetworkGateway",
  "azure-native:apimanagement:ApiManagementService",
  "azure-native:compute:VirtualMachineScaleSet",
  "azure-native:containerservice:ManagedCluster",
  "kubernetes:core:Service",
];

export default stackRule({
  id: "network-public-ip-attached",
  title: "Every public address is used",
  severity: "low",
  enforcement: "advisory",
  description:
    "An address that nothing of the stack uses is paid for, and is found by whoever scans for it the day somebody attaches it.",
  remediation: "Refer to the address where it is used, or remove it.",
  references: {
    catalogue: ["NET-30"],
    psrule: ["PublicIP.IsAttached"],
    cis: ["Found6 7.7"],
    prowler: ["network_public_ip_shodan"],
    nist: ["CM-8", "SC-7"],
    pulumi: ["vnet-public-ip-associated"],
    docs: ["https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses"],
  },
  appliesTo: ["azure-native:network:PublicIPAddress"],
  reads: users,
  *check(stack) {
    const used = dependenciesOf(stack.ofType(...users));
    for (const resource of stack.ofType("azure-native:network:PublicIPAddress")) {
      if (!used.has(resource.urn))
        yield { path: "", message: "nothing in the stack uses the address", resource };
    }
  },
});
