import type { Azure } from "../../azure.ts";
import { nestedResourcesExist, badRequest } from "../../refusal.ts";
import type { Resource, ResourceType } from "../../resource-type.ts";
import { idKey, nameOf } from "../../arm-id.ts";
import { flag } from "../../body.ts";
import { stableUuid } from "../../uuid.ts";

const linkToken = "azure-native:privatedns:VirtualNetworkLink";

export const privateZone: ResourceType = {
  token: "azure-native:privatedns:PrivateZone",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/privateDnsZones/{privateZoneName}",
  apiVersion: "2024-06-01",
  place: "global",
  stamps: ["provisioningState", "etag", "systemData"],
  *conflicts(write) {
    const labels = write.name.split(".");
    if (
      labels.length < 2 ||
      labels.some((label) => !/^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label))
    ) {
      yield badRequest(
        "BadRequest",
        `The zone name '${write.name}' is not valid: it needs two labels or more, of letters, digits, '-' and '_', 63 characters at most each.`,
      );
    }
  },
  *undeletable(resource, azure, container) {
    if (idKey(container) === idKey(resource.id) && linksOf(resource, azure).length > 0)
      yield nestedResourcesExist();
  },
  outputs: (resource, azure) => {
    const links = linksOf(resource, azure);
    const groups = azure.store.links
      .to(resource.id)
      .filter((link) => link.property.startsWith("privateDnsZoneConfigs."));
    return {
      internalId: Buffer.from(`SW1tdXRhYmxl:${stableUuid("zone", resource.id, resource.createdAt)}`).toString(
        "base64",
      ),
      maxNumberOfRecordSets: 25000,
      maxNumberOfVirtualNetworkLinks: 1000,
      maxNumberOfVirtualNetworkLinksWithRegistration: 100,
      // The zone's own SOA record, and one for each private endpoint.
      numberOfRecordSets: 1 + groups.length,
      numberOfVirtualNetworkLinks: links.length,
      numberOfVirtualNetworkLinksWithRegistration: links.filter(
        (link) => flag(link.body, "registrationEnabled") === true,
      ).length,
      name: nameOf(resource.id),
    };
  },
};

function linksOf(zone: Resource, azure: Azure): Resource[] {
  return azure.within(zone.id, linkToken);
}
