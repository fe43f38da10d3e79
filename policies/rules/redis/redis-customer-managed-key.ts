import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "redis-customer-managed-key",
  title: "Redis is encrypted with a key of the customer",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure encrypts with its own keys already; a key of one's own can be rotated and withdrawn, at the price of an outage when it is lost. Off by default, because only some data demands it.",
  remediation:
    "Set encryption.customerManagedKeyEncryption with keyEncryptionKeyUrl and keyEncryptionKeyIdentity.",
  references: {
    catalogue: ["RED-12"],
    azurePolicy: ["09aa11bb"],
    nist: ["SC-12", "SC-28(1)"],
    docs: ["https://learn.microsoft.com/azure/azure-cache-for-redis/cache-how-to-encryption"],
  },
  appliesTo: ["azure-native:redisenterprise:RedisEnterprise", "azure-native:cache:RedisEnterprise"],
  *check({ props }) {
    const key = props.at("encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl");
    if (!key.isSet) yield key.violates("must be the address of a key");
  },
});
