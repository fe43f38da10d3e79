import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "appinsights-local-auth-disabled",
  title: "Application Insights takes in telemetry with Entra tokens only",
  severity: "medium",
  description:
    "An instrumentation key is no secret, since it ships with every client; with it anybody can forge telemetry.",
  remediation: "Set disableLocalAuth: true.",
  references: {
    catalogue: ["MON-08"],
    psrule: ["AppInsights.LocalAuth"],
    azurePolicy: ["199d5677"],
    nist: ["AU-9", "IA-2"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/app/azure-ad-authentication"],
  },
  appliesTo: ["azure-native:applicationinsights:Component", "azure-native:insights:Component"],
  check: mustBe("disableLocalAuth", true),
});
