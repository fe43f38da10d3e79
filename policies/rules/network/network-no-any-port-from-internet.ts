import {
  admitsInternet,
  destinationPorts,
  securityRulesOf,
  securityRuleHolders,
} from "../../azure/security-rule.ts";
import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-no-any-port-from-internet",
  title: "No security rule admits just any source, or opens every port to the Internet",
  severity: "critical",
  description:
    "A rule for any source and any port makes the security group an ornament. An asterisk as the source also means every network that is ever connected; the tag Internet says that the public is meant.",
  remediation:
    "Name the ports in destinationPortRange, and the sources as narrowly as the service allows: addresses, or a service tag such as Internet.",
  references: {
    catalogue: ["NET-05"],
    psrule: ["NSG.AnyInboundSource"],
    trivy: ["AZU-0047"],
    nist: ["AC-4", "CM-7", "SC-7", "SC-7(5)"],
    pulumi: ["nsg-disallow-public-internet-ingress", "nsg-strict-rules"],
    docs: ["https://learn.microsoft.com/azure/security/fundamentals/network-best-practices"],
  },
  appliesTo: securityRuleHolders,
  check: (resource) =>
    each(securityRulesOf(resource), function* (rule) {
      if (!admitsInternet(rule)) return;
      const source = rule.at("sourceAddressPrefix");
      if (source.is("*")) yield source.violates("must name addresses or a service tag");
      for (const range of destinationPorts(rule)) {
        if (range.is("*", "0-65535", "1-65535"))
          yield range.violates("must name the ports that the Internet may reach");
      }
    }),
});
