import { nameOf } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-names",
  title: "Storage accounts have names that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses fails the update halfway, after other resources have been made.",
  remediation: "Name the account with 3 to 24 lower-case letters and digits.",
  references: {
    catalogue: ["STO-27"],
    checkov: ["CKV_AZURE_43"],
    psrule: ["Storage.Name", "Storage.Naming"],
    docs: [
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftstorage",
    ],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  check: nameOf("accountName", {
    pattern: /^[a-z0-9]{3,24}$/,
    allowed: "3 to 24 lower-case letters and digits",
  }),
});
