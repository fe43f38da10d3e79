import { containerOf } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import { compact, flag, number, object, text, texts } from "../../body.ts";
import type { Link, Resource, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { stableHex } from "../../uuid.ts";
import { subnetType } from "../network/subnet.ts";
import { applyPools } from "./cluster-effect.ts";
import { operationInProgress, unknownParameterValue } from "./container-service-refusals.ts";
import { fullVersion } from "./kubernetes-versions.ts";
import { nodeGroupId } from "./node-resource-group.ts";
import { agentPoolToken, lastSystemPool, poolConflicts, subnetNotFound } from "./pool-conflicts.ts";
import { poolRefusals } from "./pool-rules.ts";
import { nameOf } from "../../arm-id.ts";

/** Enumerations of a pool's settings, inline or not. */
export const poolEnumerations = {
  mode: ["containerservice", "AgentPoolMode"],
  osType: ["containerservice", "OSType"],
  osSKU: ["containerservice", "OSSKU"],
  osDiskType: ["containerservice", "OSDiskType"],
  kubeletDiskType: ["containerservice", "KubeletDiskType"],
  scaleDownMode: ["containerservice", "ScaleDownMode"],
  scaleSetPriority: ["containerservice", "ScaleSetPriority"],
  scaleSetEvictionPolicy: ["containerservice", "ScaleSetEvictionPolicy"],
  type: ["containerservice", "AgentPoolType"],
  workloadRuntime: ["containerservice", "WorkloadRuntime"],
  "securityProfile.sshAccess": ["containerservice", "AgentPoolSSHAccess"],
} as const;

export const agentPool: ResourceType = {
  token: agentPoolToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.ContainerService/managedClusters/{resourceName}/agentPools/{agentPoolName}",
  answerPath:
    "/subscriptions/{subscriptionId}/resourcegroups/{resourceGroupName}/providers/Microsoft.ContainerService/managedClusters/{resourceName}/agentPools/{agentPoolName}",
  apiVersion: "2025-09-01",
  place: "nowhere",
  stamps: ["provisioningState", "eTag"],
  enumerations: poolEnumerations,
  unknownValue: (path, value, allowed) => unknownParameterValue(`agentPoolProfile.${path}`, value, allowed),
  busy: operationInProgress,
  *refusals(body, id) {
    yield* poolRefusals(body, id === "" ? undefined : nameOf(id));
  },
  conflicts: poolConflicts,
  undeletable: lastSystemPool,
  defaults: (body, id, azure) => ({
    count: flag(body, "enableAutoScaling") === true ? (number(body, "minCount") ?? 1) : 1,
    vmSize: "Standard_D4ds_v5",
    osDiskSizeGB: 128,
    osDiskType: "Managed",
    kubeletDiskType: "OS",
    workloadRuntime: "OCIContainer",
    maxPods: defaultMaxPods(azure.find(containerOf(id))),
    type: "VirtualMachineScaleSets",
    enableAutoScaling: false,
    scaleDownMode: "Delete",
    mode: "User",
    osType: "Linux",
    osSKU: text(body, "osType") === "Windows" ? "Windows2022" : "Ubuntu",
    enableEncryptionAtHost: false,
    enableNodePublicIP: false,
    enableUltraSSD: false,
    enableFIPS: false,
    upgradeSettings: { maxSurge: "10%", maxUnavailable: "0" },
    securityProfile: { enableSecureBoot: false, enableVTPM: false },
  }),
  *links(body, id, azure): Iterable<Link> {
    const cluster = azure.find(containerOf(id));
    for (const property of ["vnetSubnetID", "podSubnetID"]) {
      const target = text(body, property);
      if (target === undefined) continue;
      const missing = subnetNotFound(target);
      yield {
        target: containerOf(target),
        property: `${property}.virtualNetwork`,
        missing,
        location: cluster?.location,
      };
      yield { target, property, type: subnetType, blocks: true, via: firstInterface(id, cluster), missing };
    }
  },
  outputs: (resource, azure) => poolOutputs(resource, azure),
  effect: {
    apply: (id, context) => applyPools(containerOf(id), context),
    remove: (id, context) => applyPools(containerOf(id), context),
  },
};

/** Pods of a node by the cluster's network: learn.microsoft.com/azure/aks/concepts-network-ip-address-planning */
function defaultMaxPods(cluster: Resource | undefined): number {
  const network = object(cluster?.body ?? {}, "networkProfile");
  if (text(network, "networkPlugin") !== "azure") return 110;
  return text(network, "networkPluginMode") === "overlay" ? 250 : 30;
}

function poolOutputs(pool: Resource, azure: Azure): ArmBody {
  const cluster = azure.find(containerOf(pool.id));
  const version = fullVersion(
    text(pool.body, "orchestratorVersion") ?? text(cluster?.body ?? {}, "kubernetesVersion") ?? "",
  );
  return compact({
    orchestratorVersion: text(pool.body, "orchestratorVersion") ?? version,
    currentOrchestratorVersion: version,
    nodeImageVersion: `AKS${imageOf(text(pool.body, "osSKU") ?? "")}-202610.27.0`,
    powerState: { code: "Running" },
    // Azure leaves the list out for a pool without zones.
    availabilityZones:
      texts(pool.body, "availabilityZones").length === 0 ? undefined : texts(pool.body, "availabilityZones"),
    // The SDK's type says what the resource is; what the pool is made of shows in the cluster's own list.
    type: "Microsoft.ContainerService/managedClusters/agentPools",
    spotMaxPrice:
      text(pool.body, "scaleSetPriority") === "Spot" ? (number(pool.body, "spotMaxPrice") ?? -1) : undefined,
  });
}

function imageOf(osSku: string): string {
  const images: Readonly<Record<string, string>> = {
    AzureLinux: "AzureLinux-V3gen2",
    AzureLinux3: "AzureLinux-V3gen2",
    Windows2019: "Windows-2019-containerd",
    Windows2022: "Windows-2022-containerd",
  };
  return images[osSku] ?? "Ubuntu-2404gen2containerd";
}

/** What the network names as the user of a pool's subnet: the first node's interface. */
function firstInterface(id: string, cluster: Resource | undefined): string {
  const group = cluster === undefined ? containerOf(containerOf(containerOf(id))) : nodeGroupId(cluster);
  const name = `aks-${nameOf(id)}-${stableHex(8, "pool", id).replace(/[a-f]/g, "0")}-vmss`;
  return `${group}/providers/Microsoft.Compute/virtualMachineScaleSets/${name}/virtualMachines/0/networkInterfaces/${name}/ipConfigurations/ipconfig1`;
}
