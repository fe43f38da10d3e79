import type { ResourceType } from "../../resource-type.ts";
import { usedBySubnets } from "./network-security-group.ts";
import { invalidRequestFormat } from "./network-refusals.ts";
import { routeToken } from "./route.ts";

export const routeTable: ResourceType = {
  token: "azure-native:network:RouteTable",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/routeTables/{routeTableName}",
  apiVersion: "2024-05-01",
  place: "regional",
  stamps: ["provisioningState", "etag", "resourceGuid"],
  inline: [{ property: "routes", token: routeToken, update: "replace" }],
  unknownValue: invalidRequestFormat,
  defaults: () => ({ disableBgpRoutePropagation: false }),
  *undeletable(resource, azure, container) {
    yield* usedBySubnets(
      resource,
      azure,
      container,
      "InUseRouteTableCannotBeDeleted",
      `Route table ${resource.name} is in use and cannot be deleted. It is used by: `,
      "",
    );
  },
  outputs: (resource, azure) => ({
    subnets: azure.usersOf(resource.id, "routeTable.id").map((user) => ({ id: user.id })),
  }),
};
