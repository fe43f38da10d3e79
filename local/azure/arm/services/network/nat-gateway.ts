import { idKey } from "../../arm-id.ts";
import { number, objects, text, texts } from "../../body.ts";
import { badRequest } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { usedBySubnets } from "./network-security-group.ts";
import { invalidRequestFormat, invalidResourceReference, publicIpInUse } from "./network-refusals.ts";
import { publicIpType } from "./public-ip-address.ts";

export const natGateway: ResourceType = {
  token: "azure-native:network:NatGateway",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/natGateways/{natGatewayName}",
  apiVersion: "2024-05-01",
  place: "regional",
  stamps: ["provisioningState", "etag", "resourceGuid"],
  enumerations: { "sku.name": ["network", "NatGatewaySkuName"] },
  unknownValue: invalidRequestFormat,
  defaults: () => ({ idleTimeoutInMinutes: 4 }),
  *refusals(body) {
    const idle = number(body, "idleTimeoutInMinutes");
    if (idle !== undefined && (idle < 4 || idle > 120)) {
      yield badRequest(
        "NatGatewayIdleTimeoutIsInvalid",
        `The idle timeout of a NAT gateway is ${idle} minutes: it must be between 4 and 120.`,
      );
    }
    const zones = texts(body, "zones");
    if (zones.length > 1) {
      yield badRequest(
        "ZonesMustBeSingular",
        `A NAT gateway is in no zone or in one, not in zones ${zones.join(", ")}.`,
      );
    }
  },
  *links(body, id, azure) {
    const location = azure.find(id)?.location ?? text(body, "location")?.toLowerCase().replace(/\s/g, "");
    for (const address of objects(body, "publicIpAddresses")) {
      const target = text(address, "id");
      if (target === undefined) continue;
      yield {
        target,
        property: `publicIpAddresses.${idKey(target)}`,
        type: publicIpType,
        blocks: true,
        missing: invalidResourceReference(target, id),
        location,
      };
    }
  },
  *conflicts(write, azure) {
    for (const address of objects(write.body, "publicIpAddresses")) {
      const target = text(address, "id") ?? "";
      const holder = azure.store.links
        .to(target)
        .find((link) => link.blocks && link.source !== idKey(write.id));
      if (holder !== undefined) yield publicIpInUse(write.id, target, holder.via);
    }
  },
  *undeletable(resource, azure, container) {
    yield* usedBySubnets(
      resource,
      azure,
      container,
      "InUseNatGatewayCannotBeDeleted",
      `Nat gateway ${resource.id} cannot be deleted because it is in use by the following resources: `,
      ". In order to delete the Nat gateway, remove the association with the resource(s).",
    );
  },
  outputs: (resource, azure) => ({
    subnets: azure.usersOf(resource.id, "natGateway.id").map((user) => ({ id: user.id })),
  }),
};
