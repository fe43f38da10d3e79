import { containerOf, idKey, nameOf } from "../../arm-id.ts";
import { objects, text, texts } from "../../body.ts";
import { badRequest } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { invalidResourceReference } from "./network-refusals.ts";
import { names } from "./private-endpoint.ts";

const token = "azure-native:network:PrivateDnsZoneGroup";

export const privateDnsZoneGroup: ResourceType = {
  token,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/privateEndpoints/{privateEndpointName}/privateDnsZoneGroups/{privateDnsZoneGroupName}",
  apiVersion: "2024-05-01",
  place: "nowhere",
  stamps: ["provisioningState", "etag"],
  untyped: true,
  *conflicts(write, azure) {
    const others = azure
      .within(containerOf(write.id), token)
      .filter((other) => idKey(other.id) !== idKey(write.id));
    if (others.length > 0) {
      yield badRequest(
        "MoreThanOnePrivateDnsZoneGroupPerPrivateEndpointNotAllowed",
        "Cannot create more than one private dns zone groups in the private endpoint",
      );
    }
  },
  *links(body, id) {
    for (const config of objects(body, "privateDnsZoneConfigs")) {
      const target = text(config, "privateDnsZoneId");
      if (target === undefined) continue;
      yield {
        target,
        property: `privateDnsZoneConfigs.${text(config, "name") ?? ""}`,
        type: "Microsoft.Network/privateDnsZones",
        missing: invalidResourceReference(target, id),
      };
    }
  },
  outputs: (resource, azure) => {
    const endpoint = azure.find(containerOf(resource.id));
    const addresses = endpoint === undefined ? [] : texts(endpoint.facts, "addresses");
    const hosts = endpoint === undefined ? [] : names(endpoint, azure);
    return {
      privateDnsZoneConfigs: objects(resource.body, "privateDnsZoneConfigs").map((config) => {
        const zone = nameOf(text(config, "privateDnsZoneId") ?? "");
        return {
          ...config,
          recordSets: hosts.map((host, index) => {
            const recordSetName = recordIn(zone, host);
            return {
              recordType: "A",
              recordSetName,
              fqdn: `${recordSetName}.${zone}`,
              ttl: 10,
              provisioningState: "Succeeded",
              ipAddresses: [addresses[index] ?? ""],
            };
          }),
        };
      }),
    };
  },
};

/** `x.azurecr.io` is the record `x` of `privatelink.azurecr.io`. */
function recordIn(zone: string, host: string): string {
  const suffix = `.${zone.replace(/^privatelink\./, "")}`;
  return host.endsWith(suffix) ? host.slice(0, -suffix.length) : (host.split(".")[0] ?? host);
}
