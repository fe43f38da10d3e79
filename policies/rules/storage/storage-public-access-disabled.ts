import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-public-access-disabled",
  title: "Storage accounts are not reached from the Internet",
  severity: "high",
  description:
    "A public endpoint leaves keys and tokens as the only barrier between the data and the Internet; by default it is open.",
  remediation: 'Set publicNetworkAccess: "Disabled" and add a private endpoint.',
  references: {
    catalogue: ["STO-05"],
    checkov: ["CKV_AZURE_59"],
    azurePolicy: ["b2982f36"],
    cis: ["Found6 9.3.2.2"],
    prowler: ["storage_account_public_network_access_disabled"],
    nist: ["AC-4", "SC-7"],
    pulumi: ["storage-account-public-network-access"],
    docs: ["https://learn.microsoft.com/azure/storage/common/storage-network-security"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  check: mustBe("publicNetworkAccess", "Disabled", "SecuredByPerimeter"),
});
