import { localAccount } from "../../account.ts";
import type { Azure } from "../../azure.ts";
import { compact, flag, isBody, object, text, without } from "../../body.ts";
import type { Resource } from "../../resource-type.ts";
import type { ArmBody, ArmValue } from "../../service.ts";
import { stableHex, stableUuid } from "../../uuid.ts";
import { fullVersion } from "./kubernetes-versions.ts";
import { addonIdentityId, kubeletIdentityId, outboundAddressId } from "./node-resource-group.ts";
import { poolsOf } from "./pool-conflicts.ts";

/** What AKS computes for a cluster. */
export function clusterOutputs(cluster: Resource, azure: Azure): ArmBody {
  const version = fullVersion(text(cluster.body, "kubernetesVersion") ?? "");
  return compact({
    ...hosts(cluster),
    currentKubernetesVersion: version,
    kubernetesVersion: text(cluster.body, "kubernetesVersion") ?? version,
    agentPoolProfiles: poolsOf(cluster, azure).map((pool) => poolProfile(pool, azure)),
    addonProfiles: addonProfiles(cluster, azure),
    identityProfile: { kubeletidentity: identityOf(kubeletIdentityId(cluster), azure) },
    networkProfile: networkProfile(cluster),
    oidcIssuerProfile: oidcIssuerProfile(cluster),
    powerState: { code: "Running" },
    maxAgentPools: 100,
    resourceUID: stableHex(24, "cluster", cluster.id, cluster.createdAt),
    servicePrincipalProfile: { clientId: text(cluster.body, "servicePrincipalProfile.clientId") ?? "msi" },
    windowsProfile: { adminUsername: "azureuser", enableCSIProxy: true },
    aadProfile: isBody(cluster.body["aadProfile"])
      ? { tenantID: localAccount.tenantId, ...object(cluster.body, "aadProfile") }
      : undefined,
    privateLinkResources: isPrivate(cluster) ? [privateLinkResource(cluster)] : undefined,
  });
}

/** Whether the API server has no public address. */
export function isPrivate(cluster: Resource): boolean {
  return flag(cluster.body, "apiServerAccessProfile.enablePrivateCluster") === true;
}

function hosts(cluster: Resource): Record<string, ArmValue | undefined> {
  const prefix = text(cluster.body, "fqdnSubdomain") ?? text(cluster.body, "dnsPrefix") ?? cluster.name;
  const label = `${prefix}-${stableHex(8, "fqdn", cluster.id, cluster.createdAt)}`;
  const publicName = flag(cluster.body, "apiServerAccessProfile.enablePrivateClusterPublicFQDN") !== false;
  const zone = `${stableUuid("private-zone", cluster.id, cluster.createdAt)}.privatelink.${cluster.location}.azmk8s.io`;
  return {
    fqdn: isPrivate(cluster) && !publicName ? undefined : `${label}.hcp.${cluster.location}.azmk8s.io`,
    privateFQDN: isPrivate(cluster) ? `${label}.${ownZone(cluster) ?? zone}` : undefined,
    azurePortalFQDN: `${label}.portal.hcp.${cluster.location}.azmk8s.io`,
  };
}

function ownZone(cluster: Resource): string | undefined {
  const zone = text(cluster.body, "apiServerAccessProfile.privateDNSZone");
  return zone?.startsWith("/") === true ? zone.slice(zone.lastIndexOf("/") + 1) : undefined;
}

function poolProfile(pool: Resource, azure: Azure): ArmBody {
  return {
    ...without(azure.outputs(pool), ["azureApiVersion"]),
    name: pool.name,
    type: text(pool.body, "type") ?? "VirtualMachineScaleSets",
  };
}

function addonProfiles(cluster: Resource, azure: Azure): ArmBody | undefined {
  const profiles: ArmBody = {};
  for (const [name, profile] of Object.entries(object(cluster.body, "addonProfiles"))) {
    if (!isBody(profile)) continue;
    const id = profile["enabled"] === true ? addonIdentityId(cluster, name) : undefined;
    profiles[name] = id === undefined ? profile : { ...profile, identity: identityOf(id, azure) };
  }
  return Object.keys(profiles).length === 0 ? undefined : profiles;
}

function identityOf(id: string, azure: Azure): ArmBody {
  const identity = azure.find(id);
  const outputs = identity === undefined ? {} : azure.outputs(identity);
  return {
    clientId: outputs["clientId"] ?? "",
    objectId: outputs["principalId"] ?? "",
    resourceId: identity?.id ?? id,
  };
}

function networkProfile(cluster: Resource): ArmBody {
  const profile = object(cluster.body, "networkProfile");
  const outbound = outboundAddressId(cluster);
  const effective = outbound === undefined ? [] : [{ id: outbound }];
  const balanced = text(profile, "outboundType") === "loadBalancer";
  return compact({
    podCidrs: text(profile, "podCidr") === undefined ? undefined : [text(profile, "podCidr") ?? ""],
    serviceCidrs: [text(profile, "serviceCidr") ?? ""],
    ipFamilies: ["IPv4"],
    loadBalancerProfile: balanced
      ? {
          managedOutboundIPs: { count: 1 },
          backendPoolType: "nodeIPConfiguration",
          ...object(profile, "loadBalancerProfile"),
          effectiveOutboundIPs: effective,
        }
      : {
          backendPoolType: "nodeIPConfiguration",
          ...object(profile, "loadBalancerProfile"),
          effectiveOutboundIPs: [],
        },
    natGatewayProfile:
      text(profile, "outboundType") === "managedNATGateway"
        ? {
            idleTimeoutInMinutes: 4,
            ...object(profile, "natGatewayProfile"),
            effectiveOutboundIPs: effective,
          }
        : undefined,
  });
}

function oidcIssuerProfile(cluster: Resource): ArmBody {
  if (flag(cluster.body, "oidcIssuerProfile.enabled") !== true) return { enabled: false };
  const issuer = stableUuid("issuer", cluster.id, cluster.createdAt);
  return {
    enabled: true,
    issuerURL: `https://${cluster.location}.oic.prod-aks.azure.com/${localAccount.tenantId}/${issuer}/`,
  };
}

function privateLinkResource(cluster: Resource): ArmBody {
  return {
    id: `${cluster.id}/privateLinkResources/management`,
    name: "management",
    type: "Microsoft.ContainerService/managedClusters/privateLinkResources",
    groupId: "management",
    requiredMembers: ["management"],
  };
}
