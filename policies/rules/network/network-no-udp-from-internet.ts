import { admitsInternet, securityRuleHolders, securityRulesOf } from "../../azure/security-rule.ts";
import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-no-udp-from-internet",
  title: "No security rule opens UDP to the Internet",
  severity: "high",
  description: "Open UDP services are abused to amplify attacks on others, and the platform offers none.",
  remediation: 'Set protocol: "Tcp", or restrict sourceAddressPrefix.',
  references: {
    catalogue: ["NET-03"],
    checkov: ["CKV_AZURE_77"],
    cis: ["Found6 7.3"],
    prowler: ["network_udp_internet_access_restricted"],
    kics: ["tf:udp_services_not_restricted_from_internet"],
    nist: ["AC-4", "SC-5", "SC-7", "SC-7(5)"],
    docs: ["https://learn.microsoft.com/azure/security/fundamentals/network-best-practices"],
  },
  appliesTo: securityRuleHolders,
  check: (resource) =>
    each(securityRulesOf(resource), function* (rule) {
      const protocol = rule.at("protocol");
      if (protocol.is("Udp", "*") && admitsInternet(rule)) {
        yield protocol.violates("must not admit UDP from the Internet");
      }
    }),
});
