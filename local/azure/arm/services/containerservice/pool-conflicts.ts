import { containerOf, idKey, sameId } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import { flag, number, object, text, texts } from "../../body.ts";
import { parseCidr } from "../../cidr.ts";
import { badRequest, refusal, type Refusal } from "../../refusal.ts";
import { hasZones } from "../../regions.ts";
import type { Resource, Write } from "../../resource-type.ts";
import type { ArmValue } from "../../service.ts";
import { subnetPrefixes } from "../network/subnet.ts";
import { bare, invalidParameter, propertyChangeNotAllowed } from "./container-service-refusals.ts";
import { minorNumber } from "./kubernetes-versions.ts";
import { sizeRefusals } from "./pool-rules.ts";

export const agentPoolToken = "azure-native:containerservice:AgentPool";

/** What stands against a pool: the region, its network, the cluster it is for, and what it was before. */
export function* poolConflicts(pool: Write, azure: Azure): Iterable<Refusal> {
  const cluster = azure.find(containerOf(pool.id));
  if (cluster === undefined) return;
  yield* sizeRefusals(pool.body, cluster.location);
  yield* zoneRefusals(pool, cluster);
  yield* versionRefusals(pool, cluster);
  yield* subnetRefusals(pool, cluster, azure);
  if (pool.before !== undefined) yield* changeRefusals(pool, pool.before, azure);
}

/** Pools of a cluster, inline ones and others. */
export function poolsOf(cluster: Resource, azure: Azure): Resource[] {
  return azure.within(cluster.id, agentPoolToken);
}

/** A cluster keeps one system pool at least. */
export function* lastSystemPool(pool: Resource, azure: Azure, container: string): Iterable<Refusal> {
  if (idKey(container) !== idKey(pool.id) || text(pool.body, "mode") !== "System") return;
  const cluster = azure.find(containerOf(pool.id));
  if (cluster === undefined) return;
  const others = poolsOf(cluster, azure).filter((other) => !sameId(other.id, pool.id));
  if (others.some((other) => text(other.body, "mode") === "System" && other.state !== "Deleting")) return;
  yield bare("MustDefineAtLeastOneSystemPool", "There has to be at least one system agent pool.");
}

function* zoneRefusals(pool: Write, cluster: Resource): Iterable<Refusal> {
  const zones = texts(pool.body, "availabilityZones");
  if (zones.length === 0 || hasZones(cluster.location)) return;
  yield bare(
    "AvailabilityZoneNotSupported",
    `Preflight validation check for resource(s) for container service ${cluster.name} in resource group ${cluster.id.split("/")[4] ?? ""} failed. Message: The zone(s) '${zones.join(",")}' for resource '${pool.name}' is not supported. The supported zones for location '${cluster.location}' are ''. Details: `,
  );
}

function* versionRefusals(pool: Write, cluster: Resource): Iterable<Refusal> {
  const version = text(pool.body, "orchestratorVersion");
  const control = text(cluster.body, "kubernetesVersion");
  if (version === undefined || control === undefined) return;
  const behind = minorNumber(control) - minorNumber(version);
  if (behind >= 0 && behind <= 3) return;
  yield bare(
    "NodePoolMcVersionIncompatible",
    `Node pool version ${version} and control plane version ${control} are incompatible. Minor version of node pool version ${version} ${behind < 0 ? "is bigger than" : "is more than 3 versions older than"} control plane version. For more information, please check https://aka.ms/aks/UpgradeVersionRules`,
  );
}

