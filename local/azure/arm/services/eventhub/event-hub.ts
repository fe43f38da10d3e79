import { containerOf, idKey } from "../../arm-id.ts";
import { number, object, text } from "../../body.ts";
import { badRequest } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { eventHubsEntityNotFound, messagingGatewayBadRequest } from "./event-hubs-refusals.ts";

const token = "azure-native:eventhub:EventHub";

/** Limits by tier: learn.microsoft.com/azure/event-hubs/compare-tiers */
const limits: Readonly<
  Record<string, { readonly partitions: number; readonly hours: number; readonly hubs: number }>
> = {
  Basic: { partitions: 32, hours: 24, hubs: 10 },
  Standard: { partitions: 32, hours: 168, hubs: 10 },
  Premium: { partitions: 100, hours: 2160, hubs: 1600 },
};

export const eventHub: ResourceType = {
  token,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.EventHub/namespaces/{namespaceName}/eventhubs/{eventHubName}",
  apiVersion: "2024-01-01",
  place: "parent",
  stamps: ["systemData"],
  enumerations: {
    status: ["eventhub", "EntityStatus"],
    "retentionDescription.cleanupPolicy": ["eventhub", "CleanupPolicyRetentionDescription"],
  },
  defaults: (body) => {
    const days = number(body, "messageRetentionInDays") ?? 7;
    return {
      partitionCount: 4,
      status: "Active",
      retentionDescription: { cleanupPolicy: "Delete", retentionTimeInHours: days * 24 },
    };
  },
  *refusals(body) {
    const partitions = number(body, "partitionCount");
    if (partitions !== undefined && (partitions < 1 || !Number.isInteger(partitions))) {
      yield messagingGatewayBadRequest(
        `The PartitionCount ${partitions} must be a whole number, 1 or greater.`,
      );
    }
    const compacts = text(body, "retentionDescription.cleanupPolicy") === "Compact";
    if (compacts && number(body, "retentionDescription.retentionTimeInHours") !== undefined) {
      yield messagingGatewayBadRequest(
        "RetentionTimeInHours is for the cleanup policy Delete, not for Compact.",
      );
    }
  },
  *conflicts(write, azure) {
    if (!/^[a-zA-Z0-9]([a-zA-Z0-9._-]{0,254}[a-zA-Z0-9])?$/.test(write.name)) {
      yield messagingGatewayBadRequest(`The event hub name '${write.name}' is invalid.`);
    }
    const namespace = azure.find(containerOf(write.id));
    if (namespace === undefined) return;
    const sku = text(namespace.body, "sku.name") ?? "Standard";
    const limit = limits[sku];
    if (limit === undefined) return;
    const partitions = number(write.body, "partitionCount") ?? 0;
    if (partitions > limit.partitions) {
      yield messagingGatewayBadRequest(
        `The specified value '${partitions}' of PartitionCount exceeds the maximum of ${limit.partitions} for the SKU ${sku}.`,
      );
    }
    const hours = retentionHours(write.body);
    if (hours !== undefined && hours > limit.hours) {
      yield messagingGatewayBadRequest(
        `The specified retention of ${hours} hours exceeds the maximum of ${limit.hours} hours for the SKU ${sku}.`,
      );
    }
    if (text(write.body, "retentionDescription.cleanupPolicy") === "Compact" && sku === "Basic") {
      yield messagingGatewayBadRequest("The cleanup policy Compact is not supported for the SKU Basic.");
    }
    const siblings = azure.within(namespace.id, token).filter((other) => idKey(other.id) !== idKey(write.id));
    if (siblings.length >= limit.hubs) {
      yield badRequest(
        "BadRequest",
        `The namespace ${namespace.name} has ${siblings.length} event hubs, as many as the SKU ${sku} allows.`,
      );
    }
    const was = number(write.before?.body ?? {}, "partitionCount");
    if (was !== undefined && was !== partitions && (sku !== "Premium" || partitions < was)) {
      yield messagingGatewayBadRequest(
        sku === "Premium"
          ? `The PartitionCount of an event hub cannot be reduced from ${was} to ${partitions}.`
          : `The PartitionCount of an event hub cannot be changed for the SKU ${sku}.`,
      );
    }
  },
  notFound: eventHubsEntityNotFound,
  outputs: (resource) => {
    const partitions = number(resource.body, "partitionCount") ?? 0;
    const hours = retentionHours(resource.body);
    const compacts = text(resource.body, "retentionDescription.cleanupPolicy") === "Compact";
    return {
      createdAt: resource.createdAt,
      updatedAt: resource.changedAt,
      partitionIds: Array.from({ length: partitions }, (_, index) => String(index)),
      messageRetentionInDays:
        number(resource.body, "messageRetentionInDays") ?? Math.ceil((hours ?? 24) / 24),
      ...(compacts ? { retentionDescription: object(resource.body, "retentionDescription") } : {}),
    };
  },
};

function retentionHours(body: Parameters<typeof number>[0]): number | undefined {
  return text(body, "retentionDescription.cleanupPolicy") === "Compact"
    ? number(body, "retentionDescription.tombstoneRetentionTimeInHours")
    : number(body, "retentionDescription.retentionTimeInHours");
}
