import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-public-access-disabled",
  title: "Azure SQL is not reachable from the Internet",
  severity: "critical",
  description: "A SQL server has a public endpoint unless it is told otherwise.",
  remediation: 'Set publicNetworkAccess: "Disabled" and reach the server through a private endpoint.',
  references: {
    catalogue: ["SQL-01"],
    checkov: ["CKV_AZURE_113"],
    azurePolicy: ["1b8ca024"],
    cis: ["Found3 5.1.7"],
    trivy: ["AZU-0022"],
    kics: ["tf:mssql_server_public_network_access_enabled"],
    nist: ["AC-3", "AC-17", "SC-7"],
    pulumi: ["sql-server-disable-public-access"],
    docs: [
      "https://learn.microsoft.com/azure/azure-sql/database/connectivity-settings#deny-public-network-access",
    ],
  },
  appliesTo: ["azure-native:sql:Server"],
  check: mustBe("publicNetworkAccess", "Disabled", "SecuredByPerimeter"),
});
