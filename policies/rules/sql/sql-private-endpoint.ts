import { hasPrivateEndpoint, privateEndpoints } from "../../azure/private-endpoint.ts";
import { belongsTo, sqlServers } from "../../azure/sql-server.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "sql-private-endpoint",
  title: "Azure SQL has a private endpoint or a rule for a subnet",
  severity: "medium",
  description: "Traffic between the network and the server then stays away from the Internet.",
  remediation:
    "Add a network.PrivateEndpoint whose privateLinkServiceConnections hold the server's id output, or a sql.VirtualNetworkRule.",
  references: {
    catalogue: ["SQL-02"],
    checkov: ["CKV2_AZURE_45"],
    azurePolicy: ["7698e800", "77e8b146", "ae5d2f14"],
    nist: ["AC-4", "SC-7"],
    docs: [
      "https://learn.microsoft.com/azure/azure-sql/database/private-endpoint-overview",
      "https://learn.microsoft.com/azure/azure-sql/database/vnet-service-endpoint-rule-overview",
    ],
  },
  appliesTo: ["azure-native:sql:Server"],
  reads: [...privateEndpoints, "azure-native:sql:VirtualNetworkRule"],
  *check(stack) {
    for (const server of stack.ofType(...sqlServers)) {
      const admitted = stack.ofType("azure-native:sql:VirtualNetworkRule").some(belongsTo(server));
      if (!admitted && !hasPrivateEndpoint(stack, server))
        yield {
          path: "",
          message: "neither a private endpoint nor a virtual network rule of the stack leads to the server",
          resource: server,
        };
    }
  },
});
