import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-minimum-tls",
  title: "Azure SQL accepts TLS 1.2 or later",
  severity: "high",
  description:
    "Older versions of TLS are broken; what the server accepts is written down instead of left to a default that changes with the API version.",
  remediation: 'Set minimalTlsVersion: "1.2" or "1.3".',
  references: {
    catalogue: ["SQL-06"],
    checkov: ["CKV_AZURE_52"],
    psrule: ["SQL.MinTLS"],
    azurePolicy: ["32e6bbec"],
    trivy: ["AZU-0026"],
    prowler: ["sqlserver_recommended_minimal_tls_version"],
    nist: ["SC-8", "SC-8(1)", "SC-13"],
    pulumi: ["sql-server-encrypted-connections"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/connectivity-settings#minimal-tls-version"],
  },
  appliesTo: ["azure-native:sql:Server"],
  repairs: { minimalTlsVersion: "1.2" },
  check: mustBe("minimalTlsVersion", "1.2", "1.3"),
});
