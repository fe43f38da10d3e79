import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-no-cross-tenant-replication",
  title: "Storage accounts do not replicate into other tenants",
  severity: "medium",
  description:
    "Object replication into an account of another tenant takes the data out of the organization's reach.",
  remediation: "Set allowCrossTenantReplication: false.",
  references: {
    catalogue: ["STO-13"],
    azurePolicy: ["92a89a79"],
    cis: ["Found6 9.3.7"],
    prowler: ["storage_cross_tenant_replication_disabled"],
    nist: ["AC-4", "AC-20"],
    docs: [
      "https://learn.microsoft.com/azure/storage/blobs/object-replication-prevent-cross-tenant-policies",
    ],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  repairs: { allowCrossTenantReplication: false },
  check: mustBe("allowCrossTenantReplication", false),
});
