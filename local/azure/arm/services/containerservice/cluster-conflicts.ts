import { containerOf, idKey, nameOf } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import { absent, at, flag, object, objects, text, texts } from "../../body.ts";
import { overlaps, parseCidr } from "../../cidr.ts";
import { badRequest, refusal, type Refusal } from "../../refusal.ts";
import type { Resource, Write } from "../../resource-type.ts";
import { builtInRoles } from "../authorization/role-definitions.ts";
import { isAssigned } from "../authorization/role-assignment.ts";
import { assignedIdentities } from "../identities.ts";
import { delegatedTo, subnetPrefixes, subnetToken } from "../network/subnet.ts";
import { bare, invalidParameter, propertyChangeNotAllowed } from "./container-service-refusals.ts";
import { fullVersion, upgradesOf } from "./kubernetes-versions.ts";
import { nodeGroupId } from "./node-resource-group.ts";
import { poolsOf } from "./pool-conflicts.ts";

/** What stands against a cluster: what it lacks, what else exists, and what it was before. */
export function* clusterConflicts(cluster: Write, azure: Azure): Iterable<Refusal> {
  yield* missingParts(cluster);
  yield* identityConflicts(cluster, azure);
  yield* networkConflicts(cluster, azure);
  yield* groupConflicts(cluster, azure);
  if (cluster.before !== undefined) yield* changeConflicts(cluster, cluster.before, azure);
}

function* missingParts(cluster: Write): Iterable<Refusal> {
  if (!/^[a-zA-Z0-9]$|^[a-zA-Z0-9][-_a-zA-Z0-9]{0,61}[a-zA-Z0-9]$/.test(cluster.name)) {
    yield invalidParameter(
      "resourceName",
      `'${cluster.name}' must have 1 to 63 letters, digits, '-' or '_', the first and last a letter or digit.`,
    );
  }
  if (absent(cluster.sent, "identity") && absent(cluster.sent, "servicePrincipalProfile")) {
    yield bare("InvalidParameter", "Required parameter servicePrincipalProfile is missing (null).");
  }
  if (absent(cluster.sent, "dnsPrefix") && absent(cluster.sent, "fqdnSubdomain")) {
    yield bare("InvalidParameter", "Required parameter dnsPrefix is missing (null).");
  }
  const pools = objects(cluster.sent, "agentPoolProfiles");
  if (cluster.before === undefined && !pools.some((pool) => text(pool, "mode") === "System")) {
    yield bare("MustDefineAtLeastOneSystemPool", "Must define at least one system pool.");
  }
}

function* identityConflicts(cluster: Write, azure: Azure): Iterable<Refusal> {
  const own = assignedIdentities(cluster.body);
  const type = text(cluster.body, "identity.type");
  if (type === "UserAssigned" && own.length !== 1) {
    yield invalidParameter(
      "identity.userAssignedIdentities",
      `a cluster has one user-assigned identity, not ${own.length}.`,
    );
  }
  const kubelet = text(cluster.body, "identityProfile.kubeletidentity.resourceId");
  if (kubelet === undefined) return;
  if (type !== "UserAssigned") {
    yield bare(
      "CustomKubeletIdentityOnlySupportedOnUserAssignedMSICluster",
      "Custom kubelet identity is only supported on user assigned MSI cluster.",
    );
    return;
  }
  const identity = azure.find(own[0] ?? "");
  const principal = identity === undefined ? "" : (text(identity.facts, "principalId") ?? "");
  const roles = [builtInRoles.managedIdentityOperator, builtInRoles.contributor, builtInRoles.owner];
  if (azure.find(kubelet) !== undefined && !isAssigned(principal, roles, kubelet, azure)) {
    yield bare(
      "CustomKubeletIdentityMissingPermissionError",
      `The cluster user assigned identity must be given permission to assign kubelet identity ${kubelet}. Check access result not allowed for action Microsoft.ManagedIdentity/userAssignedIdentities/assign/action.`,
    );
  }
}

function* networkConflicts(cluster: Write, azure: Azure): Iterable<Refusal> {
  const profile = object(cluster.body, "networkProfile");
  const pools =
    cluster.before === undefined
      ? objects(cluster.sent, "agentPoolProfiles")
      : poolsOf(cluster, azure).map((pool) => pool.body);
  const subnetIds = [...new Set(pools.flatMap((pool) => text(pool, "vnetSubnetID") ?? []))];
  const outbound = text(profile, "outboundType");
  if (
    subnetIds.length === 0 &&
    (outbound === "userDefinedRouting" || outbound === "userAssignedNATGateway")
  ) {
    yield invalidParameter(
      "networkProfile.outboundType",
      `${outbound} needs agent pools in a subnet of your own (vnetSubnetID).`,
    );
  }
  for (const subnetId of subnetIds) {
    const subnet = azure.find(subnetId);
    if (subnet === undefined) continue;
    if (outbound === "userDefinedRouting" && absent(subnet.body, "routeTable.id")) {
      yield bare(
        "ExistingRouteTableNotAssociatedWithSubnet",
        `An existing route table has not been associated with subnet ${subnet.id}. Please update the route table association`,
      );
    }
    if (outbound === "userAssignedNATGateway" && absent(subnet.body, "natGateway.id")) {
      yield bare(
        "NatGatewayNotAssociatedWithSubnet",
        `The outbound type userAssignedNATGateway needs a NAT gateway associated with subnet ${subnet.id}.`,
      );
    }
    yield* rangeConflicts(profile, subnet, azure);
  }
  yield* apiServerSubnet(cluster, azure);
}

