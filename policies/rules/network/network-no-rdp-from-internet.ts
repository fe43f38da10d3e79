import { tcpPortsClosedToInternet } from "../../azure/internet-exposure.ts";
import { securityRuleHolders } from "../../azure/security-rule.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-no-rdp-from-internet",
  title: "No security rule opens RDP to the Internet",
  severity: "critical",
  description: "An RDP port on the Internet is found and attacked within minutes.",
  remediation:
    "Restrict sourceAddressPrefix to the addresses that need it, or use Azure Bastion and remove the rule.",
  references: {
    catalogue: ["NET-01"],
    checkov: ["CKV_AZURE_9"],
    cis: ["Found6 7.1"],
    trivy: ["AZU-0048"],
    prowler: ["network_rdp_internet_access_restricted"],
    kics: ["59cb3da7", "tf:rdp_is_exposed_to_the_internet"],
    nist: ["AC-4", "AC-17", "SC-7", "SC-7(5)"],
    pulumi: ["nsg-ssh-rdp-restriction"],
    docs: ["https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview"],
  },
  appliesTo: securityRuleHolders,
  check: tcpPortsClosedToInternet([3389], "RDP"),
});
