import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-entra-administrator",
  title: "Azure SQL has an Entra administrator",
  severity: "high",
  description:
    "Without an Entra administrator nobody can sign in with a token, and everybody shares SQL logins.",
  remediation:
    'Set administrators: { administratorType: "ActiveDirectory", login, sid, tenantId, principalType: "Group" }.',
  references: {
    catalogue: ["SQL-07"],
    checkov: ["CKV2_AZURE_27", "CKV2_AZURE_7"],
    psrule: ["SQL.AAD"],
    azurePolicy: ["1f314764"],
    cis: ["Found3 5.1.4"],
    prowler: ["sqlserver_azuread_administrator_enabled"],
    kics: ["tf:ad_admin_not_configured_for_sql_server"],
    nist: ["AC-2", "IA-2"],
    pulumi: ["sql-server-azure-ad-authentication"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-overview"],
  },
  appliesTo: ["azure-native:sql:Server"],
  *check({ props }) {
    const sid = props.at("administrators.sid");
    if (!sid.isSet) yield sid.violates("must be the object id of the administrators' group");
  },
});
