import { containerOf, groupIdOf, typeOf } from "../../arm-id.ts";
import { absent, objects, text, texts } from "../../body.ts";
import { parseCidr } from "../../cidr.ts";
import { badRequest } from "../../refusal.ts";
import { normalLocation } from "../../regions.ts";
import type { Resource, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { lockedScope } from "../authorization/locks.ts";
import { stableUuid } from "../../uuid.ts";
import { invalidRequestFormat, invalidResourceReference } from "./network-refusals.ts";
import { groupIdsOf, namesBehind } from "./private-link.ts";
import { delegatedTo, subnetPrefixes, subnetType } from "./subnet.ts";
import type { Azure } from "../../azure.ts";

export const privateEndpointToken = "azure-native:network:PrivateEndpoint";

export const privateEndpoint: ResourceType = {
  token: privateEndpointToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/privateEndpoints/{privateEndpointName}",
  apiVersion: "2024-05-01",
  place: "regional",
  stamps: ["provisioningState", "etag"],
  unknownValue: invalidRequestFormat,
  defaults: () => ({
    customNetworkInterfaceName: "",
    ipConfigurations: [],
    manualPrivateLinkServiceConnections: [],
    privateLinkServiceConnections: [],
  }),
  *refusals(body) {
    for (const connection of connections(body)) {
      const target = text(connection, "privateLinkServiceId");
      if (target === undefined) continue;
      const offered = groupIdsOf(target);
      for (const groupId of texts(connection, "groupIds")) {
        if (offered.length === 0 || offered.some((id) => id.toLowerCase() === groupId.toLowerCase()))
          continue;
        yield targetCallFailed(
          target,
          `The group id '${groupId}' is not supported. Supported group ids are: ${offered.join(", ")}.`,
        );
      }
    }
  },
  *links(body, id, azure) {
    const subnet = text(body, "subnet.id");
    const location = normalLocation(text(body, "location") ?? "");
    if (subnet !== undefined) {
      const network = azure.find(containerOf(subnet));
      const missing = invalidResourceReference(subnet, id);
      yield { target: containerOf(subnet), property: "subnet.virtualNetwork", missing, location };
      if (network !== undefined) {
        yield {
          target: subnet,
          property: "subnet.id",
          type: subnetType,
          blocks: true,
          via: ipConfigurationId(body, id),
          missing,
        };
      }
    }
    for (const connection of connections(body)) {
      const target = text(connection, "privateLinkServiceId");
      if (target === undefined) continue;
      const property = `privateLinkServiceConnections.${text(connection, "name") ?? ""}`;
      yield { target, property, missing: invalidResourceReference(target, id) };
    }
  },
  *conflicts(write, azure) {
    if (absent(write.sent, "subnet.id")) {
      yield badRequest("PrivateEndpointSubnetMissing", `Private endpoint ${write.id} has no subnet.`);
      return;
    }
    if (connections(write.body).length !== 1) {
      yield badRequest(
        "PrivateEndpointMustHaveExactlyOneConnection",
        `Private endpoint ${write.id} has ${connections(write.body).length} private link service connections: it must have one.`,
      );
    }
    const subnet = azure.find(text(write.body, "subnet.id") ?? "");
    if (subnet !== undefined && delegatedTo(subnet).length > 0) {
      yield badRequest(
        "PrivateEndpointCannotBeCreatedInDelegatedSubnet",
        `Private endpoint ${write.id} cannot be created in subnet ${subnet.id}: the subnet is delegated to ${delegatedTo(subnet).join(", ")}.`,
      );
    }
    for (const connection of connections(write.body)) {
      const target = azure.find(text(connection, "privateLinkServiceId") ?? "");
      if (target === undefined) continue;
      const refused = azure.catalog.find(target.token)?.refusesPrivateEndpoint?.(target);
      if (refused !== undefined) yield targetCallFailed(target.id, refused);
    }
  },
  *undeletable(resource, azure) {
    // The delete tells the target's provider, which has a lock of its own to keep.
    for (const connection of connections(resource.body)) {
      const target = text(connection, "privateLinkServiceId") ?? "";
      const proxy = `${target}/privateEndpointConnectionProxies/${resource.name}.${stableUuid("proxy", resource.id)}`;
      const locked = azure.find(target) === undefined ? undefined : lockedScope(target, azure, proxy);
      if (locked === undefined) continue;
      yield {
        ...locked,
        message: `Call to ${typeOf(target) ?? target} failed. Error message: ${locked.message}`,
      };
    }
  },
  facts: (write, azure): ArmBody => {
    const subnet = azure.find(text(write.body, "subnet.id") ?? "");
    const range = subnet === undefined ? undefined : parseCidr(subnetPrefixes(subnet.body)[0] ?? "");
    if (subnet === undefined || range === undefined) return {};
    const count = Math.max(1, names(write, azure).length);
    return {
      addresses: azure.store.addresses.allocatePrivate(containerOf(subnet.id), range, count, write.id) ?? [],
    };
  },
  outputs: (resource, azure) => {
    const addresses = texts(resource.facts, "addresses");
    return {
      networkInterfaces: [{ id: interfaceId(resource.body, resource.id) }],
      privateLinkServiceConnections: completed(resource, "privateLinkServiceConnections"),
      manualPrivateLinkServiceConnections: completed(resource, "manualPrivateLinkServiceConnections"),
      customDnsConfigs: names(resource, azure).map((fqdn, index) => ({
        fqdn,
        ipAddresses: [addresses[index] ?? ""],
      })),
    };
  },
};

/** Names of the target behind a private endpoint, in the order of its addresses. */
export function names(endpoint: Resource, azure: Azure): string[] {
  return connections(endpoint.body).flatMap((connection) => {
    const target = azure.find(text(connection, "privateLinkServiceId") ?? "");
    return target === undefined ? [] : namesBehind(target, texts(connection, "groupIds"));
  });
}

function connections(body: ArmBody): ArmBody[] {
  return [
    ...objects(body, "privateLinkServiceConnections"),
    ...objects(body, "manualPrivateLinkServiceConnections"),
  ];
}

function completed(resource: Resource, property: string): ArmBody[] {
  return objects(resource.body, property).map((connection) => ({
    ...connection,
    id: `${resource.id}/${property}/${text(connection, "name") ?? ""}`,
    etag: `W/"${stableUuid("etag", resource.id, property, String(resource.version))}"`,
    privateLinkServiceConnectionState: {
      status: property.startsWith("manual") ? "Pending" : "Approved",
      description: property.startsWith("manual") ? "Awaiting Approval" : "Auto-Approved",
      actionsRequired: "None",
    },
    provisioningState: "Succeeded",
    type: `Microsoft.Network/privateEndpoints/${property}`,
  }));
}

function interfaceId(body: ArmBody, id: string): string {
  const given = text(body, "customNetworkInterfaceName") ?? "";
  const name = given === "" ? `${id.slice(id.lastIndexOf("/") + 1)}.nic.${stableUuid("nic", id)}` : given;
  return `${groupIdOf(id) ?? ""}/providers/Microsoft.Network/networkInterfaces/${name}`;
}

function ipConfigurationId(body: ArmBody, id: string): string {
  return `${interfaceId(body, id)}/ipConfigurations/privateEndpointIpConfig.${stableUuid("ipconfig", id)}`;
}

/** A private endpoint's write makes a call to its target's provider, whose error is carried in this frame. */
function targetCallFailed(target: string, message: string) {
  return badRequest("BadRequest", `Call to ${typeOf(target) ?? target} failed. Error message: ${message}`);
}
