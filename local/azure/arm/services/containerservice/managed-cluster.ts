import type { Azure } from "../../azure.ts";
import { compact, flag, isBody, number, object, objects, text } from "../../body.ts";
import { badRequest, refusal } from "../../refusal.ts";
import type { Link, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { identityLinks } from "../identities.ts";
import { identityType } from "../managedidentity/user-assigned-identity.ts";
import { subnetType } from "../network/subnet.ts";
import { poolEnumerations } from "./agent-pool.ts";
import { clusterConflicts } from "./cluster-conflicts.ts";
import { clusterEffect } from "./cluster-effect.ts";
import { clusterOutputs } from "./cluster-outputs.ts";
import { clusterRefusals } from "./cluster-rules.ts";
import {
  invalidParameter,
  operationInProgress,
  unknownParameterValue,
} from "./container-service-refusals.ts";
import { defaultKubernetesVersion } from "./kubernetes-versions.ts";
import { defaultNodeGroup, nodeGroupId, provideNodeGroup } from "./node-resource-group.ts";
import { agentPoolToken, newPoolIntroduced, subnetNotFound } from "./pool-conflicts.ts";

export const managedClusterToken = "azure-native:containerservice:ManagedCluster";

const workspaceType = "Microsoft.OperationalInsights/workspaces";

export const managedCluster: ResourceType = {
  token: managedClusterToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ContainerService/managedClusters/{resourceName}",
  // AKS answers with a lower-case segment: pulumi/pulumi-azure-native#1024 and others.
  answerPath:
    "/subscriptions/{subscriptionId}/resourcegroups/{resourceGroupName}/providers/Microsoft.ContainerService/managedClusters/{resourceName}",
  apiVersion: "2025-09-01",
  place: "regional",
  stamps: ["provisioningState", "eTag", "systemData"],
  identity: true,
  duration: (body) =>
    `${managedClusterToken} (${flag(body, "apiServerAccessProfile.enablePrivateCluster") === true ? "private" : "public"})`,
  writeOnly: ["windowsProfile.adminPassword", "servicePrincipalProfile.secret", "aadProfile.serverAppSecret"],
  inline: [
    {
      property: "agentPoolProfiles",
      token: agentPoolToken,
      update: "merge",
      introduced: () => newPoolIntroduced(),
    },
  ],
  enumerations: {
    "sku.name": ["containerservice", "ManagedClusterSKUName"],
    "sku.tier": ["containerservice", "ManagedClusterSKUTier"],
    supportPlan: ["containerservice", "KubernetesSupportPlan"],
    "identity.type": ["containerservice", "ResourceIdentityType"],
    publicNetworkAccess: ["containerservice", "PublicNetworkAccess"],
    "networkProfile.networkPlugin": ["containerservice", "NetworkPlugin"],
    "networkProfile.networkPluginMode": ["containerservice", "NetworkPluginMode"],
    "networkProfile.networkPolicy": ["containerservice", "NetworkPolicy"],
    "networkProfile.networkDataplane": ["containerservice", "NetworkDataplane"],
    "networkProfile.outboundType": ["containerservice", "OutboundType"],
    "networkProfile.loadBalancerSku": ["containerservice", "LoadBalancerSku"],
    "autoUpgradeProfile.upgradeChannel": ["containerservice", "UpgradeChannel"],
    "autoUpgradeProfile.nodeOSUpgradeChannel": ["containerservice", "NodeOSUpgradeChannel"],
    "nodeResourceGroupProfile.restrictionLevel": ["containerservice", "RestrictionLevel"],
    ...Object.fromEntries(
      Object.entries(poolEnumerations).map(([path, sdkEnum]) => [`agentPoolProfiles[].${path}`, sdkEnum]),
    ),
  },
  unknownValue: unknownParameterValue,
  busy: operationInProgress,
  defaults: clusterDefaults,
  *refusals(body, id) {
    yield* clusterRefusals(body, id);
    for (const [addon, profile] of Object.entries(object(body, "addonProfiles"))) {
      if (knownAddons.includes(addon.toLowerCase())) continue;
      yield invalidParameter(
        "addonProfiles",
        `there is no add-on '${addon}'; known are ${knownAddons.join(", ")}.`,
      );
      if (!isBody(profile)) yield invalidParameter(`addonProfiles.${addon}`, "it is no object.");
    }
    const interval = number(body, "securityProfile.imageCleaner.intervalHours");
    if (interval !== undefined && (interval < 24 || interval > 2160)) {
      yield invalidParameter(
        "securityProfile.imageCleaner.intervalHours",
        `${interval} is not between 24 and 2160.`,
      );
    }
  },
  conflicts: clusterConflicts,
  links: clusterLinks,
  written: provideNodeGroup,
  outputs: clusterOutputs,
  deleted: (cluster, azure) => {
    const group = nodeGroupId(cluster);
    azure.discard(group);
    // The load balancer in it has no row of its own.
    azure.store.links.clearWithin(group);
    azure.store.addresses.releaseWithin(group);
  },
  effect: clusterEffect,
};

const knownAddons = [
  "aciconnectorlinux",
  "azurekeyvaultsecretsprovider",
  "azurepolicy",
  "confcomaddon",
  "extensionmanager",
  "gitops",
  "httpapplicationrouting",
  "ingressapplicationgateway",
  "kubedashboard",
  "omsagent",
  "openservicemesh",
];

function clusterDefaults(body: ArmBody, id: string, azure: Azure): ArmBody {
  const location = (text(body, "location") ?? "").replace(/\s/g, "").toLowerCase();
  const plugin = text(body, "networkProfile.networkPlugin") ?? "kubenet";
  const routed = plugin === "kubenet" || text(body, "networkProfile.networkPluginMode") === "overlay";
  return {
    // What was chosen for a cluster stays, whatever is chosen for new ones later.
    kubernetesVersion: text(azure.find(id)?.body ?? {}, "kubernetesVersion") ?? defaultKubernetesVersion,
    nodeResourceGroup: defaultNodeGroup(id, location),
    enableRBAC: true,
    disableLocalAccounts: false,
    supportPlan: "KubernetesOfficial",
    sku: { name: "Base", tier: "Free" },
    autoUpgradeProfile: { nodeOSUpgradeChannel: "NodeImage" },
    bootstrapProfile: { artifactSource: "Direct" },
    metricsProfile: { costAnalysis: { enabled: false } },
    networkProfile: compact({
      networkPlugin: plugin,
      networkPolicy: "none",
      networkDataplane: plugin === "azure" ? "azure" : undefined,
      loadBalancerSku: "standard",
      outboundType: "loadBalancer",
      serviceCidr: "10.0.0.0/16",
      dnsServiceIP: "10.0.0.10",
      podCidr: routed ? "10.244.0.0/16" : undefined,
    }),
    nodeProvisioningProfile: { mode: "Manual", defaultNodePools: "Auto" },
    storageProfile: {
      diskCSIDriver: { enabled: true },
      fileCSIDriver: { enabled: true },
      snapshotController: { enabled: true },
    },
  };
}

function* clusterLinks(body: ArmBody, id: string): Iterable<Link> {
  yield* identityLinks(body, (target) =>
    refusal(
      404,
      "FailedIdentityOperation",
      `Identity operation for resource '${id}' failed with error 'Failed to perform resource identity operation. Status: 'BadRequest'. Response: 'Resource '${target}' was not found.''.`,
    ),
  );
  const kubelet = text(body, "identityProfile.kubeletidentity.resourceId");
  if (kubelet !== undefined) {
    yield {
      target: kubelet,
      property: "identityProfile.kubeletidentity.resourceId",
      type: identityType,
      missing: badRequest(
        "CustomKubeletIdentityNotFound",
        `The custom kubelet identity ${kubelet} was not found.`,
      ),
    };
  }
  const workspaces = [
    ["addonProfiles.omsagent.config.logAnalyticsWorkspaceResourceID", isAddonOn(body, "omsagent")],
    [
      "securityProfile.defender.logAnalyticsWorkspaceResourceId",
      flag(body, "securityProfile.defender.securityMonitoring.enabled") === true,
    ],
  ] as const;
  for (const [property, enabled] of workspaces) {
    const target = text(body, property);
    if (target === undefined || !enabled) continue;
    const missing = badRequest(
      "BadRequest",
      `The Log Analytics workspace ${target} of properties.${property} was not found.`,
    );
    yield { target, property, type: workspaceType, missing };
  }
  const subnet = text(body, "apiServerAccessProfile.subnetId");
  if (subnet !== undefined) {
    const property = "apiServerAccessProfile.subnetId";
    yield { target: subnet, property, type: subnetType, blocks: true, missing: subnetNotFound(subnet) };
  }
  const zone = text(body, "apiServerAccessProfile.privateDNSZone");
  if (zone?.startsWith("/") === true) {
    const missing = badRequest("PrivateDNSZoneNotFound", `The private DNS zone ${zone} was not found.`);
    yield {
      target: zone,
      property: "apiServerAccessProfile.privateDNSZone",
      type: "Microsoft.Network/privateDnsZones",
      missing,
    };
  }
  for (const [index, address] of objects(
    body,
    "networkProfile.loadBalancerProfile.outboundIPs.publicIPs",
  ).entries()) {
    const target = text(address, "id");
    if (target === undefined) continue;
    const missing = badRequest("PublicIPNotFound", `The public IP address ${target} was not found.`);
    yield {
      target,
      property: `outboundIPs.${index}`,
      type: "Microsoft.Network/publicIPAddresses",
      blocks: true,
      missing,
    };
  }
}

function isAddonOn(body: ArmBody, addon: string): boolean {
  return flag(body, `addonProfiles.${addon}.enabled`) === true;
}