/** Neither pods nor services may have addresses of the VNet. */
function* rangeConflicts(
  profile: ReturnType<typeof object>,
  subnet: Resource,
  azure: Azure,
): Iterable<Refusal> {
  const network = azure.find(containerOf(subnet.id));
  if (network === undefined) return;
  const podCidr = text(profile, "podCidr");
  const ownsPods =
    text(profile, "networkPlugin") === "kubenet" || text(profile, "networkPluginMode") === "overlay";
  const pods = parseCidr(podCidr ?? "");
  for (const space of texts(network.body, "addressSpace.addressPrefixes")) {
    const range = parseCidr(space);
    if (ownsPods && pods !== undefined && range !== undefined && overlaps(pods, range)) {
      yield bare(
        "NetworkProfileCIDROverlapVNET",
        `NetworkProfile CIDR ${podCidr ?? ""} overlaps with reserved VNET CIDR ${space}`,
      );
    }
  }
  const serviceCidr = text(profile, "serviceCidr") ?? "";
  const services = parseCidr(serviceCidr);
  for (const sibling of azure.within(network.id, subnetToken)) {
    for (const prefix of subnetPrefixes(sibling.body)) {
      const range = parseCidr(prefix);
      if (services !== undefined && range !== undefined && overlaps(services, range)) {
        yield bare(
          "ServiceCidrOverlapExistingSubnetsCidr",
          `The specified service CIDR ${serviceCidr} is conflicted with an existing subnet CIDR ${prefix}`,
        );
      }
    }
  }
}

function* apiServerSubnet(cluster: Write, azure: Azure): Iterable<Refusal> {
  const integrated = flag(cluster.body, "apiServerAccessProfile.enableVnetIntegration") === true;
  const id = text(cluster.body, "apiServerAccessProfile.subnetId");
  if (!integrated || id === undefined) return;
  const subnet = azure.find(id);
  if (subnet === undefined) return;
  if (!delegatedTo(subnet).includes("microsoft.containerservice/managedclusters")) {
    yield invalidParameter(
      "apiServerAccessProfile.subnetId",
      `subnet ${id} must be delegated to Microsoft.ContainerService/managedClusters.`,
    );
  }
  const range = parseCidr(subnetPrefixes(subnet.body)[0] ?? "");
  if (range !== undefined && range.prefix > 28) {
    yield invalidParameter("apiServerAccessProfile.subnetId", `subnet ${id} is too small: /28 is the least.`);
  }
  const identity = azure.find(assignedIdentities(cluster.body)[0] ?? "");
  if (identity === undefined) {
    yield invalidParameter(
      "identity",
      "an API server in a subnet of your own needs a user-assigned identity.",
    );
    return;
  }
  const roles = [builtInRoles.networkContributor, builtInRoles.contributor, builtInRoles.owner];
  if (!isAssigned(text(identity.facts, "principalId") ?? "", roles, id, azure)) {
    yield bare(
      "LinkedAuthorizationFailed",
      `The cluster's identity ${identity.id} has no permission to perform action 'Microsoft.Network/virtualNetworks/subnets/join/action' on the subnet ${id}.`,
      403,
    );
  }
}

function* groupConflicts(cluster: Write, azure: Azure): Iterable<Refusal> {
  if (cluster.before !== undefined) return;
  const group = azure.find(nodeGroupId(cluster));
  if (group === undefined) return;
  if (idKey(text(group.body, "managedBy") ?? "") === idKey(cluster.id)) return;
  yield refusal(
    409,
    "NodeResourceGroupAlreadyExists",
    `The node resource group '${nameOf(group.id)}' of the managed cluster ${cluster.name} already exists. It must not exist when the cluster is created.`,
  );
}

/** Properties that stay what they are; source: the AKS documentation of each. */
const fixed = [
  "dnsPrefix",
  "fqdnSubdomain",
  "nodeResourceGroup",
  "networkProfile.dnsServiceIP",
  "networkProfile.loadBalancerSku",
  "networkProfile.serviceCidr",
  "apiServerAccessProfile.enablePrivateCluster",
] as const;

function* changeConflicts(cluster: Write, before: Resource, azure: Azure): Iterable<Refusal> {
  for (const property of fixed) {
    const [was, is] = [at(before.body, property), at(cluster.body, property)];
    if (was !== undefined && is !== undefined && was !== is)
      yield propertyChangeNotAllowed(`properties.${property}`);
  }
  if (
    flag(before.body, "oidcIssuerProfile.enabled") === true &&
    flag(cluster.body, "oidcIssuerProfile.enabled") !== true
  ) {
    yield badRequest("OIDCIssuerFeatureCannotBeDisabled", "OIDC issuer feature cannot be disabled.");
  }
  if (flag(before.body, "enableRBAC") !== flag(cluster.body, "enableRBAC")) {
    yield propertyChangeNotAllowed("properties.enableRBAC");
  }
  const was = fullVersion(text(before.body, "kubernetesVersion") ?? "");
  const is =
    text(cluster.sent, "kubernetesVersion") === undefined
      ? was
      : fullVersion(text(cluster.body, "kubernetesVersion") ?? "");
  if (was !== is && !upgradesOf(was).includes(is)) {
    yield badRequest(
      "BadRequest",
      `Upgrading Kubernetes version ${was} to ${is} is not allowed. Available upgrades: [${upgradesOf(was).join(" ")}]. Please see https://aka.ms/aks-supported-k8s-ver for version details.`,
    );
  }
  if (!poolsOf(cluster, azure).some((pool) => text(pool.body, "mode") === "System")) {
    yield bare("MustDefineAtLeastOneSystemPool", "Must define at least one system pool.");
  }
}
