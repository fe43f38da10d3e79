import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-default-entra-authorization",
  title: "The portal authorizes access to blobs with Entra ID",
  severity: "low",
  description:
    "Unless it is told otherwise the Azure portal reads data with the account's key, so that everybody who may list keys has all the data and no name in the log.",
  remediation: "Set defaultToOAuthAuthentication: true.",
  references: {
    catalogue: ["STO-12"],
    cis: ["Found6 9.3.3.1"],
    prowler: ["storage_default_to_entra_authorization_enabled"],
    nist: ["AC-3", "IA-2"],
    docs: ["https://learn.microsoft.com/azure/storage/blobs/authorize-data-operations-portal"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  repairs: { defaultToOAuthAuthentication: true },
  check: mustBe("defaultToOAuthAuthentication", true),
});
