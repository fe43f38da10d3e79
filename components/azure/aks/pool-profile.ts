import { oneOf, wholeNumber, zones } from "../refusals/checks.ts";
import type { Refusal } from "../refusals/refusal.ts";

/** What the nodes of a pool run. */
export const PoolMode = {
  /** The cluster's own add-ons. */
  System: "System",
  /** Applications. */
  User: "User",
} as const;
export type PoolMode = (typeof PoolMode)[keyof typeof PoolMode];

/** Settings of a node pool, the same for the system pool and for others. */
export interface NodePoolArgs {
  /** Azure VM size. Default: Standard_D4ds_v5. */
  vmSize?: string;
  /** Whether the cluster autoscaler sets the number of nodes. Default: true (PSRule Azure.AKS.AutoScaling). */
  autoscaling?: boolean;
  /** Least number of nodes, with autoscaling. Default: 3, one per zone (PSRule Azure.AKS.MinNodeCount). */
  minCount?: number;
  /** Largest number of nodes, with autoscaling. Default: 6, or minCount where that is more. */
  maxCount?: number;
  /** Number of nodes, without autoscaling. Default: 3. */
  count?: number;
  /** Availability zones; an empty list in a region without zones. Default: all three (PSRule Azure.AKS.AvailabilityZone). */
  zones?: string[];
  /** Pods per node, 10 to 250. Default: 110 (CKV_AZURE_168 asks for 50 or more). */
  maxPods?: number;
  /** Size of the operating system's disk in GiB, 30 to 2048; an ephemeral one must fit the VM's cache or temporary disk. Default: 128. */
  osDiskSizeGb?: number;
  /** Whether the operating system's disk is the VM's own instead of a remote one. Default: true (CKV_AZURE_226). */
  ephemeralOsDisk?: boolean;
  /** Whether temporary disks and caches are encrypted; the subscription needs the feature EncryptionAtHost. Default: true (CKV_AZURE_227). */
  encryptionAtHost?: boolean;
  /** Trusted launch: secure boot and a virtual TPM, on VM sizes of generation 2. Default: true. */
  trustedLaunch?: boolean;
  /** Whether nodes use FIPS-validated cryptography. Cannot be turned off later on AzureLinux. Default: false. */
  fips?: boolean;
  /** Kubernetes labels of the nodes. Default: none. */
  labels?: Record<string, string>;
  /** Taints as key=value:Effect. Default: CriticalAddonsOnly=true:NoSchedule on the system pool (CKV_AZURE_232), none on others. */
  taints?: string[];
  /** Nodes that are added during an upgrade, a number or a percentage. Default: 33%. */
  maxSurge?: string;
  /** Kubernetes version of the nodes. Default: that of the control plane (PSRule Azure.AKS.PoolVersion). */
  kubernetesVersion?: string;
}

/** The properties that ManagedCluster's agent pool profiles and AgentPool share. */
export interface PoolProfile {
  readonly mode: PoolMode;
  readonly type: "VirtualMachineScaleSets";
  readonly vmSize: string;
  readonly count: number;
  readonly enableAutoScaling: boolean;
  readonly minCount: number | undefined;
  readonly maxCount: number | undefined;
  readonly availabilityZones: string[];
  readonly maxPods: number;
  readonly osType: "Linux";
  readonly osSKU: "AzureLinux";
  readonly osDiskType: "Ephemeral" | "Managed";
  readonly osDiskSizeGB: number;
  readonly enableEncryptionAtHost: boolean;
  readonly enableFIPS: boolean;
  readonly enableNodePublicIP: false;
  readonly nodeLabels: Record<string, string> | undefined;
  readonly nodeTaints: string[];
  readonly orchestratorVersion: string | undefined;
  readonly scaleDownMode: "Delete";
  readonly securityProfile: {
    readonly enableSecureBoot: boolean;
    readonly enableVTPM: boolean;
    readonly sshAccess: "Disabled";
  };
  readonly upgradeSettings: { readonly maxSurge: string };
}

/** Labels and taints of AKS itself may not be set: Azure refuses them after minutes. */
const reservedLabel = /^kubernetes\.azure\.com\//;
const taint = /^[A-Za-z0-9][-A-Za-z0-9_./]*(=[-A-Za-z0-9_.]*)?:(NoSchedule|PreferNoSchedule|NoExecute)$/;

/**
 * What is wrong with the settings of a pool.
 *
 * @param path - prefix of the property names, such as `systemPool.`; empty for a pool of its own
 */
