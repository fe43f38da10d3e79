import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-load-balancer-standard",
  title: "Load balancers are of SKU Standard",
  severity: "medium",
  description: "Basic, the API's default, is open by default, knows no zones and is retired.",
  remediation: 'Set sku: { name: "Standard" }.',
  references: {
    catalogue: ["NET-31"],
    psrule: ["LB.StandardSKU"],
    nist: ["CM-6", "SA-22", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/load-balancer/load-balancer-basic-upgrade-guidance"],
  },
  appliesTo: ["azure-native:network:LoadBalancer"],
  check: mustBe("sku.name", "Standard", "Gateway"),
});
