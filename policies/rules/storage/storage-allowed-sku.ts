import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-allowed-sku",
  title: "Storage accounts have one of the allowed SKUs",
  severity: "low",
  enforcement: "disabled",
  description:
    "An organization may confine the SKUs, for cost or for redundancy. Off by default, because the list is the organization's own.",
  remediation: "Choose a sku.name from the list.",
  references: {
    catalogue: ["STO-26"],
    azurePolicy: ["7433c107"],
    nist: ["CM-2"],
    docs: ["https://learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  parameters: {
    skus: {
      type: "array",
      items: { type: "string" },
      description: "Allowed SKUs. Default: those that are not locally redundant.",
      default: [
        "Standard_ZRS",
        "Standard_GRS",
        "Standard_RAGRS",
        "Standard_GZRS",
        "Standard_RAGZRS",
        "Premium_ZRS",
      ],
    },
  },
  *check({ props }, parameters) {
    const skus = parameters.strings("skus");
    const name = props.at("sku.name");
    if (!name.is(...skus)) yield name.violates(`must be one of ${skus.join(", ")}`);
  },
});
