import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "sql-ledger",
  title: "Azure SQL databases are ledgers",
  severity: "low",
  enforcement: "disabled",
  description:
    "A ledger proves that nobody, an administrator included, has changed what was written. Off by default, because it cannot be turned off again and few data need it.",
  remediation: "Set isLedgerOn: true when the database is made.",
  references: {
    catalogue: ["SQL-23"],
    checkov: ["CKV_AZURE_224"],
    nist: ["AU-9", "AU-10", "SI-7"],
    docs: ["https://learn.microsoft.com/sql/relational-databases/security/ledger/ledger-overview"],
  },
  appliesTo: ["azure-native:sql:Database"],
  check: mustBe("isLedgerOn", true),
});
