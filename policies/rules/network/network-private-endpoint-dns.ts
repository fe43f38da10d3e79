import { each } from "../../evaluate.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

const privateZones: readonly TypePattern[] = [
  "azure-native:privatedns:PrivateZone",
  "azure-native:network:PrivateZone",
];

/** The zones of the services, by the group that a connection names. */
const zonesOfService: Readonly<Record<string, readonly string[]>> = {
  vault: ["privatelink.vaultcore.azure.net"],
  sqlserver: ["privatelink.database.windows.net"],
  postgresqlserver: ["privatelink.postgres.database.azure.com"],
  mysqlserver: ["privatelink.mysql.database.azure.com"],
  namespace: ["privatelink.servicebus.windows.net"],
  registry: ["privatelink.azurecr.io"],
  rediscache: ["privatelink.redis.cache.windows.net"],
  sql: ["privatelink.documents.azure.com"],
  blob: ["privatelink.blob.core.windows.net"],
  file: ["privatelink.file.core.windows.net"],
  queue: ["privatelink.queue.core.windows.net"],
  table: ["privatelink.table.core.windows.net"],
};

export default stackRule({
  id: "network-private-endpoint-dns",
  title: "Private endpoints have the DNS zone of their service",
  severity: "high",
  description:
    "Without a record in the privatelink zone clients still resolve the public address of the service, and fail, or go there.",
  remediation:
    "Add a PrivateDnsZoneGroup for the endpoint whose privateDnsZoneConfigs name the privatelink zone of the service.",
  references: {
    catalogue: ["X-29"],
    nist: ["SC-7", "SC-20", "SC-22"],
    docs: ["https://learn.microsoft.com/azure/private-link/private-endpoint-dns"],
  },
  appliesTo: ["azure-native:network:PrivateEndpoint"],
  reads: ["azure-native:network:PrivateDnsZoneGroup", ...privateZones],
  check: (stack) =>
    each(stack.ofType("azure-native:network:PrivateEndpoint"), function* (resource) {
      const groups = stack
        .ofType("azure-native:network:PrivateDnsZoneGroup")
        .filter((group) => group.dependenciesOf("privateEndpointName").includes(resource.urn));
      if (groups.length === 0) {
        yield { path: "", message: "no PrivateDnsZoneGroup of the stack refers to the endpoint", resource };
        return;
      }
      const zones = stack
        .ofType(...privateZones)
        .filter((zone) =>
          groups.some((group) => group.dependenciesOf("privateDnsZoneConfigs").includes(zone.urn)),
        )
        .map((zone) => zone.props.at("privateZoneName").string ?? zone.name);
      // Zones of another stack, the hub's, are not seen here.
      if (zones.length === 0) return;
      const connections = [
        ...resource.props.at("privateLinkServiceConnections").items(),
        ...resource.props.at("manualPrivateLinkServiceConnections").items(),
      ];
      for (const groupId of connections.flatMap((connection) => connection.at("groupIds").items())) {
        const allowed = zonesOfService[groupId.string?.toLowerCase() ?? ""];
        if (allowed !== undefined && !zones.some((zone) => allowed.includes(zone.toLowerCase())))
          yield { ...groupId.violates(`must have the zone ${allowed.join(" or ")}`), resource };
      }
    }),
});
