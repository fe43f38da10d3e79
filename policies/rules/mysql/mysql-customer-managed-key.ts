import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "mysql-customer-managed-key",
  title: "MySQL is encrypted with a key of the customer",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure encrypts with its own keys already; a key of one's own can be rotated and withdrawn, at the price of an outage when it is lost. Off by default, because only some data demands it.",
  remediation:
    'Set dataEncryption with type: "AzureKeyVault", primaryKeyURI and primaryUserAssignedIdentityId.',
  references: {
    catalogue: ["MYS-11"],
    checkov: ["CKV2_AZURE_16"],
    azurePolicy: ["83cef61d"],
    nist: ["SC-12", "SC-28(1)"],
    pulumi: ["mysql-customer-managed-keys"],
    docs: ["https://learn.microsoft.com/azure/mysql/flexible-server/concepts-customer-managed-key"],
  },
  appliesTo: ["azure-native:dbformysql:Server"],
  check: mustBe("dataEncryption.type", "AzureKeyVault"),
});
