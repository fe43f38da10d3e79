import { objects, text } from "../../body.ts";
import { badRequest } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { parseCidr } from "../../cidr.ts";
import { stableUuid } from "../../uuid.ts";
import { usedBySubnets } from "./network-security-group.ts";
import { addressPrefixMalformed, invalidRequestFormat } from "./network-refusals.ts";

export const routeTable: ResourceType = {
  token: "azure-native:network:RouteTable",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/routeTables/{routeTableName}",
  apiVersion: "2024-05-01",
  place: "regional",
  stamps: ["provisioningState", "etag", "resourceGuid"],
  enumerations: { "routes[].nextHopType": ["network", "RouteNextHopType"] },
  unknownValue: invalidRequestFormat,
  defaults: () => ({ disableBgpRoutePropagation: false, routes: [] }),
  *refusals(body) {
    for (const route of objects(body, "routes")) {
      const prefix = text(route, "addressPrefix");
      const isTag = prefix !== undefined && /^[A-Za-z][A-Za-z0-9.]*$/.test(prefix);
      if (prefix !== undefined && !isTag && !prefix.includes(":") && parseCidr(prefix) === undefined) {
        yield addressPrefixMalformed(prefix, text(route, "name") ?? "");
      }
      const type = text(route, "nextHopType");
      const address = text(route, "nextHopIpAddress");
      if (type === "VirtualAppliance" && route["nextHopIpAddress"] === undefined) {
        yield badRequest(
          "RouteTableNextHopIpAddressMissing",
          `Route ${text(route, "name") ?? ""} has the next hop type VirtualAppliance and no nextHopIpAddress.`,
        );
      }
      if (type !== undefined && type !== "VirtualAppliance" && address !== undefined && address !== "") {
        yield badRequest(
          "RouteTableNextHopIpAddressNotAllowed",
          `Route ${text(route, "name") ?? ""} has the nextHopIpAddress ${address}: it is allowed for the next hop type VirtualAppliance only.`,
        );
      }
    }
  },
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
    routes: objects(resource.body, "routes").map((route) => ({
      ...route,
      id: `${resource.id}/routes/${text(route, "name") ?? ""}`,
      etag: `W/"${stableUuid("etag", resource.id, text(route, "name") ?? "", String(resource.version))}"`,
      hasBgpOverride: false,
      provisioningState: "Succeeded",
    })),
    subnets: azure.usersOf(resource.id, "routeTable.id").map((user) => ({ id: user.id })),
  }),
};
