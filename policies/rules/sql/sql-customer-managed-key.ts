import { belongsTo, sqlServers } from "../../azure/sql-server.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "sql-customer-managed-key",
  title: "Azure SQL is encrypted with a key of the customer",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure encrypts with its own keys already; a key of one's own can be rotated and withdrawn, at the price of an outage when it is lost. Off by default, because only some data demands it.",
  remediation:
    'Set keyId and primaryUserAssignedIdentityId on the server, or add a sql.EncryptionProtector with serverKeyType: "AzureKeyVault".',
  references: {
    catalogue: ["SQL-10"],
    azurePolicy: ["0a370ff3"],
    cis: ["Found3 5.1.3"],
    prowler: ["sqlserver_tde_encrypted_with_cmk"],
    kics: ["tf:azure_sql_server_tde_cmk_disabled"],
    nist: ["SC-12", "SC-28(1)"],
    pulumi: ["sql-database-customer-managed-keys"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-byok-overview"],
  },
  appliesTo: ["azure-native:sql:Server"],
  reads: ["azure-native:sql:EncryptionProtector"],
  check: (stack) =>
    each(stack.ofType(...sqlServers), function* (server) {
      if (server.props.at("keyId").isSet) return;
      const protectors = stack.ofType("azure-native:sql:EncryptionProtector").filter(belongsTo(server));
      if (protectors.some(({ props }) => props.at("serverKeyType").is("AzureKeyVault"))) return;
      yield {
        path: "",
        message: "neither keyId nor an encryption protector names a key in Key Vault",
        resource: server,
      };
    }),
});
