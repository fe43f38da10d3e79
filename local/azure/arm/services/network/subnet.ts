import { containerOf, idKey, nameOf } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import { absent, compact, object, objects, text, texts } from "../../body.ts";
import { contains, formatCidr, overlaps, parseCidr } from "../../cidr.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { Resource, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { stableUuid } from "../../uuid.ts";
import {
  addressPrefixMalformed,
  addressPrefixUnaligned,
  invalidRequestFormat,
  invalidResourceReference,
  rangeOutsideVnet,
} from "./network-refusals.ts";

export const subnetToken = "azure-native:network:Subnet";
export const subnetType = "Microsoft.Network/virtualNetworks/subnets";

/** What the services that subnets are delegated to may do there. */
const delegatedActions: Readonly<Record<string, readonly string[]>> = {
  "microsoft.dbforpostgresql/flexibleservers": ["Microsoft.Network/virtualNetworks/subnets/join/action"],
  "microsoft.containerservice/managedclusters": ["Microsoft.Network/virtualNetworks/subnets/join/action"],
};

export const subnet: ResourceType = {
  token: subnetToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/virtualNetworks/{virtualNetworkName}/subnets/{subnetName}",
  apiVersion: "2024-05-01",
  place: "nowhere",
  stamps: ["provisioningState", "etag"],
  enumerations: {
    privateEndpointNetworkPolicies: ["network", "VirtualNetworkPrivateEndpointNetworkPolicies"],
    privateLinkServiceNetworkPolicies: ["network", "VirtualNetworkPrivateLinkServiceNetworkPolicies"],
    sharingScope: ["network", "SharingScope"],
  },
  unknownValue: invalidRequestFormat,
  defaults: () => ({
    privateEndpointNetworkPolicies: "Disabled",
    privateLinkServiceNetworkPolicies: "Enabled",
    delegations: [],
  }),
  *refusals(body, id) {
    for (const prefix of subnetPrefixes(body)) {
      if (prefix.includes(":")) continue;
      const range = parseCidr(prefix);
      if (range === undefined) yield addressPrefixMalformed(prefix, id);
      else if (!range.aligned) yield addressPrefixUnaligned(prefix, id, formatCidr(range));
      else if (range.prefix > 29) yield invalidSubnet(nameOf(id), nameOf(containerOf(id)));
    }
  },
  *conflicts(write, azure) {
    const network = azure.find(containerOf(write.id));
    if (network === undefined) return;
    if (subnetPrefixes(write.sent).length === 0 && absent(write.sent, "ipamPoolPrefixAllocations")) {
      yield badRequest(
        "SubnetAddressPrefixMissing",
        `Subnet '${write.name}' of virtual network '${network.name}' has no address prefix.`,
      );
    }
    const spaces = texts(network.body, "addressSpace.addressPrefixes").flatMap(
      (space) => parseCidr(space) ?? [],
    );
    const ranges = subnetPrefixes(write.body).flatMap((prefix) => parseCidr(prefix) ?? []);
    if (ranges.some((range) => !spaces.some((space) => contains(space, range)))) {
      yield rangeOutsideVnet(write.name, network.name);
    }
    for (const sibling of azure.within(network.id, subnetToken)) {
      if (idKey(sibling.id) === idKey(write.id)) continue;
      const others = subnetPrefixes(sibling.body).flatMap((prefix) => parseCidr(prefix) ?? []);
      if (ranges.some((range) => others.some((other) => overlaps(range, other)))) {
        yield badRequest(
          "NetcfgSubnetRangesOverlap",
          `Subnet '${write.name}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '${network.name}'.`,
        );
      }
    }
    yield* changesInUse(write, write.before, azure);
  },
  *links(body, id, azure) {
    const location = azure.find(containerOf(id))?.location;
    const references = [
      ["networkSecurityGroup.id", "Microsoft.Network/networkSecurityGroups"],
      ["natGateway.id", "Microsoft.Network/natGateways"],
      ["routeTable.id", "Microsoft.Network/routeTables"],
    ] as const;
    for (const [property, type] of references) {
      const target = text(body, property);
      if (target === undefined) continue;
      yield { target, property, type, blocks: true, missing: invalidResourceReference(target, id), location };
    }
  },
  undeletable: usersOfSubnet,
  outputs: (resource, azure) => {
    const users = azure.store.links.to(resource.id);
    const endpoints = users.filter((link) => link.property === "subnet.id");
    const delegations = objects(resource.body, "delegations");
    return compact({
      delegations: delegations.map((delegation) => delegationOutput(delegation, resource)),
      serviceEndpoints: Array.isArray(resource.body["serviceEndpoints"])
        ? objects(resource.body, "serviceEndpoints").map((endpoint) => ({
            locations: ["*"],
            ...endpoint,
            provisioningState: "Succeeded",
          }))
        : undefined,
      ipConfigurations: users
        .filter((link) => /\/ipConfigurations\//i.test(link.via))
        .map((link) => ({ id: link.via })),
      privateEndpoints: endpoints.map((link) => ({ id: azure.find(link.source)?.id ?? link.source })),
      serviceAssociationLinks: users
        .filter((link) => /\/serviceAssociationLinks\//i.test(link.via))
        .map((link) => ({ id: link.via, name: nameOf(link.via), provisioningState: "Succeeded" })),
      ipConfigurationProfiles: [],
      resourceNavigationLinks: [],
      purpose: endpoints.length > 0 ? "PrivateEndpoints" : undefined,
    });
  },
};

/** Ranges of a subnet's body, from either property. */
export function subnetPrefixes(body: ArmBody): string[] {
  const single = text(body, "addressPrefix");
  return single === undefined ? texts(body, "addressPrefixes") : [single];
}

/** The service that a subnet is delegated to, in lower case. */
export function delegatedTo(subnet: Resource): string[] {
  return objects(subnet.body, "delegations").map((delegation) =>
    (text(delegation, "serviceName") ?? "").toLowerCase(),
  );
}

/** A subnet that holds something cannot be deleted. */
export function* usersOfSubnet(resource: Resource, azure: Azure, container: string): Iterable<Refusal> {
  const [user] = azure.blockersOf(resource.id, container);
  if (user === undefined) return;
  yield badRequest(
    "InUseSubnetCannotBeDeleted",
    `Subnet ${resource.name} is in use by ${user} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See aka.ms/deletesubnet.`,
  );
}

function* changesInUse(write: Resource, before: Resource | undefined, azure: Azure): Iterable<Refusal> {
  if (before === undefined || azure.blockersOf(write.id, write.id).length === 0) return;
  const kept = subnetPrefixes(write.body);
  for (const prefix of subnetPrefixes(before.body)) {
    if (kept.includes(prefix)) continue;
    yield badRequest(
      "InUsePrefixCannotBeDeleted",
      `IpPrefix ${prefix} on Subnet ${write.name} has active allocations and cannot be deleted.`,
    );
  }
  const delegations = objects(write.body, "delegations").map((delegation) =>
    text(delegation, "serviceName")?.toLowerCase(),
  );
  for (const service of delegatedTo(before)) {
    if (delegations.includes(service)) continue;
    const [user] = azure.blockersOf(write.id, write.id);
    yield badRequest(
      "SubnetMissingRequiredDelegation",
      `Subnet ${write.id} requires any of the following delegation(s) [${service}] to reference service association link ${user ?? ""}.`,
    );
  }
}

function invalidSubnet(name: string, network: string): Refusal {
  return badRequest("NetcfgInvalidSubnet", `Subnet '${name}' is not valid in virtual network '${network}'.`);
}

function delegationOutput(delegation: ArmBody, resource: Resource): ArmBody {
  const service = text(delegation, "serviceName") ?? "";
  const name = text(delegation, "name") ?? "0";
  return {
    ...object({ delegation }, "delegation"),
    id: `${resource.id}/delegations/${name}`,
    etag: `W/"${stableUuid("etag", resource.id, name, String(resource.version))}"`,
    actions: [
      ...(delegatedActions[service.toLowerCase()] ?? ["Microsoft.Network/virtualNetworks/subnets/action"]),
    ],
    provisioningState: "Succeeded",
    type: "Microsoft.Network/virtualNetworks/subnets/delegations",
  };
}
