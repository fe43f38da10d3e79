import { relativeOf, sameId } from "../../arm-id.ts";
import { text } from "../../body.ts";
import { badRequest, refusal } from "../../refusal.ts";
import { isRegion, normalLocation, regionNames } from "../../regions.ts";
import type { ResourceType } from "../../resource-type.ts";
import { stableUuid } from "../../uuid.ts";

export const resourceGroupToken = "azure-native:resources:ResourceGroup";

export const resourceGroup: ResourceType = {
  token: resourceGroupToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}",
  apiVersion: "2024-03-01",
  // The group's location has errors of its own.
  place: "nowhere",
  stamps: [],
  *refusals(body) {
    const location = text(body, "location");
    if (location !== undefined && !isRegion(location)) {
      yield badRequest(
        "LocationNotAvailableForResourceGroup",
        `The provided location '${location}' is not available for resource group. List of available regions is '${regionNames.join(",")}'.`,
      );
    }
  },
  *conflicts(write) {
    if (write.location === "") {
      yield badRequest("LocationRequired", "The location property is required for this definition.");
    }
    if (write.before !== undefined && write.before.location !== write.location) {
      yield refusal(
        409,
        "InvalidResourceGroupLocation",
        `Invalid resource group location '${write.location}'. The Resource group already exists in location '${write.before.location}'.`,
      );
    }
  },
  outputs: (resource) => ({
    location: normalLocation(resource.location),
    properties: { provisioningState: resource.state },
  }),
  notFound: (id) =>
    refusal(
      404,
      "ResourceGroupNotFound",
      `Resource group '${id.slice(id.lastIndexOf("/") + 1)}' could not be found.`,
    ),
  *undeletable(resource, azure, container) {
    const stuck = azure.store.resources.within(resource.id).filter((member) => {
      const refusals = azure.catalog.find(member.token)?.undeletable?.(member, azure, container) ?? [];
      return [...refusals].length > 0;
    });
    if (stuck.length === 0) return;
    const names = stuck
      .filter((member) => !sameId(member.id, resource.id))
      .map((member) => relativeOf(member.id));
    yield refusal(
      409,
      "ResourceGroupDeletionBlocked",
      `Deletion of resource group '${resource.name}' failed as resources with identifiers '${names.join(",")}' could not be deleted. The provisioning state of the resource group will be rolled back. The tracking Id is '${stableUuid("tracking", resource.id, resource.changedAt)}'. Please check audit logs for more details.`,
    );
  },
};
