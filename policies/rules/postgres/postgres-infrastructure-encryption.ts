import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-infrastructure-encryption",
  title: "Single servers of PostgreSQL are encrypted twice",
  severity: "low",
  enforcement: "advisory",
  description:
    "Encryption below the service's own still holds when that one is broken. Advice; flexible servers have no such choice.",
  remediation: 'Set properties.infrastructureEncryption: "Enabled"; better, move to a flexible server.',
  references: {
    catalogue: ["PG-17"],
    checkov: ["CKV_AZURE_130"],
    cis: ["Found3 5.2.8"],
    kics: ["tf:postgresql_server_infrastructure_encryption_disabled"],
    nist: ["SC-28", "SC-28(1)"],
    docs: [
      "https://learn.microsoft.com/azure/postgresql/migrate/whats-happening-to-postgresql-single-server",
    ],
  },
  appliesTo: ["azure-native:dbforpostgresql:SingleServer"],
  check: mustBe("properties.infrastructureEncryption", "Enabled"),
});
