import {
  admitsInternet,
  destinationPorts,
  holdsPort,
  securityRuleHolders,
  securityRulesOf,
  speaks,
} from "../../azure/security-rule.ts";
import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-web-from-internet-reasoned",
  title: "HTTP and HTTPS are opened to the Internet on purpose",
  severity: "medium",
  description:
    "A web port on the Internet is meant for the ingress alone; a description shows that somebody thought about it, and plain HTTP is rarely meant.",
  remediation: "Restrict sourceAddressPrefix, or set description on the security rule to what is published.",
  references: {
    catalogue: ["NET-04"],
    checkov: ["CKV_AZURE_160"],
    cis: ["Found6 7.4"],
    prowler: ["network_http_internet_access_restricted"],
    nist: ["AC-4", "CM-7", "SC-7", "SC-7(5)"],
    pulumi: ["nsg-http-restriction"],
    docs: ["https://learn.microsoft.com/azure/security/fundamentals/network-best-practices"],
  },
  appliesTo: securityRuleHolders,
  check: (resource) =>
    each(securityRulesOf(resource), function* (rule) {
      if (!admitsInternet(rule) || !speaks(rule, "Tcp")) return;
      const description = rule.at("description");
      if (description.isSet && !description.is("")) return;
      for (const range of destinationPorts(rule)) {
        if (holdsPort(range, [80, 443, 8080, 8443]))
          yield range.violates("must be opened to the Internet with a description that says why");
      }
    }),
});
