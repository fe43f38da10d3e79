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
  title: "No security rule opens every port to the Internet",
  severity: "critical",
  description: "A rule for any source and any port makes the security group an ornament.",
  remediation: "Name the ports in destinationPortRange, and the sources as narrowly as the service allows.",
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
      for (const range of destinationPorts(rule)) {
        if (range.is("*", "0-65535", "1-65535"))
          yield range.violates("must name the ports that the Internet may reach");
      }
    }),
});
