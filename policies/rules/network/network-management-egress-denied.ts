import { destinationPorts, holdsPort, speaks } from "../../azure/security-rule.ts";
import { resourceRule } from "../../rule.ts";

const managementPorts = [22, 3389, 5985, 5986];

export default resourceRule({
  id: "network-management-egress-denied",
  title: "Security groups deny management ports outbound",
  severity: "medium",
  description:
    "Who breaks into one machine goes on to the next by SSH, RDP or WinRM; few machines need to open these connections.",
  remediation:
    'Add an outbound rule with access: "Deny", the destination VirtualNetwork or *, and the ports 22, 3389, 5985 and 5986.',
  references: {
    catalogue: ["NET-08"],
    psrule: ["NSG.LateralTraversal"],
    nist: ["AC-4", "CM-7", "SC-7(5)", "SC-7(10)"],
    docs: ["https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.NSG.LateralTraversal/"],
  },
  appliesTo: ["azure-native:network:NetworkSecurityGroup"],
  *check({ props }) {
    const rules = props.at("securityRules");
    const denied = rules
      .items()
      .filter(
        (rule) => rule.at("direction").is("Outbound") && rule.at("access").is("Deny") && speaks(rule, "Tcp"),
      )
      .filter((rule) => rule.at("destinationAddressPrefix").is("*", "VirtualNetwork"))
      .flatMap(destinationPorts);
    const open = managementPorts.filter((port) => !denied.some((range) => holdsPort(range, [port])));
    if (open.length > 0)
      yield {
        path: rules.path,
        message: `${rules.path} deny no outbound connection to ${open.join(", ")}; one must`,
      };
  },
});
