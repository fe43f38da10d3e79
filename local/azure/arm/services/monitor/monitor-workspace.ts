import { groupId, nameOf, subscriptionOf } from "../../arm-id.ts";
import type { ResourceType } from "../../resource-type.ts";
import { text } from "../../body.ts";
import { stableHex, stableUuid } from "../../uuid.ts";
import { badRequest } from "../../refusal.ts";
import { dataCollectionEndpointToken } from "./data-collection-endpoint.ts";
import { dataCollectionRuleToken } from "./data-collection-rule.ts";
import { privateEndpointConnections } from "../network/private-link.ts";
import { resourceGroupToken } from "../resources/resource-group.ts";
import type { Resource } from "../../resource-type.ts";

/** An Azure Monitor workspace, with the group it makes for its own data collection endpoint and rule. */
export const monitorWorkspace: ResourceType = {
  token: "azure-native:monitor:AzureMonitorWorkspace",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Monitor/accounts/{azureMonitorWorkspaceName}",
  answerPath:
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/microsoft.monitor/accounts/{azureMonitorWorkspaceName}",
  apiVersion: "2023-04-03",
  place: "regional",
  stamps: ["provisioningState", "etag", "systemData"],
  enumerations: { publicNetworkAccess: ["monitor", "PublicNetworkAccess"] },
  defaults: () => ({ publicNetworkAccess: "Enabled" }),
  *conflicts(write) {
    if (!/^(?!-)[A-Za-z0-9-]{4,44}$/.test(write.name)) {
      yield badRequest(
        "InvalidParameter",
        `The workspace name '${write.name}' is invalid: 4 to 44 letters, digits and hyphens.`,
      );
    }
  },
  written: (write, azure) => {
    const group = managedGroup(write);
    if (azure.find(group) !== undefined) return;
    const { location } = write;
    azure.provide(resourceGroupToken, group, { location, managedBy: write.id });
    azure.provide(dataCollectionEndpointToken, endpointId(write), { location });
    azure.provide(dataCollectionRuleToken, ruleId(write), {
      location,
      dataCollectionEndpointId: endpointId(write),
    });
  },
  deleted: (resource, azure) => {
    azure.discard(managedGroup(resource));
  },
  outputs: (resource, azure) => ({
    accountId: stableUuid("monitor-account", resource.id, resource.createdAt),
    defaultIngestionSettings: {
      dataCollectionEndpointResourceId: endpointId(resource),
      dataCollectionRuleResourceId: ruleId(resource),
    },
    metrics: {
      internalId: `mac_${stableUuid("metrics", resource.id, resource.createdAt)}`,
      prometheusQueryEndpoint: `https://${resource.name.toLowerCase()}-${stableHex(4, "prometheus", resource.id)}.${resource.location}.prometheus.monitor.azure.com`,
    },
    privateEndpointConnections: privateEndpointConnections(resource, azure),
    publicNetworkAccess: text(resource.body, "publicNetworkAccess") ?? "Enabled",
  }),
};

function managedGroup(resource: Resource): string {
  return groupId(subscriptionOf(resource.id), `MA_${nameOf(resource.id)}_${resource.location}_managed`);
}

function endpointId(resource: Resource): string {
  return `${managedGroup(resource)}/providers/Microsoft.Insights/dataCollectionEndpoints/${resource.name}`;
}

function ruleId(resource: Resource): string {
  return `${managedGroup(resource)}/providers/Microsoft.Insights/dataCollectionRules/${resource.name}`;
}
