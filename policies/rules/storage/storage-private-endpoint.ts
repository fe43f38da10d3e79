import { privateEndpointRequired, privateEndpoints } from "../../azure/private-endpoint.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "storage-private-endpoint",
  title: "Storage accounts have a private endpoint",
  severity: "medium",
  description:
    "A private endpoint keeps traffic between the network and the account away from the Internet, and makes the public one needless.",
  remediation:
    "Add a network.PrivateEndpoint whose privateLinkServiceConnections hold the account's id output.",
  references: {
    catalogue: ["STO-08"],
    checkov: ["CKV2_AZURE_33"],
    azurePolicy: ["6edd7eda"],
    cis: ["Found6 9.3.2.1"],
    prowler: ["storage_ensure_private_endpoints_in_storage_accounts"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/storage/common/storage-private-endpoints"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  reads: privateEndpoints,
  check: privateEndpointRequired(["azure-native:storage:StorageAccount"]),
});
