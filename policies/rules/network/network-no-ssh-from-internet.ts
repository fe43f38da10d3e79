import { tcpPortsClosedToInternet } from "../../azure/internet-exposure.ts";
import { securityRuleHolders } from "../../azure/security-rule.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-no-ssh-from-internet",
  title: "No security rule opens SSH to the Internet",
  severity: "critical",
  description: "An SSH port on the Internet is found and attacked within minutes.",
  remediation:
    "Restrict sourceAddressPrefix to the addresses that need it, or use Azure Bastion and remove the rule.",
  references: {
    catalogue: ["NET-02"],
    checkov: ["CKV_AZURE_10"],
    cis: ["Found6 7.2"],
    trivy: ["AZU-0050"],
    prowler: ["network_ssh_internet_access_restricted"],
    kics: ["2ade1579", "tf:ssh_is_exposed_to_the_internet"],
    nist: ["AC-4", "AC-17", "SC-7", "SC-7(5)"],
    pulumi: ["nsg-restrict-ingress-ssh-all"],
    docs: ["https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview"],
  },
  appliesTo: securityRuleHolders,
  check: tcpPortsClosedToInternet([22], "SSH"),
});
