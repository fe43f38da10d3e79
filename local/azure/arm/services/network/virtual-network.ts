import { containerOf } from "../../arm-id.ts";
import { texts } from "../../body.ts";
import { contains, formatCidr, overlaps, parseCidr } from "../../cidr.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import {
  addressPrefixMalformed,
  addressPrefixUnaligned,
  invalidRequestFormat,
  rangeOutsideVnet,
} from "./network-refusals.ts";
import { subnetPrefixes, subnetToken, usersOfSubnet } from "./subnet.ts";

export const virtualNetworkToken = "azure-native:network:VirtualNetwork";
export const virtualNetworkType = "Microsoft.Network/virtualNetworks";

export const virtualNetwork: ResourceType = {
  token: virtualNetworkToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/virtualNetworks/{virtualNetworkName}",
  apiVersion: "2024-05-01",
  place: "regional",
  stamps: ["provisioningState", "etag", "resourceGuid"],
  inline: [{ property: "subnets", token: subnetToken, update: "replace" }],
  enumerations: {
    privateEndpointVNetPolicies: ["network", "PrivateEndpointVNetPolicies"],
    "encryption.enforcement": ["network", "VirtualNetworkEncryptionEnforcement"],
  },
  unknownValue: invalidRequestFormat,
  defaults: () => ({
    enableDdosProtection: false,
    privateEndpointVNetPolicies: "Disabled",
    dhcpOptions: { dnsServers: [] },
    virtualNetworkPeerings: [],
  }),
  *refusals(body, id) {
    yield* prefixRefusals(texts(body, "addressSpace.addressPrefixes"), id);
  },
  *conflicts(write, azure) {
    const spaces = texts(write.body, "addressSpace.addressPrefixes");
    if (spaces.length === 0) {
      yield badRequest(
        "AddressSpaceMissing",
        `The virtual network ${write.id} has no address space. At least one address prefix is required in properties.addressSpace.addressPrefixes.`,
      );
    }
    if (write.before === undefined || Array.isArray(write.sent["subnets"])) return;
    const ranges = spaces.flatMap((space) => parseCidr(space) ?? []);
    for (const subnet of azure.within(write.id, subnetToken)) {
      for (const range of subnetPrefixes(subnet.body).flatMap((prefix) => parseCidr(prefix) ?? [])) {
        if (!ranges.some((space) => contains(space, range))) yield rangeOutsideVnet(subnet.name, write.name);
      }
    }
  },
  *undeletable(resource, azure, container) {
    for (const subnet of azure.within(resource.id, subnetToken)) {
      if (containerOf(subnet.id) === resource.id) yield* usersOfSubnet(subnet, azure, container);
    }
  },
  outputs: () => ({ flowLogs: [] }),
};

/** Ranges must be written well, must not overlap, and IPv6 is taken as it is. */
export function* prefixRefusals(prefixes: readonly string[], resource: string): Iterable<Refusal> {
  const seen: ReturnType<typeof parseCidr>[] = [];
  for (const prefix of prefixes) {
    if (prefix.includes(":")) continue;
    const range = parseCidr(prefix);
    if (range === undefined) {
      yield addressPrefixMalformed(prefix, resource);
      continue;
    }
    if (!range.aligned) yield addressPrefixUnaligned(prefix, resource, formatCidr(range));
    const clash = seen.find((other) => other !== undefined && overlaps(other, range));
    if (clash !== undefined) {
      yield badRequest(
        "OverlappingAddressPrefixes",
        `Address prefixes ${formatCidr(clash)} and ${prefix} of resource ${resource} overlap.`,
      );
    }
    seen.push(range);
  }
}
