import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-container-private",
  title: "Blob containers are private",
  severity: "critical",
  description:
    "A container with public access hands its blobs, or even the list of them, to anybody who knows the address.",
  remediation: 'Set publicAccess: "None", or leave it out.',
  references: {
    catalogue: ["STO-04"],
    checkov: ["CKV_AZURE_34"],
    psrule: ["Storage.BlobAccessType"],
    trivy: ["AZU-0007"],
    kics: ["a0ab985d", "tf:storage_container_is_publicly_accessible"],
    nist: ["AC-3", "AC-14"],
    docs: ["https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-configure"],
  },
  appliesTo: ["azure-native:storage:BlobContainer"],
  repairs: { publicAccess: "None" },
  check: mustNotBe("publicAccess", "Blob", "Container"),
});
