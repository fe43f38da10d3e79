import { parametersOf } from "../../azure/server-parameter.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "mysql-entra-only",
  title: "MySQL refuses passwords",
  severity: "high",
  description:
    "Passwords are guessed, shared and forgotten in files; the server accepts them unless aad_auth_only is on.",
  remediation: 'Add a dbformysql.Configuration with configurationName: "aad_auth_only" and value: "ON".',
  references: {
    catalogue: ["MYS-07"],
    psrule: ["MySQL.AADOnly"],
    azurePolicy: ["40e85574"],
    nist: ["IA-2", "IA-5"],
    docs: ["https://learn.microsoft.com/azure/mysql/flexible-server/concepts-azure-ad-authentication"],
  },
  appliesTo: ["azure-native:dbformysql:Server"],
  reads: ["azure-native:dbformysql:Configuration"],
  check: (stack) =>
    each(stack.ofType("azure-native:dbformysql:Server"), function* (server) {
      const values = parametersOf(stack, server, "azure-native:dbformysql:Configuration", "aad_auth_only");
      if (!values.some((value) => value.is("ON")))
        yield {
          path: "",
          message: "the stack does not turn on aad_auth_only for the server",
          resource: server,
        };
    }),
});
