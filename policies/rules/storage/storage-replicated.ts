import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-replicated",
  title: "Storage accounts keep copies in other zones or regions",
  severity: "medium",
  description:
    "A locally redundant account keeps all copies in one data centre; when that is lost, so is the data.",
  remediation:
    'Set sku.name to "Standard_ZRS", "Standard_GRS", "Standard_GZRS" or another SKU that is not locally redundant.',
  references: {
    catalogue: ["STO-16"],
    checkov: ["CKV_AZURE_206"],
    psrule: ["Storage.UseReplication"],
    azurePolicy: ["bf045164", "85b005b2"],
    cis: ["Found6 9.3.11"],
    trivy: ["AZU-0058"],
    prowler: ["storage_geo_redundant_enabled"],
    kics: ["tf:azure_storage_account_geo_redundancy_disabled"],
    nist: ["CP-6", "CP-9"],
    pulumi: ["storage-account-geo-replication"],
    docs: ["https://learn.microsoft.com/azure/storage/common/storage-redundancy"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  *check({ props }) {
    const sku = props.at("sku.name");
    const name = sku.string;
    if (name === undefined || /_LRS$/i.test(name))
      yield sku.violates("must be replicated to other zones or regions");
  },
});
