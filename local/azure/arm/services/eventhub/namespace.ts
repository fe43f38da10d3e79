import { absent, flag, number, text } from "../../body.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import { hasZones } from "../../regions.ts";
import type { ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { propertyFixed } from "../fixed-properties.ts";
import { identityLinks } from "../identities.ts";
import { invalidEventHubsRequest } from "./event-hubs-refusals.ts";

export const namespaceToken = "azure-native:eventhub:Namespace";

export const eventHubsNamespace: ResourceType = {
  token: namespaceToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.EventHub/namespaces/{namespaceName}",
  apiVersion: "2024-01-01",
  place: "regional",
  stamps: ["provisioningState", "systemData"],
  identity: true,
  enumerations: {
    "sku.name": ["eventhub", "SkuName"],
    "sku.tier": ["eventhub", "SkuTier"],
    minimumTlsVersion: ["eventhub", "TlsVersion"],
    publicNetworkAccess: ["eventhub", "PublicNetworkAccess"],
    "identity.type": ["eventhub", "ManagedServiceIdentityType"],
  },
  unique: {
    realm: "servicebus",
    taken: (write) =>
      invalidEventHubsRequest(
        "The specified name is not available. For more information visit https://aka.ms/eventhubsarmexceptions.",
        write.id,
      ),
  },
  defaults: (body) => {
    const name = text(body, "sku.name") ?? "Standard";
    return {
      sku: { name, tier: name, capacity: 1 },
      disableLocalAuth: false,
      isAutoInflateEnabled: false,
      maximumThroughputUnits: 0,
      // The service decides it by the tier, whatever was asked for.
      kafkaEnabled: name !== "Basic",
      minimumTlsVersion: "1.2",
      publicNetworkAccess: "Enabled",
      zoneRedundant: true,
    };
  },
  refusals: namespaceRefusals,
  *conflicts(write) {
    if (!/^[a-zA-Z][a-zA-Z0-9-]{4,48}[a-zA-Z0-9]$/.test(write.name)) {
      yield invalidEventHubsRequest(
        `The specified service namespace '${write.name}' is invalid: 6 to 50 letters, digits and hyphens, beginning with a letter and not ending with a hyphen.`,
        write.id,
      );
    }
    const was = text(write.before?.body ?? {}, "sku.name");
    const is = text(write.body, "sku.name");
    if (was !== undefined && was !== is && (was === "Premium" || is === "Premium")) {
      yield invalidEventHubsRequest(
        `The SKU of a namespace cannot be changed from ${was} to ${is ?? ""}.`,
        write.id,
      );
    }
    yield* propertyFixed(write, ["clusterArmId"]);
  },
  links: (body) =>
    identityLinks(body, (id) => badRequest("BadRequest", `The user-assigned identity ${id} was not found.`)),
  refusesPrivateEndpoint: (resource) =>
    text(resource.body, "sku.name") === "Basic"
      ? "Private endpoints are not supported for the SKU Basic."
      : undefined,
  outputs: (resource) => {
    const sku = text(resource.body, "sku.name") ?? "Standard";
    return {
      createdAt: resource.createdAt,
      updatedAt: resource.changedAt,
      metricId: `${resource.id.split("/")[2] ?? ""}:${resource.name.toLowerCase()}`,
      serviceBusEndpoint: `https://${resource.name.toLowerCase()}.servicebus.windows.net:443/`,
      status: "Active",
      kafkaEnabled: sku !== "Basic",
      zoneRedundant: hasZones(resource.location),
    };
  },
};

function* namespaceRefusals(body: ArmBody): Iterable<Refusal> {
  const sku = text(body, "sku.name");
  if (sku === "Basic" && flag(body, "kafkaEnabled") === true) {
    yield badRequest(
      "BadRequest",
      "Kafka is not supported for namespaces of the SKU Basic: use Standard or Premium.",
    );
  }
  if (sku === "Basic" && text(body, "publicNetworkAccess") === "Disabled") {
    yield badRequest(
      "BadRequest",
      "Disabling public network access is not supported for namespaces of the SKU Basic.",
    );
  }
  const inflates = flag(body, "isAutoInflateEnabled") === true;
  const maximum = number(body, "maximumThroughputUnits");
  if (inflates && sku !== undefined && sku !== "Standard") {
    yield badRequest(
      "BadRequest",
      `Auto-inflate is supported for namespaces of the SKU Standard only, not ${sku}.`,
    );
  }
  if (inflates && (absent(body, "maximumThroughputUnits") || maximum === 0)) {
    yield badRequest("BadRequest", "Auto-inflate needs maximumThroughputUnits, 1 to 40.");
  }
  if (!inflates && maximum !== undefined && maximum !== 0) {
    yield badRequest(
      "BadRequest",
      `maximumThroughputUnits is ${maximum}: without isAutoInflateEnabled it must be 0.`,
    );
  }
  const capacity = number(body, "sku.capacity");
  const most = sku === "Premium" ? [1, 2, 4, 8, 16] : undefined;
  if (capacity !== undefined && most !== undefined && !most.includes(capacity)) {
    yield badRequest(
      "BadRequest",
      `The capacity of a Premium namespace is ${most.join(", ")} processing units, not ${capacity}.`,
    );
  }
  if (capacity !== undefined && sku !== undefined && most === undefined && (capacity < 1 || capacity > 40)) {
    yield badRequest(
      "BadRequest",
      `The capacity of a ${sku} namespace is 1 to 40 throughput units, not ${capacity}.`,
    );
  }
  if (maximum !== undefined && capacity !== undefined && inflates && maximum < capacity) {
    yield badRequest(
      "BadRequest",
      `maximumThroughputUnits ${maximum} is less than the capacity ${capacity}.`,
    );
  }
  const tls = text(body, "minimumTlsVersion");
  if (tls === "1.0" || tls === "1.1") {
    yield badRequest(
      "BadRequest",
      `The minimum TLS version ${tls} is no longer supported: TLS 1.0 and 1.1 are retired.`,
    );
  }
}
