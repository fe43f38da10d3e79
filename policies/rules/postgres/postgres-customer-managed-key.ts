import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-customer-managed-key",
  title: "PostgreSQL is encrypted with a key of the customer",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure encrypts with its own keys already; a key of one's own can be rotated and withdrawn, at the price of an outage when it is lost. Off by default, because only some data demands it.",
  remediation:
    'Set dataEncryption: { type: "AzureKeyVault", primaryKeyURI, primaryUserAssignedIdentityId } when the server is made.',
  references: {
    catalogue: ["PG-16"],
    checkov: ["CKV2_AZURE_17"],
    azurePolicy: ["12c74c95"],
    nist: ["SC-12", "SC-28(1)"],
    pulumi: ["postgresql-customer-managed-keys"],
    docs: ["https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-data-encryption"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  check: mustBe("dataEncryption.type", "AzureKeyVault"),
});
