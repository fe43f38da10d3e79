import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "mysql-entra-administrator",
  title: "MySQL servers have an Entra administrator",
  severity: "medium",
  description: "Without one nobody can sign in with an Entra identity, so that passwords are all there is.",
  remediation: "Add a dbformysql.AzureADAdministrator whose serverName is the server's name output.",
  references: {
    catalogue: ["MYS-06"],
    psrule: ["MySQL.AAD"],
    azurePolicy: ["146412e9"],
    nist: ["AC-2", "IA-2"],
    docs: ["https://learn.microsoft.com/azure/mysql/flexible-server/concepts-azure-ad-authentication"],
  },
  appliesTo: ["azure-native:dbformysql:Server"],
  reads: ["azure-native:dbformysql:AzureADAdministrator"],
  *check(stack) {
    const administrators = stack.ofType("azure-native:dbformysql:AzureADAdministrator");
    for (const server of stack.ofType("azure-native:dbformysql:Server")) {
      if (
        !administrators.some((administrator) =>
          administrator.dependenciesOf("serverName").includes(server.urn),
        )
      )
        yield {
          path: "",
          message: "no Entra administrator of the stack belongs to the server",
          resource: server,
        };
    }
  },
});
