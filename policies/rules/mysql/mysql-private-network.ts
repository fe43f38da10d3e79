import { privateEndpointRequired, privateEndpoints } from "../../azure/private-endpoint.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "mysql-private-network",
  title: "MySQL has a private endpoint or stands in a subnet",
  severity: "medium",
  description: "Traffic between the network and the server then stays away from the Internet.",
  remediation:
    "Add a network.PrivateEndpoint whose privateLinkServiceConnections hold the server's id output, or set network.delegatedSubnetResourceId.",
  references: {
    catalogue: ["MYS-02"],
    checkov: ["CKV2_AZURE_56", "CKV2_AZURE_44"],
    azurePolicy: ["7595c971", "3375856c"],
    nist: ["AC-4", "SC-7"],
    pulumi: ["mysql-private-endpoints"],
    docs: [
      "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-networking-private-link",
      "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-networking-vnet",
    ],
  },
  appliesTo: ["azure-native:dbformysql:Server"],
  reads: privateEndpoints,
  check: privateEndpointRequired(
    ["azure-native:dbformysql:Server"],
    ({ props }) => props.at("network.delegatedSubnetResourceId").isSet,
  ),
});
