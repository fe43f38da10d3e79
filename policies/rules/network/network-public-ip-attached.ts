import { usedResources } from "../../azure/dependents.ts";
import { stackRule } from "../../rule.ts";

/** These look at an address and do not use it. */
const observers = [
  "DiagnosticSetting",
  "ManagementLockAtResourceLevel",
  "ManagementLockByScope",
  "RoleAssignment",
];

export default stackRule({
  id: "network-public-ip-attached",
  title: "Every public address is used",
  severity: "low",
  enforcement: "advisory",
  description:
    "An address that nothing of the stack refers to is paid for, and is found by whoever scans for it the day somebody attaches it.",
  remediation: "Refer to the address, or remove it.",
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
  reads: ["azure-native:*:*", "kubernetes:*:*"],
  *check(stack) {
    const addresses = stack.ofType("azure-native:network:PublicIPAddress");
    const used =
      addresses.length === 0 ? undefined : usedResources(stack, ({ kind }) => !observers.includes(kind.name));
    for (const resource of addresses) {
      if (used?.has(resource.urn) === false)
        yield { path: "", message: "nothing in the stack refers to the address", resource };
    }
  },
});
