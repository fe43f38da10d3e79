import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

const guessedFirst = [
  "admin",
  "administrator",
  "azure",
  "azureadmin",
  "azureuser",
  "dbadmin",
  "dbo",
  "guest",
  "mssql",
  "public",
  "root",
  "sa",
  "server",
  "sql",
  "sqladmin",
  "sqlserver",
  "user",
];

export default resourceRule({
  id: "sql-admin-name",
  title: "The administrators of Azure SQL have names that nobody guesses",
  severity: "low",
  description: "Whoever tries passwords begins with these names.",
  remediation: "Leave out administratorLogin, and give the group in administrators.login a name of its own.",
  references: {
    catalogue: ["SQL-28"],
    kics: [
      "tf:sql_server_predictable_admin_account_name",
      "tf:sql_server_predictable_active_directory_admin_account_name",
    ],
    nist: ["AC-2", "IA-4", "IA-5"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/logins-create-manage"],
  },
  appliesTo: ["azure-native:sql:Server", "azure-native:sql:ServerAzureADAdministrator"],
  check: ({ props }) =>
    each(["administratorLogin", "administrators.login", "login"], function* (property) {
      const login = props.at(property);
      if (login.is(...guessedFirst)) yield login.violates("must not be a name that is guessed first");
    }),
});
