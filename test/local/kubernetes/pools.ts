import type { ClusterSpec, NodePool } from "../../../local/kubernetes/cluster.ts";

/** A pool as most tests want it; the rest is said where it matters. */
export function pool(overrides: Partial<NodePool> = {}): NodePool {
  return {
    name: "system",
    count: 3,
    vmSize: "Standard_D4ds_v5",
    zones: ["1", "2", "3"],
    mode: "System",
    labels: {},
    taints: [],
    osType: "Linux",
    osSku: "AzureLinux",
    ...overrides,
  };
}

const subscriptionId = "00000000-0000-0000-0000-000000000001";

/** A cluster in a folder. */
export function clusterSpec(directory: string, overrides: Partial<ClusterSpec> = {}): ClusterSpec {
  return {
    id: `/subscriptions/${subscriptionId}/resourcegroups/shop/providers/Microsoft.ContainerService/managedClusters/shop`,
    directory,
    kubernetesVersion: "1.33.2",
    location: "West Europe",
    nodeResourceGroup: "MC_shop_shop_westeurope",
    subscriptionId,
    serviceCidr: "10.0.0.0/16",
    podCidr: "10.244.0.0/16",
    pools: [pool()],
    companions: [],
    personToken: "token-of-a-person",
    ...overrides,
  };
}
