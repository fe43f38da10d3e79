import { diagnosticSettings, logsRequired } from "../../azure/diagnostic-setting.ts";
import { stackRule } from "../../rule.ts";

const readWriteDelete = ["audit", "StorageRead", "StorageWrite", "StorageDelete"];

export default stackRule({
  id: "storage-data-plane-logs",
  title: "Reads, writes and deletions in blobs, queues and tables are logged",
  severity: "medium",
  enforcement: "advisory",
  description:
    "The activity log knows nothing of access to data; only a diagnostic setting of the account's services tells who read or deleted what.",
  remediation:
    "Add monitor.DiagnosticSettings with the category group audit or allLogs whose resourceUri is the account's id followed by /blobServices/default, /queueServices/default and /tableServices/default.",
  references: {
    catalogue: ["STO-21"],
    checkov: ["CKV_AZURE_33", "CKV2_AZURE_20", "CKV2_AZURE_21"],
    trivy: ["AZU-0009", "AZU-0057"],
    kics: ["43f6e60c"],
    nist: ["AU-2", "AU-12"],
    docs: [
      "https://learn.microsoft.com/azure/storage/blobs/monitor-blob-storage",
      "https://learn.microsoft.com/azure/storage/queues/monitor-queue-storage",
    ],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  reads: diagnosticSettings,
  check: logsRequired(["azure-native:storage:StorageAccount"], readWriteDelete),
});
