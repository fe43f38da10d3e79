import { groupId, groupIdOf, groupNameOf, subscriptionOf } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import { object, text } from "../../body.ts";
import type { Resource, Write } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { stableUuid } from "../../uuid.ts";
import { identityToken } from "../managedidentity/user-assigned-identity.ts";
import { publicIpToken } from "../network/public-ip-address.ts";
import { resourceGroupToken } from "../resources/resource-group.ts";

/** Name of the group of a cluster's nodes, when none is given. */
export function defaultNodeGroup(id: string, location: string): string {
  return `MC_${groupNameOf(id) ?? ""}_${id.slice(id.lastIndexOf("/") + 1)}_${location}`.slice(0, 80);
}

export function nodeGroupId(cluster: Resource): string {
  return groupId(subscriptionOf(cluster.id), text(cluster.body, "nodeResourceGroup") ?? "");
}

/** Id of the identity that nodes use, given or made by AKS. */
export function kubeletIdentityId(cluster: Resource): string {
  return (
    text(cluster.body, "identityProfile.kubeletidentity.resourceId") ??
    identityId(cluster, `${cluster.name}-agentpool`)
  );
}

/** Add-ons that have an identity, with what its name starts with. */
const addonIdentities: Readonly<Record<string, string>> = {
  azurekeyvaultsecretsprovider: "azurekeyvaultsecretsprovider",
  azurepolicy: "azurepolicy",
  ingressapplicationgateway: "ingressapplicationgateway",
  omsagent: "omsagent",
};

/** Id of the identity of an add-on; undefined for add-ons without one. */
export function addonIdentityId(cluster: Resource, addon: string): string | undefined {
  const start = addonIdentities[addon.toLowerCase()];
  return start === undefined ? undefined : identityId(cluster, `${start}-${cluster.name}`);
}

/** Id of the public address that nodes go out with; undefined where AKS makes none. */
export function outboundAddressId(cluster: Resource): string | undefined {
  const outbound = text(cluster.body, "networkProfile.outboundType");
  if (outbound !== "loadBalancer" && outbound !== "managedNATGateway") return undefined;
  return `${nodeGroupId(cluster)}/providers/Microsoft.Network/publicIPAddresses/${stableUuid("outbound", cluster.id)}`;
}

/** Makes the group and what AKS puts into it; nothing happens to what is there. */
export function provideNodeGroup(cluster: Write, azure: Azure): void {
  const group = nodeGroupId(cluster);
  const { location } = cluster;
  if (azure.find(group) === undefined) {
    const tags = {
      ...object(cluster.body, "tags"),
      "aks-managed-cluster-name": cluster.name,
      "aks-managed-cluster-rg": groupNameOf(cluster.id) ?? "",
    };
    azure.provide(resourceGroupToken, group, { location, managedBy: cluster.id, tags });
  }
  const identities = Object.entries(object(cluster.body, "addonProfiles"))
    .filter(([, profile]) => text({ profile }, "profile.enabled") !== "false" && isEnabled(profile))
    .map(([addon]) => addonIdentityId(cluster, addon));
  for (const id of [kubeletIdentityId(cluster), ...identities]) {
    if (
      id !== undefined &&
      groupIdOf(id)?.toLowerCase() === group.toLowerCase() &&
      azure.find(id) === undefined
    ) {
      azure.provide(identityToken, id, { location });
    }
  }
  const outbound = outboundAddressId(cluster);
  if (outbound !== undefined && azure.find(outbound) === undefined) {
    azure.provide(publicIpToken, outbound, {
      location,
      sku: { name: "Standard", tier: "Regional" },
      publicIPAllocationMethod: "Static",
      tags: { "aks-managed-cluster-name": cluster.name },
    });
  }
}

function isEnabled(profile: ArmBody[string] | undefined): boolean {
  return object({ profile: profile ?? null }, "profile")["enabled"] === true;
}

function identityId(cluster: Resource, name: string): string {
  return `${nodeGroupId(cluster)}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
}
