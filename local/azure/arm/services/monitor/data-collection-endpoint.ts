import type { ResourceType } from "../../resource-type.ts";
import { stableHex } from "../../uuid.ts";
import type { Resource } from "../../resource-type.ts";

export const dataCollectionEndpointToken = "azure-native:monitor:DataCollectionEndpoint";
export const dataCollectionEndpointType = "Microsoft.Insights/dataCollectionEndpoints";

export const dataCollectionEndpoint: ResourceType = {
  token: dataCollectionEndpointToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/dataCollectionEndpoints/{dataCollectionEndpointName}",
  apiVersion: "2022-06-01",
  place: "regional",
  stamps: ["provisioningState", "etag", "systemData"],
  identity: true,
  enumerations: {
    kind: ["monitor", "KnownDataCollectionEndpointResourceKind"],
    "networkAcls.publicNetworkAccess": ["monitor", "KnownPublicNetworkAccessOptions"],
  },
  defaults: () => ({ networkAcls: { publicNetworkAccess: "Enabled" } }),
  outputs: (resource) => ({
    immutableId: `dce-${stableHex(32, "endpoint", resource.id, resource.createdAt)}`,
    configurationAccess: { endpoint: endpointOf(resource, "handler.control") },
    logsIngestion: { endpoint: endpointOf(resource, "ingest") },
    metricsIngestion: { endpoint: endpointOf(resource, "metrics.ingest") },
    privateLinkScopedResources: [],
  }),
};

function endpointOf(resource: Resource, service: string): string {
  const host = `${resource.name.toLowerCase()}-${stableHex(4, "endpoint-host", resource.id)}`;
  return `https://${host}.${resource.location}-1.${service}.monitor.azure.com`;
}