function* subnetRefusals(pool: Write, cluster: Resource, azure: Azure): Iterable<Refusal> {
  const id = text(pool.body, "vnetSubnetID");
  const others = poolsOf(cluster, azure).filter((other) => !sameId(other.id, pool.id));
  for (const other of others) {
    const theirs = text(other.body, "vnetSubnetID");
    if ((theirs === undefined) !== (id === undefined)) {
      yield invalidParameter(
        "agentPoolProfile.vnetSubnetID",
        "all agent pools of a cluster must have a subnet of their own, or none of them.",
      );
      return;
    }
    if (theirs !== undefined && id !== undefined && !sameId(containerOf(theirs), containerOf(id))) {
      yield invalidParameter(
        "agentPoolProfile.vnetSubnetID",
        `all agent pools must be in the same VNet: ${containerOf(theirs)} is not ${containerOf(id)}.`,
      );
      return;
    }
  }
  const subnet = id === undefined ? undefined : azure.find(id);
  if (subnet === undefined) return;
  const range = parseCidr(subnetPrefixes(subnet.body)[0] ?? "");
  if (range === undefined) return;
  // Azure keeps five addresses of a subnet.
  const available = range.size - 5;
  const needed = [
    pool,
    ...others.filter((other) => sameId(text(other.body, "vnetSubnetID") ?? "", subnet.id)),
  ].reduce((sum, candidate) => sum + addressesOf(candidate, cluster), 0);
  if (needed <= available) return;
  yield bare(
    "InsufficientSubnetSize",
    `Pre-allocated IPs ${needed} exceeds IPs available ${available} in Subnet Cidr ${subnetPrefixes(subnet.body)[0] ?? ""}, Subnet Name ${subnet.name}. If Autoscaler is enabled, the max-count from each nodepool is counted towards this total (which means that pre-allocated IPs count represents a theoretical max value, not the actual number of IPs requested). http://aka.ms/aks/insufficientsubnetsize`,
  );
}

/** Addresses of the node subnet that a pool takes: with flat Azure CNI each pod has one of them as well. */
function addressesOf(pool: Resource, cluster: Resource): number {
  const count =
    flag(pool.body, "enableAutoScaling") === true
      ? number(pool.body, "maxCount")
      : number(pool.body, "count");
  const nodes = (count ?? 0) + surge(text(pool.body, "upgradeSettings.maxSurge") ?? "10%", count ?? 0);
  const network = object(cluster.body, "networkProfile");
  const flat =
    text(network, "networkPlugin") === "azure" &&
    text(network, "networkPluginMode") !== "overlay" &&
    text(pool.body, "podSubnetID") === undefined;
  return flat ? nodes * ((number(pool.body, "maxPods") ?? 30) + 1) : nodes;
}

function surge(maxSurge: string, count: number): number {
  const value = Number(maxSurge.replace("%", ""));
  return maxSurge.endsWith("%") ? Math.ceil((count * value) / 100) : value;
}

function* changeRefusals(pool: Write, before: Resource, azure: Azure): Iterable<Refusal> {
  for (const property of [
    "vmSize",
    "osType",
    "osDiskSizeGB",
    "osDiskType",
    "maxPods",
    "vnetSubnetID",
    "enableNodePublicIP",
    "scaleSetPriority",
  ]) {
    const [was, is] = [before.body[property], pool.body[property]];
    if (was === undefined || is === undefined || same(was, is)) continue;
    yield propertyChangeNotAllowed(`properties.${property}`);
  }
  if (texts(before.body, "availabilityZones").join() !== texts(pool.body, "availabilityZones").join()) {
    yield propertyChangeNotAllowed("properties.availabilityZones");
  }
  if (text(before.body, "mode") === "System" && text(pool.body, "mode") === "User") {
    yield* lastSystemPool({ ...pool, body: before.body }, azure, pool.id);
  }
}

/** A subnet that a pool names and that is not there. */
export function subnetNotFound(id: string): Refusal {
  return refusal(
    404,
    "VnetSubnetNotFound",
    `The subnet ${id} was not found, or is not in the region of the cluster.`,
  );
}

/** Both names of one thing: a pool of the cluster's own list that the cluster does not have. */
export function newPoolIntroduced(): Refusal {
  return badRequest(
    "BadRequest",
    "A new agent pool was introduced. Adding agent pools to an existing cluster is not allowed through managed cluster operations. For agent pool specific change, please use per agent pool operations: https://aka.ms/agent-pool-rest-api",
  );
}

/** Ids compare without case. */
function same(one: ArmValue, other: ArmValue): boolean {
  return typeof one === "string" && typeof other === "string"
    ? one.toLowerCase() === other.toLowerCase()
    : one === other;
}