export function poolRefusals(path: string, mode: PoolMode, args: NodePoolArgs): Refusal[] {
  const autoscaling = args.autoscaling ?? true;
  const least = mode === PoolMode.System || !autoscaling ? 1 : 0;
  const minCount = args.minCount ?? 3;
  const unused: (keyof NodePoolArgs)[] = autoscaling ? ["count"] : ["minCount", "maxCount"];
  return [
    ...oneOf("mode", mode, PoolMode),
    ...unused
      .filter((property) => args[property] !== undefined)
      .map((property) => ({
        property: `${path}${property}`,
        value: args[property],
        allowed: `nothing while autoscaling is ${autoscaling}`,
        remedy: autoscaling
          ? "Set minCount and maxCount, or set autoscaling to false."
          : "Set count, or set autoscaling to true.",
      })),
    ...wholeNumber(`${path}count`, args.count, least, 1000, "A system pool needs a node."),
    ...wholeNumber(`${path}minCount`, args.minCount, least, 1000, "A system pool needs a node."),
    ...wholeNumber(
      `${path}maxCount`,
      args.maxCount,
      Math.max(minCount, 1),
      1000,
      "It is no less than minCount (default 3).",
    ),
    ...zones(`${path}zones`, args.zones),
    ...wholeNumber(
      `${path}maxPods`,
      args.maxPods,
      10,
      250,
      "Azure CNI overlay allows 10 to 250 pods a node.",
    ),
    ...wholeNumber(`${path}osDiskSizeGb`, args.osDiskSizeGb, 30, 2048, "AKS allows 30 to 2048 GiB."),
    ...Object.keys(args.labels ?? {})
      .filter((label) => reservedLabel.test(label))
      .map((label) => ({
        property: `${path}labels`,
        value: label,
        allowed: "labels outside kubernetes.azure.com/",
        remedy: "AKS sets those itself: use a prefix of your own.",
      })),
    ...(args.taints ?? []).flatMap((value, index) =>
      taint.test(value)
        ? []
        : [
            {
              property: `${path}taints[${index}]`,
              value,
              allowed: "key=value:NoSchedule, :PreferNoSchedule or :NoExecute",
              remedy: 'Write it as in "workload=batch:NoSchedule".',
            },
          ],
    ),
    ...(args.maxSurge === undefined || /^[1-9]\d*%?$/.test(args.maxSurge)
      ? []
      : [
          {
            property: `${path}maxSurge`,
            value: args.maxSurge,
            allowed: 'a number or percentage such as "1" or "33%"',
            remedy: "It says how many nodes an upgrade adds at a time.",
          },
        ]),
  ];
}

/** The settings with their defaults, as Azure takes them. */
export function poolProfile(mode: PoolMode, args: NodePoolArgs): PoolProfile {
  const autoscaling = args.autoscaling ?? true;
  const minCount = args.minCount ?? 3;
  const trustedLaunch = args.trustedLaunch ?? true;
  return {
    mode,
    type: "VirtualMachineScaleSets",
    vmSize: args.vmSize ?? "Standard_D4ds_v5",
    count: autoscaling ? minCount : (args.count ?? 3),
    enableAutoScaling: autoscaling,
    minCount: autoscaling ? minCount : undefined,
    maxCount: autoscaling ? (args.maxCount ?? Math.max(6, minCount)) : undefined,
    availabilityZones: args.zones ?? ["1", "2", "3"],
    maxPods: args.maxPods ?? 110,
    osType: "Linux",
    osSKU: "AzureLinux",
    osDiskType: (args.ephemeralOsDisk ?? true) ? "Ephemeral" : "Managed",
    osDiskSizeGB: args.osDiskSizeGb ?? 128,
    enableEncryptionAtHost: args.encryptionAtHost ?? true,
    enableFIPS: args.fips ?? false,
    // CKV_AZURE_143: nodes are reached through the load balancer only.
    enableNodePublicIP: false,
    nodeLabels: args.labels,
    nodeTaints: args.taints ?? (mode === PoolMode.System ? ["CriticalAddonsOnly=true:NoSchedule"] : []),
    orchestratorVersion: args.kubernetesVersion,
    scaleDownMode: "Delete",
    securityProfile: {
      enableSecureBoot: trustedLaunch,
      enableVTPM: trustedLaunch,
      // Azure Policy 28257686: nodes are debugged with kubectl debug, never over SSH.
      sshAccess: "Disabled",
    },
    upgradeSettings: { maxSurge: args.maxSurge ?? "33%" },
  };
}
