import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "appinsights-public-access-disabled",
  title: "Application Insights takes in and answers nothing over the Internet",
  severity: "low",
  enforcement: "advisory",
  description:
    "Traces tell how the services work inside. Advice, because it needs an Azure Monitor private link scope, without which services and the portal are cut off.",
  remediation:
    'Set publicNetworkAccessForIngestion and publicNetworkAccessForQuery to "Disabled", and add the component to a private link scope.',
  references: {
    catalogue: ["MON-09"],
    azurePolicy: ["1bc02227"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/logs/private-link-security"],
  },
  appliesTo: ["azure-native:applicationinsights:Component", "azure-native:insights:Component"],
  *check({ props }) {
    for (const path of ["publicNetworkAccessForIngestion", "publicNetworkAccessForQuery"])
      yield* demandOneOf(props.at(path), ["Disabled", "SecuredByPerimeter"]);
  },
});
