import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-disk-encryption-set",
  title: "Disks of AKS are encrypted with a key of the customer",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure encrypts with its own keys already; a key of one's own can be rotated and withdrawn, at the price of an outage when it is lost. Off by default, because only some data demands it.",
  remediation: "Set diskEncryptionSetID when the cluster is made.",
  references: {
    catalogue: ["AKS-25"],
    checkov: ["CKV_AZURE_117"],
    azurePolicy: ["7d7be79c"],
    trivy: ["AZU-0067"],
    kics: ["tf:aks_disk_encryption_set_id_undefined"],
    nist: ["SC-12", "SC-28", "SC-28(1)"],
    docs: ["https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  *check({ props }) {
    const set = props.at("diskEncryptionSetID");
    if (!set.isSet) yield set.violates("must be the id of a disk encryption set");
  },
});
