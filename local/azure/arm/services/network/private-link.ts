import { typeOf } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import type { Resource } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { stableUuid } from "../../uuid.ts";

/** What a service offers over private link under one group id. */
interface PrivateLinkGroup {
  /** Zone that its names are in when they are reached privately. */
  readonly zone: string;
  /** Names that resolve to the endpoint, one address each. */
  readonly names: (resource: Resource) => readonly string[];
}

const group = (zone: string, publicSuffix: string): PrivateLinkGroup => ({
  zone,
  names: (resource) => [`${resource.name.toLowerCase()}.${publicSuffix}`],
});

/** Source: learn.microsoft.com/azure/private-link/private-endpoint-dns and …/private-endpoint-overview#private-link-resource */
const groups: Readonly<Record<string, Readonly<Record<string, PrivateLinkGroup>>>> = {
  "microsoft.containerregistry/registries": {
    registry: {
      zone: "privatelink.azurecr.io",
      names: ({ name, location }) => [
        `${name.toLowerCase()}.${location}.data.azurecr.io`,
        `${name.toLowerCase()}.azurecr.io`,
      ],
    },
  },
  "microsoft.keyvault/vaults": { vault: group("privatelink.vaultcore.azure.net", "vault.azure.net") },
  "microsoft.sql/servers": { sqlServer: group("privatelink.database.windows.net", "database.windows.net") },
  "microsoft.eventhub/namespaces": {
    namespace: group("privatelink.servicebus.windows.net", "servicebus.windows.net"),
  },
  "microsoft.dbforpostgresql/flexibleservers": {
    postgresqlServer: group("privatelink.postgres.database.azure.com", "postgres.database.azure.com"),
  },
  "microsoft.storage/storageaccounts": {
    blob: group("privatelink.blob.core.windows.net", "blob.core.windows.net"),
    dfs: group("privatelink.dfs.core.windows.net", "dfs.core.windows.net"),
    file: group("privatelink.file.core.windows.net", "file.core.windows.net"),
    queue: group("privatelink.queue.core.windows.net", "queue.core.windows.net"),
    table: group("privatelink.table.core.windows.net", "table.core.windows.net"),
    web: group("privatelink.web.core.windows.net", "web.core.windows.net"),
  },
  "microsoft.monitor/accounts": {
    prometheusMetrics: {
      zone: "privatelink.prometheus.monitor.azure.com",
      names: ({ name, location }) => [`${name.toLowerCase()}.${location}.prometheus.monitor.azure.com`],
    },
  },
  "microsoft.containerservice/managedclusters": {
    management: {
      zone: "privatelink.azmk8s.io",
      names: ({ name, location }) => [`${name.toLowerCase()}.privatelink.${location}.azmk8s.io`],
    },
  },
};

/** Group ids that a resource offers; empty: none, or not known here. */
export function groupIdsOf(id: string): string[] {
  return Object.keys(groups[typeOf(id)?.toLowerCase() ?? ""] ?? {});
}

/** Names that resolve to an endpoint of these groups. */
export function namesBehind(target: Resource, groupIds: readonly string[]): string[] {
  const offered = groups[typeOf(target.id)?.toLowerCase() ?? ""] ?? {};
  return Object.entries(offered)
    .filter(([id]) => groupIds.some((asked) => asked.toLowerCase() === id.toLowerCase()))
    .flatMap(([, offer]) => [...offer.names(target)]);
}

/** The connections that a resource has through private endpoints, in the common form of the services. */
export function privateEndpointConnections(resource: Resource, azure: Azure): ArmBody[] {
  return azure.store.links
    .to(resource.id)
    .filter((link) => link.property.startsWith("privateLinkServiceConnections."))
    .flatMap((link) => {
      const endpoint = azure.find(link.source);
      if (endpoint === undefined) return [];
      return [
        {
          id: `${resource.id}/privateEndpointConnections/${connectionName(endpoint, resource)}`,
          name: connectionName(endpoint, resource),
          privateEndpoint: { id: endpoint.id },
          privateLinkServiceConnectionState: {
            status: "Approved",
            description: "Auto-Approved",
            actionsRequired: "None",
          },
          provisioningState: "Succeeded",
        },
      ];
    });
}

function connectionName(endpoint: Resource, target: Resource): string {
  return `${endpoint.name}.${stableUuid("connection", endpoint.id, endpoint.createdAt, target.id)}`;
}
