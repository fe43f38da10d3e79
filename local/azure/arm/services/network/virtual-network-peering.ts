import { containerOf, idKey, sameId } from "../../arm-id.ts";
import { object, text, texts } from "../../body.ts";
import { overlaps, parseCidr } from "../../cidr.ts";
import { badRequest } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { invalidRequestFormat, invalidResourceReference } from "./network-refusals.ts";

const token = "azure-native:network:VirtualNetworkPeering";
const property = "remoteVirtualNetwork.id";

export const virtualNetworkPeering: ResourceType = {
  token,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/virtualNetworks/{virtualNetworkName}/virtualNetworkPeerings/{virtualNetworkPeeringName}",
  apiVersion: "2024-05-01",
  place: "nowhere",
  stamps: ["provisioningState", "etag", "resourceGuid"],
  writeOnly: ["syncRemoteAddressSpace"],
  unknownValue: invalidRequestFormat,
  defaults: () => ({
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: false,
    allowGatewayTransit: false,
    useRemoteGateways: false,
    peerCompleteVnets: true,
    doNotVerifyRemoteGateways: false,
  }),
  *links(body, id) {
    const target = text(body, property);
    if (target === undefined) return;
    yield {
      target,
      property,
      type: "Microsoft.Network/virtualNetworks",
      missing: invalidResourceReference(target, id),
    };
  },
  *conflicts(write, azure) {
    const own = azure.find(containerOf(write.id));
    const remote = azure.find(text(write.body, property) ?? "");
    if (own === undefined || remote === undefined) return;
    if (sameId(own.id, remote.id)) {
      yield badRequest("VnetCannotPeerWithItself", `Virtual network ${own.id} cannot be peered with itself.`);
      return;
    }
    for (const mine of texts(own.body, "addressSpace.addressPrefixes")) {
      for (const theirs of texts(remote.body, "addressSpace.addressPrefixes")) {
        const [one, other] = [parseCidr(mine), parseCidr(theirs)];
        if (one === undefined || other === undefined || !overlaps(one, other)) continue;
        yield badRequest(
          "VnetAddressSpacesOverlap",
          `Cannot create or update peering ${write.id}. Virtual networks ${own.id} and ${remote.id} cannot be peered because their address spaces overlap. Overlapping address prefixes: ${mine}, ${theirs}.`,
        );
        return;
      }
    }
  },
  outputs: (resource, azure) => {
    const own = azure.find(containerOf(resource.id));
    const remote = azure.find(text(resource.body, property) ?? "");
    const back = remote === undefined ? [] : azure.within(remote.id, token);
    const connected = back.some(
      (peering) => idKey(text(peering.body, property) ?? "") === idKey(own?.id ?? ""),
    );
    return {
      peeringState: connected ? "Connected" : "Initiated",
      peeringSyncLevel: connected ? "FullyInSync" : "RemoteNotInSync",
      remoteAddressSpace: object(remote?.body ?? {}, "addressSpace"),
      remoteVirtualNetworkEncryption: { enabled: false, enforcement: "AllowUnencrypted" },
      remoteVirtualNetworkAddressSpace: object(remote?.body ?? {}, "addressSpace"),
    };
  },
};
