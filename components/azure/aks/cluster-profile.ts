import { blockSize, cidrsOverlap, formatAddress, parseCidr } from "../network/cidr.ts";
import { NetworkEgress } from "../network/egress.ts";
import { ipRangeRefusals } from "../network/firewall.ts";
import { DirectoryPrincipalType } from "../identity/role-assignment.ts";
import { distinct, matching, oneOf, wholeNumber } from "../refusals/checks.ts";
import type { Refusal } from "../refusals/refusal.ts";
import type { AksClusterArgs } from "./aks-cluster.ts";
import { ClusterTier, NodeOsUpgradeChannel, UpgradeChannel } from "./cluster-choices.ts";
import { KubeloginMode } from "./kubelogin-mode.ts";
import { windowRefusals } from "./maintenance-window.ts";
import type { MaintenanceWindowArgs } from "./maintenance-window.ts";
import { PoolMode, poolRefusals } from "./pool-profile.ts";

/** Service range when none is given: Azure's own default. */
export const defaultServiceCidr = "10.0.0.0/16";
/** Pod range when none is given: Azure's own default. */
export const defaultPodCidr = "10.244.0.0/16";
/** When AKS upgrades the cluster, when nothing is said. */
export const defaultClusterWindow: MaintenanceWindowArgs = { dayOfWeek: "Saturday", startTime: "02:00" };
/** When AKS upgrades the nodes' operating system: another day, so that the two never meet. */
export const defaultNodeWindow: MaintenanceWindowArgs = { dayOfWeek: "Sunday", startTime: "02:00" };

/** Azure's names of the ways out of the network. */
export const outboundTypes = {
  [NetworkEgress.natGateway]: "userAssignedNATGateway",
  [NetworkEgress.loadBalancer]: "loadBalancer",
  [NetworkEgress.userDefinedRouting]: "userDefinedRouting",
} as const;

/** The cluster's DNS service: the eleventh address of the service range, as Azure's default is 10.0.0.10. */
export function dnsServiceIp(serviceCidr: string): string {
  const range = parseCidr(serviceCidr);
  if (range === undefined) {
    throw new RangeError(`"${serviceCidr}" is no IPv4 block`);
  }
  return formatAddress(range.first + 10);
}

function rangeRefusals(args: AksClusterArgs): Refusal[] {
  const service = args.serviceCidr ?? defaultServiceCidr;
  const pods = args.podCidr ?? defaultPodCidr;
  const [serviceRange, podRange] = [parseCidr(service), parseCidr(pods)];
  const found: Refusal[] = [];
  // https://learn.microsoft.com/azure/aks/azure-cni-overlay: the service range is smaller than a /12.
  if (serviceRange === undefined || serviceRange.prefixLength < 12 || serviceRange.prefixLength > 28) {
    found.push({
      property: "serviceCidr",
      value: service,
      allowed: "an IPv4 block from /12 to /28",
      remedy: `Use one such as ${defaultServiceCidr} that overlaps neither pods nor networks.`,
    });
  }
  // Every node gets a /24 of its own.
  if (podRange === undefined || blockSize(podRange.prefixLength) < blockSize(24)) {
    found.push({
      property: "podCidr",
      value: pods,
      allowed: "an IPv4 block of /24 or larger",
      remedy: `Use one such as ${defaultPodCidr}: each node takes a /24 of it.`,
    });
  }
  if (found.length === 0 && cidrsOverlap(service, pods)) {
    found.push({
      property: "podCidr",
      value: pods,
      allowed: `a block that does not overlap serviceCidr ${service}`,
      remedy: "Move one of the two.",
    });
  }
  return found;
}

function accessRefusals(args: AksClusterArgs): Refusal[] {
  const ranges = args.authorizedIpRanges ?? [];
  if (args.privateCluster ?? true) {
    return args.authorizedIpRanges === undefined
      ? []
      : [
          {
            property: "authorizedIpRanges",
            value: ranges,
            allowed: "nothing while the cluster is private",
            remedy: "Set privateCluster to false, or leave the ranges out.",
          },
        ];
  }
  if (ranges.length === 0) {
    return [
      {
        property: "authorizedIpRanges",
        value: args.authorizedIpRanges,
        allowed: "at least one IPv4 block while privateCluster is false (CKV_AZURE_6)",
        remedy: "List the networks from which people and pipelines reach the API server.",
      },
    ];
  }
  return ipRangeRefusals("authorizedIpRanges", ranges);
}

