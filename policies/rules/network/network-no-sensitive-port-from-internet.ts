import { tcpPortsClosedToInternet } from "../../azure/internet-exposure.ts";
import { securityRuleHolders } from "../../azure/security-rule.ts";
import { resourceRule } from "../../rule.ts";

/** Remote administration, databases, brokers and cluster control: nothing that the public should ever reach directly. */
const sensitivePorts = [
  21, 23, 135, 137, 138, 139, 445, 1433, 2379, 2380, 3306, 5432, 5601, 5985, 5986, 6379, 6443, 9092, 9093,
  9200, 9300, 10250, 11211, 27017,
];

export default resourceRule({
  id: "network-no-sensitive-port-from-internet",
  title: "No security rule opens databases or remote administration to the Internet",
  severity: "high",
  description:
    "Databases, brokers, file shares and node agents are built for private networks; their ports on the Internet are found within hours.",
  remediation:
    "Restrict sourceAddressPrefix to the networks that need it, and publish through the ingress instead.",
  references: {
    catalogue: ["NET-06"],
    trivy: ["AZU-0074"],
    kics: [
      "tf:sensitive_port_is_exposed_to_entire_network",
      "tf:sensitive_port_is_exposed_to_small_public_network",
      "tf:sensitive_port_is_exposed_to_wide_private_network",
    ],
    nist: ["AC-4", "CM-7(1)", "SC-7", "SC-7(5)"],
    docs: ["https://learn.microsoft.com/azure/security/fundamentals/network-best-practices"],
  },
  appliesTo: securityRuleHolders,
  check: tcpPortsClosedToInternet(sensitivePorts, "a database or remote administration"),
});
