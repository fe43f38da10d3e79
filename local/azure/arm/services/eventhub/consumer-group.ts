import { containerOf, idKey, nameOf } from "../../arm-id.ts";
import { text } from "../../body.ts";
import type { ResourceType } from "../../resource-type.ts";
import { eventHubsEntityNotFound, messagingGatewayBadRequest } from "./event-hubs-refusals.ts";

const token = "azure-native:eventhub:ConsumerGroup";
const defaultGroup = "$Default";

/** Consumer groups of one event hub by tier, the default one included: learn.microsoft.com/azure/event-hubs/compare-tiers */
const limits: Readonly<Record<string, number>> = { Basic: 1, Standard: 20, Premium: 100 };

export const consumerGroup: ResourceType = {
  token,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.EventHub/namespaces/{namespaceName}/eventhubs/{eventHubName}/consumergroups/{consumerGroupName}",
  apiVersion: "2024-01-01",
  place: "parent",
  stamps: ["systemData"],
  *conflicts(write, azure) {
    const namespace = azure.find(containerOf(containerOf(write.id)));
    const sku = text(namespace?.body ?? {}, "sku.name") ?? "Standard";
    const others = azure
      .within(containerOf(write.id), token)
      .filter((other) => idKey(other.id) !== idKey(write.id) && other.name !== defaultGroup);
    if (write.name === defaultGroup) return;
    if (others.length + 2 > (limits[sku] ?? 20)) {
      yield messagingGatewayBadRequest(
        sku === "Basic"
          ? `User-defined consumer groups are not supported for the SKU Basic: only ${defaultGroup} exists.`
          : `The event hub has ${others.length + 1} consumer groups, as many as the SKU ${sku} allows.`,
      );
    }
  },
  implicit: (id) => (nameOf(id).toLowerCase() === defaultGroup.toLowerCase() ? {} : undefined),
  notFound: eventHubsEntityNotFound,
  outputs: (resource) => ({ createdAt: resource.createdAt, updatedAt: resource.changedAt }),
};
