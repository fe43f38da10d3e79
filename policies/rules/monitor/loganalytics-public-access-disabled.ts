import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "loganalytics-public-access-disabled",
  title: "Log Analytics takes in and answers nothing over the Internet",
  severity: "medium",
  enforcement: "advisory",
  description:
    "Logs hold what happens inside; whoever has a token can read them, or forge them, from anywhere. Advice, because it needs an Azure Monitor private link scope, without which agents and the portal are cut off.",
  remediation:
    'Set publicNetworkAccessForIngestion and publicNetworkAccessForQuery to "Disabled", and add the workspace to a private link scope.',
  references: {
    catalogue: ["MON-01"],
    azurePolicy: ["6c53d030"],
    nist: ["AC-4", "AU-9", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/logs/private-link-security"],
  },
  appliesTo: ["azure-native:operationalinsights:Workspace"],
  *check({ props }) {
    for (const path of ["publicNetworkAccessForIngestion", "publicNetworkAccessForQuery"])
      yield* demandOneOf(props.at(path), ["Disabled", "SecuredByPerimeter"]);
  },
});
