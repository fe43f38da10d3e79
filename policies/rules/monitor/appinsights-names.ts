import { nameOf } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "appinsights-names",
  title: "Application Insights components have names that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses fails the update halfway, after other resources have been made.",
  remediation:
    "Name the component with 1 to 255 letters, digits, hyphens, periods, underscores and parentheses, without a period at the end.",
  references: {
    catalogue: ["MON-10"],
    psrule: ["AppInsights.Name", "AppInsights.Naming"],
    docs: ["https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.AppInsights.Name/"],
  },
  appliesTo: ["azure-native:applicationinsights:Component", "azure-native:insights:Component"],
  check: nameOf("resourceName", {
    pattern: /^[\w().-]{0,254}[\w()-]$/,
    allowed:
      "1 to 255 letters, digits, hyphens, periods, underscores and parentheses, without a period at the end",
  }),
});
