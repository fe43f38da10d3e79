import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-public-ip-standard",
  title: "Public IP addresses are of SKU Standard",
  severity: "medium",
  description:
    "Basic, the API's default, is open to all inbound traffic and was retired on 30 September 2025; Standard is closed until a security group opens it.",
  remediation: 'Set sku: { name: "Standard" } and publicIPAllocationMethod: "Static".',
  references: {
    catalogue: ["NET-28"],
    psrule: ["PublicIP.StandardSKU", "PublicIP.MigrateStandard"],
    nist: ["CM-6", "SA-22", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-basic-upgrade-guidance"],
  },
  appliesTo: ["azure-native:network:PublicIPAddress"],
  check: mustBe("sku.name", "Standard", "StandardV2"),
});
