import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-interface-no-ip-forwarding",
  title: "Network interfaces do not forward IP packets",
  severity: "medium",
  description: "A machine that forwards packets can carry traffic around the network's rules.",
  remediation: "Leave enableIPForwarding out, or set it to false.",
  references: {
    catalogue: ["NET-24"],
    checkov: ["CKV_AZURE_118"],
    azurePolicy: ["88c0b9da"],
    trivy: ["AZU-0075"],
    kics: ["tf:network_interfaces_ip_forwarding_enabled"],
    nist: ["AC-4", "CM-7", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface"],
  },
  appliesTo: ["azure-native:network:NetworkInterface"],
  repairs: { enableIPForwarding: false },
  check: mustNotBe("enableIPForwarding", true),
});
