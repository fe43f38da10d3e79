import { everyAddress } from "../../azure/address.ts";
import { destinationPorts, securityRuleHolders, securityRulesOf } from "../../azure/security-rule.ts";
import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-egress-restricted",
  title: "No security rule opens all egress",
  severity: "medium",
  description:
    "A rule that allows everything out to the Internet lets an intruder send out whatever he finds, past the default rules that can be overridden.",
  remediation: "Name the ports and destinations in the outbound rule, or remove it.",
  references: {
    catalogue: ["NET-07"],
    trivy: ["AZU-0051"],
    nist: ["AC-4", "SC-7", "SC-7(5)", "SC-7(10)"],
    docs: ["https://learn.microsoft.com/azure/security/fundamentals/network-best-practices"],
  },
  appliesTo: securityRuleHolders,
  check: (resource) =>
    each(securityRulesOf(resource), function* (rule) {
      if (!rule.at("direction").is("Outbound") || !rule.at("access").is("Allow")) return;
      const destinations = [
        rule.at("destinationAddressPrefix"),
        ...rule.at("destinationAddressPrefixes").items(),
      ];
      if (!destinations.some(everyAddress)) return;
      for (const range of destinationPorts(rule)) {
        if (range.is("*", "0-65535", "1-65535"))
          yield range.violates("must name the ports that may be reached");
      }
    }),
});
