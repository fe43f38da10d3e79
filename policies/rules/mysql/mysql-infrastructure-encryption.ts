import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "mysql-infrastructure-encryption",
  title: "Single servers of MySQL are encrypted twice",
  severity: "low",
  enforcement: "advisory",
  description:
    "Encryption below the service's own still holds when that one is broken. Flexible servers have no such choice.",
  remediation: 'Set properties.infrastructureEncryption: "Enabled"; better, move to a flexible server.',
  references: {
    catalogue: ["MYS-12"],
    checkov: ["CKV_AZURE_96"],
    azurePolicy: ["3a58212a"],
    nist: ["SC-28", "SC-28(1)"],
    docs: ["https://learn.microsoft.com/azure/mysql/migrate/whats-happening-to-mysql-single-server"],
  },
  appliesTo: ["azure-native:dbformysql:SingleServer"],
  check: mustBe("properties.infrastructureEncryption", "Enabled"),
});