function versionRefusals(args: AksClusterArgs): Refusal[] {
  const channel = args.upgradeChannel ?? UpgradeChannel.patch;
  if (args.kubernetesVersion === undefined) {
    return [];
  }
  if (channel === UpgradeChannel.stable || channel === UpgradeChannel.rapid) {
    return [
      {
        property: "kubernetesVersion",
        value: args.kubernetesVersion,
        allowed: `nothing with the upgrade channel ${channel}, which chooses the version`,
        remedy: "Leave the version out, or use the channel patch.",
      },
    ];
  }
  return matching(
    "kubernetesVersion",
    args.kubernetesVersion,
    channel === UpgradeChannel.none ? /^\d+\.\d+(\.\d+)?$/ : /^\d+\.\d+$/,
    channel === UpgradeChannel.none ? "a version such as 1.33 or 1.33.2" : "a minor version such as 1.33",
    "With the channel patch AKS moves the patch version by itself: a fixed one would ask for a downgrade.",
  );
}

function monitoringRefusals(args: AksClusterArgs): Refusal[] {
  if (args.logAnalyticsWorkspaceId !== undefined) {
    return [];
  }
  return (["containerInsights", "defender"] as const)
    .filter((property) => args[property] ?? true)
    .map((property) => ({
      property,
      value: args[property],
      allowed: "true with logAnalyticsWorkspaceId, or false",
      remedy: "Give the id of a Log Analytics workspace, or turn it off on purpose.",
    }));
}

/** What is wrong with the arguments of a cluster. */
export function clusterRefusals(clusterName: string, args: AksClusterArgs): Refusal[] {
  const free = args.tier === ClusterTier.Free;
  return [
    ...matching(
      "clusterName",
      clusterName,
      /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?$/,
      "1 to 63 letters, digits, hyphens and underscores inside (PSRule Azure.AKS.Name)",
      "Choose another clusterName.",
    ),
    ...matching(
      "dnsPrefix",
      args.dnsPrefix,
      /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,52}[A-Za-z0-9])?$/,
      "1 to 54 letters, digits and hyphens inside (PSRule Azure.AKS.DNSPrefix)",
      "Choose another dnsPrefix.",
    ),
    ...oneOf("tier", args.tier, ClusterTier),
    ...oneOf("egress", args.egress, NetworkEgress),
    ...oneOf("upgradeChannel", args.upgradeChannel, UpgradeChannel),
    ...oneOf("nodeOsUpgradeChannel", args.nodeOsUpgradeChannel, NodeOsUpgradeChannel),
    ...oneOf("kubeloginMode", args.kubeloginMode, KubeloginMode),
    ...versionRefusals(args),
    ...accessRefusals(args),
    ...rangeRefusals(args),
    ...monitoringRefusals(args),
    ...poolRefusals("systemPool.", PoolMode.System, args.systemPool ?? {}),
    ...windowRefusals("clusterUpgradeWindow", args.clusterUpgradeWindow),
    ...windowRefusals("nodeUpgradeWindow", args.nodeUpgradeWindow),
    ...wholeNumber(
      "imageCleanerIntervalHours",
      args.imageCleanerIntervalHours,
      24,
      2160,
      "AKS allows a day to three months.",
    ),
    ...matching(
      "secretRotationInterval",
      args.secretRotationInterval,
      /^[1-9]\d*[smh]$/,
      "a duration such as 2m or 1h",
      "It says how often mounted secrets are read again.",
    ),
    ...distinct(
      "clusterAdmins",
      (args.clusterAdmins ?? []).map(({ name }) => name),
    ),
    ...(args.clusterAdmins ?? []).flatMap(({ principalType }, index) =>
      oneOf(`clusterAdmins[${index}].principalType`, principalType, DirectoryPrincipalType),
    ),
    ...(free && args.costAnalysis === true
      ? [
          {
            property: "costAnalysis",
            value: true,
            allowed: "true with the tiers Standard and Premium",
            remedy: "Leave it out, or choose another tier.",
          },
        ]
      : []),
  ];
}
