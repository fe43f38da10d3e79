import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "grafana-features-off",
  title: "Grafana has no service accounts, e-mail or Enterprise plugins",
  severity: "medium",
  description:
    "Tokens of service accounts live outside Entra ID, e-mail carries data out, and Enterprise plugins open further data sources.",
  remediation:
    'Leave out properties.apiKey, properties.grafanaConfigurations.smtp and properties.enterpriseConfigurations, or set them to "Disabled" or false.',
  references: {
    catalogue: ["MON-25"],
    azurePolicy: ["0656cf40", "b6752a42", "a08f2347"],
    nist: ["AC-2", "CM-7"],
    docs: [
      "https://learn.microsoft.com/azure/managed-grafana/how-to-service-accounts",
      "https://learn.microsoft.com/azure/managed-grafana/how-to-smtp-settings",
      "https://learn.microsoft.com/azure/managed-grafana/how-to-grafana-enterprise",
    ],
  },
  appliesTo: ["azure-native:dashboard:Grafana"],
  *check({ props }) {
    const keys = props.at("properties.apiKey");
    if (keys.is("Enabled")) yield keys.violates('must be "Disabled"');
    const mail = props.at("properties.grafanaConfigurations.smtp.enabled");
    if (mail.is(true)) yield mail.violates("must not be true");
    const plan = props.at("properties.enterpriseConfigurations.marketplacePlanId");
    if (plan.string !== undefined && plan.string !== "") yield plan.violates("must not be set");
  },
});
