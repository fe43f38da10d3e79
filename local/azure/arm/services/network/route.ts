import type { Refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { badRequest } from "../../refusal.ts";
import { text, absent } from "../../body.ts";
import { parseCidr } from "../../cidr.ts";
import { addressPrefixMalformed, invalidRequestFormat } from "./network-refusals.ts";
import { nameOf } from "../../arm-id.ts";

export const routeToken = "azure-native:network:Route";

export const route: ResourceType = {
  token: routeToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/routeTables/{routeTableName}/routes/{routeName}",
  apiVersion: "2024-05-01",
  place: "nowhere",
  stamps: ["provisioningState", "etag"],
  enumerations: { nextHopType: ["network", "RouteNextHopType"] },
  unknownValue: invalidRequestFormat,
  refusals: routeRefusals,
  outputs: () => ({ hasBgpOverride: false }),
};

function* routeRefusals(body: ArmBody, id: string): Iterable<Refusal> {
  const prefix = text(body, "addressPrefix");
  const isTag = prefix !== undefined && /^[A-Za-z][A-Za-z0-9.]*$/.test(prefix);
  if (prefix !== undefined && !isTag && !prefix.includes(":") && parseCidr(prefix) === undefined) {
    yield addressPrefixMalformed(prefix, id);
  }
  const type = text(body, "nextHopType");
  if (type === "VirtualAppliance" && absent(body, "nextHopIpAddress")) {
    yield badRequest(
      "RouteTableNextHopIpAddressMissing",
      `Route ${nameOf(id)} has the next hop type VirtualAppliance and no nextHopIpAddress.`,
    );
  }
  const address = text(body, "nextHopIpAddress");
  if (type !== undefined && type !== "VirtualAppliance" && address !== undefined && address !== "") {
    yield badRequest(
      "RouteTableNextHopIpAddressNotAllowed",
      `Route ${nameOf(id)} has the nextHopIpAddress ${address}: it is allowed for the next hop type VirtualAppliance only.`,
    );
  }
}
