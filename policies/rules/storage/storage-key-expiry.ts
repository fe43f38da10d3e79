import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-key-expiry",
  title: "Storage accounts limit the life of keys and shared access signatures",
  severity: "medium",
  description:
    "Without a period, keys are never called out for rotation and signatures may be valid for years after they have leaked.",
  remediation:
    'Set keyPolicy.keyExpirationPeriodInDays to 90 or less and sasPolicy: { sasExpirationPeriod: "1.00:00:00", expirationAction: "Log" }.',
  references: {
    catalogue: ["STO-11"],
    checkov: ["CKV2_AZURE_41"],
    azurePolicy: ["bc1b984e", "7aa1c9d5", "044985bb"],
    cis: ["Found6 9.3.1.1", "Found6 9.3.1.2"],
    prowler: ["storage_key_rotation_90_days"],
    nist: ["IA-5", "IA-5(1)", "SC-12"],
    docs: [
      "https://learn.microsoft.com/azure/storage/common/sas-expiration-policy",
      "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage",
    ],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  parameters: {
    longestKeyLife: {
      type: "integer",
      description:
        "Most days after which a key must be rotated. Default: that of CIS Azure Foundations 6.0, 9.3.1.2.",
      default: 90,
      minimum: 1,
    },
  },
  *check({ props }, parameters) {
    const longestKeyLife = parameters.integer("longestKeyLife");
    if (props.at("allowSharedKeyAccess").is(false)) return;
    const days = props.at("keyPolicy.keyExpirationPeriodInDays");
    const period = days.number;
    if (period === undefined || period > longestKeyLife)
      yield days.violates(`must be at most ${longestKeyLife}`);
    const signatures = props.at("sasPolicy.sasExpirationPeriod");
    if (signatures.string === undefined)
      yield signatures.violates("must be set, as days.hours:minutes:seconds");
  },
});
