import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-encryption-at-rest",
  title: "Azure SQL databases are encrypted at rest",
  severity: "high",
  description:
    "Transparent data encryption is on by default; turning it off leaves files and backups readable.",
  remediation: 'Remove the TransparentDataEncryption resource, or set state: "Enabled".',
  references: {
    catalogue: ["SQL-09"],
    checkov: ["CKV2_AZURE_25"],
    psrule: ["SQL.TDE"],
    azurePolicy: ["17k78e20"],
    cis: ["Found3 5.1.5"],
    prowler: ["sqlserver_tde_encryption_enabled"],
    nist: ["SC-28", "SC-28(1)"],
    pulumi: ["sql-database-tde-enabled-check"],
    docs: ["https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-tde-overview"],
  },
  appliesTo: ["azure-native:sql:TransparentDataEncryption"],
  check: mustNotBe("state", "Disabled"),
});
