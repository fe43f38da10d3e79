import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

const attachments: readonly TypePattern[] = [
  "azure-native:network:Subnet",
  "azure-native:network:VirtualNetwork",
  "azure-native:network:NetworkInterface",
  "azure-native:compute:VirtualMachineScaleSet",
];

export default stackRule({
  id: "network-security-group-associated",
  title: "Every security group is attached to a subnet or an interface",
  severity: "low",
  description:
    "A group that is attached to nothing filters nothing: somebody believes in a protection that is not there.",
  remediation: "Refer to the group in networkSecurityGroup of a subnet or network interface, or remove it.",
  references: {
    catalogue: ["NET-10"],
    psrule: ["NSG.Associated"],
    nist: ["CM-6", "CM-8", "SC-7"],
    pulumi: ["vnet-nsg-unused", "vnet-nsg-associated-to-nic"],
    docs: ["https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview"],
  },
  appliesTo: ["azure-native:network:NetworkSecurityGroup"],
  reads: attachments,
  *check(stack) {
    const attached = new Set(
      stack
        .ofType(...attachments)
        .flatMap((holder) =>
          ["networkSecurityGroup", "subnets", "virtualMachineProfile"].flatMap((name) =>
            holder.dependenciesOf(name),
          ),
        ),
    );
    for (const resource of stack.ofType("azure-native:network:NetworkSecurityGroup")) {
      if (!attached.has(resource.urn))
        yield { path: "", message: "no subnet and no interface of the stack refers to the group", resource };
    }
  },
});
