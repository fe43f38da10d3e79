import { containerOf, idKey, nameOf, sameId } from "../../arm-id.ts";
import { absent, flag, text } from "../../body.ts";
import { badRequest, refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { virtualNetworkType } from "../network/virtual-network.ts";

const property = "virtualNetwork.id";

export const virtualNetworkLink: ResourceType = {
  token: "azure-native:privatedns:VirtualNetworkLink",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/privateDnsZones/{privateZoneName}/virtualNetworkLinks/{virtualNetworkLinkName}",
  apiVersion: "2024-06-01",
  place: "global",
  stamps: ["provisioningState", "etag", "systemData"],
  enumerations: { resolutionPolicy: ["privatedns", "ResolutionPolicy"] },
  defaults: () => ({ registrationEnabled: false, resolutionPolicy: "Default" }),
  *links(body) {
    const target = text(body, property);
    if (target === undefined) return;
    const missing = refusal(
      404,
      "NotFound",
      `The virtual network ${target} referenced by the virtual network link was not found.`,
    );
    yield { target, property, type: virtualNetworkType, missing };
  },
  *conflicts(write, azure) {
    if (absent(write.sent, property)) {
      yield badRequest(
        "BadRequest",
        `The virtual network link '${write.name}' refers to no virtual network.`,
      );
    }
    const network = text(write.body, property) ?? "";
    const zone = nameOf(containerOf(write.id));
    const others = azure.usersOf(network, property).filter((other) => idKey(other.id) !== idKey(write.id));
    const same = others.find((other) => nameOf(containerOf(other.id)).toLowerCase() === zone.toLowerCase());
    if (same !== undefined) {
      yield badRequest(
        "BadRequest",
        `A virtual network cannot be linked to multiple zones with overlapping namespaces. You tried to link virtual network with '${zone}' and '${nameOf(containerOf(same.id))}' zones.`,
      );
    }
    const registers = flag(write.body, "registrationEnabled") === true;
    if (registers && others.some((other) => flag(other.body, "registrationEnabled") === true)) {
      yield badRequest(
        "BadRequest",
        `The virtual network '${nameOf(network)}' registers its machines in another zone already: registrationEnabled is possible for one zone.`,
      );
    }
    if (write.before !== undefined && !sameId(text(write.before.body, property) ?? "", network)) {
      yield badRequest("BadRequest", `The virtual network of the link '${write.name}' cannot be changed.`);
    }
  },
  outputs: () => ({ virtualNetworkLinkState: "Completed" }),
};
