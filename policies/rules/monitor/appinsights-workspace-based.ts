import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "appinsights-workspace-based",
  title: "Application Insights keeps its data in a Log Analytics workspace",
  severity: "low",
  description:
    "Classic components are retired, and their data escapes the workspace's retention, keys and access control.",
  remediation: 'Set workspaceResourceId to the workspace\'s id, and ingestionMode: "LogAnalytics".',
  references: {
    catalogue: ["MON-07"],
    psrule: ["AppInsights.Workspace"],
    azurePolicy: ["d550e854"],
    cis: ["Found6 6.1.3.1"],
    prowler: ["appinsights_ensure_is_configured"],
    nist: ["AU-6", "AU-9"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/app/create-workspace-resource"],
  },
  appliesTo: ["azure-native:applicationinsights:Component", "azure-native:insights:Component"],
  *check({ props }) {
    const workspace = props.at("workspaceResourceId");
    if (!workspace.isSet) yield workspace.violates("must name a Log Analytics workspace");
    const mode = props.at("ingestionMode");
    if (mode.is("ApplicationInsights", "ApplicationInsightsWithDiagnosticSettings"))
      yield mode.violates('must be "LogAnalytics"');
  },
});
