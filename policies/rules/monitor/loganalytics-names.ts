import { nameOf } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "loganalytics-names",
  title: "Log Analytics workspaces have names that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses fails the update halfway, after other resources have been made.",
  remediation:
    "Name the workspace with 4 to 63 letters, digits and hyphens, a letter or digit first and last.",
  references: {
    catalogue: ["MON-06"],
    psrule: ["Log.Name", "Log.Naming"],
    docs: [
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftoperationalinsights",
    ],
  },
  appliesTo: ["azure-native:operationalinsights:Workspace"],
  check: nameOf("workspaceName", {
    pattern: /^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/,
    allowed: "4 to 63 letters, digits and hyphens inside",
  }),
});
