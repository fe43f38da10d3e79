import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "grafana-zone-redundant",
  title: "Grafana stands in several zones",
  severity: "low",
  enforcement: "advisory",
  description:
    "When a zone is lost, the dashboards are needed most. It can be chosen only when the workspace is made. Advice, because it costs.",
  remediation: 'Set properties.zoneRedundancy: "Enabled".',
  references: {
    catalogue: ["MON-23"],
    psrule: ["Grafana.AvailabilityZone"],
    azurePolicy: ["bdd8bbb2"],
    nist: ["CP-10", "SC-36"],
    docs: ["https://learn.microsoft.com/azure/reliability/reliability-managed-grafana"],
  },
  appliesTo: ["azure-native:dashboard:Grafana"],
  check: mustBe("properties.zoneRedundancy", "Enabled"),
});
