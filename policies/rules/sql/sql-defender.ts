import { defenderPlans, plansNamed } from "../../azure/defender-plan.ts";
import { belongsTo, sqlServers } from "../../azure/sql-server.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "sql-defender",
  title: "Defender watches Azure SQL",
  severity: "medium",
  description: "Defender reports injected statements, guessed passwords and unusual access.",
  remediation:
    'Add a sql.ServerSecurityAlertPolicy with state: "Enabled" whose serverName is the server\'s name output, or the Defender plan SqlServers in the Standard tier.',
  references: {
    catalogue: ["SQL-14"],
    checkov: ["CKV2_AZURE_13"],
    psrule: ["SQL.DefenderCloud"],
    azurePolicy: ["abfb4388"],
    prowler: ["sqlserver_microsoft_defender_enabled"],
    nist: ["RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/azure-defender-for-sql"],
  },
  appliesTo: ["azure-native:sql:Server"],
  reads: [...defenderPlans, "azure-native:sql:ServerSecurityAlertPolicy"],
  check: (stack) =>
    each(stack.ofType(...sqlServers), function* (server) {
      if (plansNamed(stack, "SqlServers").some(({ props }) => props.at("pricingTier").is("Standard"))) return;
      const policies = stack.ofType("azure-native:sql:ServerSecurityAlertPolicy").filter(belongsTo(server));
      if (policies.some(({ props }) => props.at("state").is("Enabled"))) return;
      yield {
        path: "",
        message:
          policies.length === 0
            ? "no security alert policy of the stack belongs to the server"
            : "the server's security alert policy is not enabled",
        resource: server,
      };
    }),
});
