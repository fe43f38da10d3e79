import { destinationPorts, speaks } from "../../azure/security-rule.ts";
import { each } from "../../evaluate.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-load-balancer-probes-admitted",
  title: "A group that denies everything still admits what Azure needs",
  severity: "low",
  description:
    "A rule that denies all inbound traffic also denies the probes of the load balancer, which then takes every backend out of service.",
  remediation:
    "Add a rule of a lower number that allows AzureLoadBalancer in, or deny only the tags that are meant.",
  references: {
    catalogue: ["NET-09"],
    psrule: ["NSG.DenyAllInbound"],
    nist: ["CM-6", "CP-10"],
    docs: ["https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview"],
  },
  appliesTo: ["azure-native:network:NetworkSecurityGroup"],
  *check({ props }) {
    const rules = props.at("securityRules").items();
    yield* each(rules, function* (rule) {
      if (!isInbound(rule, "Deny") || !rule.at("sourceAddressPrefix").is("*")) return;
      if (!speaks(rule, "Tcp") || !destinationPorts(rule).some((range) => range.is("*"))) return;
      const priority = rule.at("priority").number ?? 0;
      const admitted = rules.some(
        (other) =>
          isInbound(other, "Allow") &&
          other.at("sourceAddressPrefix").is("AzureLoadBalancer", "*") &&
          (other.at("priority").number ?? Infinity) < priority,
      );
      if (!admitted)
        yield rule
          .at("sourceAddressPrefix")
          .violates("must leave room for a rule before it that allows AzureLoadBalancer");
    });
  },
});

function isInbound(rule: Property, access: "Allow" | "Deny"): boolean {
  return rule.at("direction").is("Inbound") && rule.at("access").is(access);
}
