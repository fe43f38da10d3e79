import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "grafana-public-access-disabled",
  title: "Grafana is not reached from the Internet",
  severity: "medium",
  enforcement: "advisory",
  description:
    "Dashboards and the data sources behind them stand open to whoever gets a token. Advice, because people reach a closed workspace only from inside the network.",
  remediation: 'Set properties.publicNetworkAccess: "Disabled" and add a private endpoint.',
  references: {
    catalogue: ["MON-22"],
    azurePolicy: ["e8775d5a", "3a97e513"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/managed-grafana/how-to-set-up-private-access"],
  },
  appliesTo: ["azure-native:dashboard:Grafana"],
  check: mustBe("properties.publicNetworkAccess", "Disabled"),
});
