import { nameOf } from "../../arm-id.ts";
import { absent, at, flag, object, objects, text, texts } from "../../body.ts";
import { overlaps, parseAddress, parseCidr } from "../../cidr.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { ArmBody } from "../../service.ts";
import { bare, invalidParameter } from "./container-service-refusals.ts";
import { supportOf } from "./kubernetes-versions.ts";
import { poolRefusals } from "./pool-rules.ts";

/** What AKS refuses in a cluster's body, whatever else exists. */
export function* clusterRefusals(body: ArmBody, id: string): Iterable<Refusal> {
  yield* networkRefusals(body);
  yield* accessRefusals(body);
  yield* planRefusals(body, nameOf(id));
  const pools = objects(body, "agentPoolProfiles");
  if (pools.length > 0 && pools.every((pool) => !absent(pool, "mode") && text(pool, "mode") === "User")) {
    yield bare("MustDefineAtLeastOneSystemPool", "Must define at least one system pool.");
  }
  for (const pool of pools) yield* poolRefusals(pool, text(pool, "name"));
}

function* networkRefusals(body: ArmBody): Iterable<Refusal> {
  const profile = object(body, "networkProfile");
  const plugin = text(profile, "networkPlugin");
  const mode = text(profile, "networkPluginMode");
  const dataplane = text(profile, "networkDataplane");
  const policy = text(profile, "networkPolicy");
  const pools = objects(body, "agentPoolProfiles");
  if (mode === "overlay" && plugin !== undefined && plugin !== "azure") {
    yield invalidParameter(
      "networkProfile.networkPluginMode",
      `overlay needs the networkPlugin azure, not ${plugin}.`,
    );
  }
  if (dataplane === "cilium") {
    const podSubnet = pools.some((pool) => !absent(pool, "podSubnetID"));
    if (
      plugin !== undefined &&
      (plugin !== "azure" || (absent(profile, "networkPluginMode") && !podSubnet))
    ) {
      yield invalidParameter(
        "networkProfile.networkDataplane",
        "cilium needs the networkPlugin azure, and the networkPluginMode overlay or a podSubnetID in the pools.",
      );
    }
    if (policy !== undefined && policy !== "cilium" && policy !== "none") {
      yield invalidParameter(
        "networkProfile.networkPolicy",
        `${policy} does not go with the networkDataplane cilium: use cilium.`,
      );
    }
  }
  if (policy === "cilium" && (absent(profile, "networkDataplane") || dataplane === "azure")) {
    yield invalidParameter("networkProfile.networkPolicy", "cilium needs the networkDataplane cilium.");
  }
  if (policy === "azure" && plugin === "kubenet") {
    yield invalidParameter("networkProfile.networkPolicy", "azure needs the networkPlugin azure.");
  }
  if (plugin === "none" && policy !== undefined && policy !== "none") {
    yield invalidParameter(
      "networkProfile.networkPolicy",
      `${policy} does not go with the networkPlugin none.`,
    );
  }
  if (
    text(profile, "outboundType") === "managedNATGateway" &&
    pools.some((pool) => !absent(pool, "vnetSubnetID"))
  ) {
    yield invalidParameter(
      "networkProfile.outboundType",
      "managedNATGateway is for clusters without a subnet of their own: use userAssignedNATGateway.",
    );
  }
  yield* rangeRefusals(profile);
}

function* rangeRefusals(profile: ArmBody): Iterable<Refusal> {
  for (const property of ["podCidr", "serviceCidr"]) {
    const value = text(profile, property);
    if (value !== undefined && parseCidr(value)?.aligned !== true) {
      yield invalidParameter(`networkProfile.${property}`, `'${value}' is no IPv4 range in CIDR notation.`);
    }
  }
  const pods = parseCidr(text(profile, "podCidr") ?? "");
  const services = parseCidr(text(profile, "serviceCidr") ?? "");
  if (services !== undefined && services.prefix < 12) {
    yield invalidParameter("networkProfile.serviceCidr", "the range is larger than /12.");
  }
  if (pods !== undefined && services !== undefined && overlaps(pods, services)) {
    yield invalidParameter(
      "networkProfile.serviceCidr",
      `serviceCidr ${text(profile, "serviceCidr") ?? ""} overlaps podCidr ${text(profile, "podCidr") ?? ""}.`,
    );
  }
  const dns = text(profile, "dnsServiceIP");
  const address = parseAddress(dns ?? "");
  if (dns !== undefined && address === undefined) {
    yield invalidParameter("networkProfile.dnsServiceIP", `'${dns}' is no IPv4 address.`);
  } else if (address !== undefined && services !== undefined) {
    const inside = address > services.first + 1 && address < services.first + services.size;
    if (!inside) {
      yield invalidParameter(
        "networkProfile.dnsServiceIP",
        `${dns ?? ""} must be in the serviceCidr ${text(profile, "serviceCidr") ?? ""}, and not its first address.`,
      );
    }
  }
}

function* accessRefusals(body: ArmBody): Iterable<Refusal> {
  const access = object(body, "apiServerAccessProfile");
  const isPrivate = flag(access, "enablePrivateCluster");
  const ranges = texts(access, "authorizedIPRanges");
  if (isPrivate === true && ranges.length > 0) {
    yield invalidParameter(
      "apiServerAccessProfile.authorizedIPRanges",
      "authorized IP ranges cannot be applied to a private cluster: they apply to a public API server only.",
    );
  }
  for (const range of ranges) {
    if (parseCidr(range.includes("/") ? range : `${range}/32`) === undefined) {
      yield invalidParameter(
        "apiServerAccessProfile.authorizedIPRanges",
        `'${range}' is no IPv4 range in CIDR notation.`,
      );
    }
  }
  const zone = text(access, "privateDNSZone");
  if (zone !== undefined && isPrivate !== true && at(access, "enablePrivateCluster") !== undefined) {
    yield invalidParameter(
      "apiServerAccessProfile.privateDNSZone",
      "a private DNS zone needs enablePrivateCluster.",
    );
  }
  const usesOwnZone = zone?.startsWith("/") === true;
  if (usesOwnZone && text(body, "identity.type") === "SystemAssigned") {
    yield badRequest(
      "BadRequest",
      "System assigned managed identity is not supported with a custom private DNS zone. Use a user-assigned identity.",
    );
  }
  if (!absent(body, "fqdnSubdomain") && !absent(body, "dnsPrefix")) {
    yield invalidParameter("fqdnSubdomain", "dnsPrefix and fqdnSubdomain cannot both be given.");
  }
  const prefix = text(body, "dnsPrefix");
  if (prefix !== undefined && !/^[a-zA-Z0-9]([a-zA-Z0-9-]{0,52}[a-zA-Z0-9])?$/.test(prefix)) {
    yield invalidParameter(
      "dnsPrefix",
      `'${prefix}' must have 1 to 54 letters, digits or hyphens, and neither begin nor end with a hyphen.`,
    );
  }
  if (
    flag(body, "disableLocalAccounts") === true &&
    (absent(body, "aadProfile") || flag(body, "aadProfile.managed") === false)
  ) {
    yield badRequest(
      "BadRequest",
      "Disabling local accounts requires a cluster with managed Microsoft Entra integration (aadProfile.managed).",
    );
  }
  if (flag(body, "aadProfile.enableAzureRBAC") === true && flag(body, "enableRBAC") === false) {
    yield invalidParameter("aadProfile.enableAzureRBAC", "Azure RBAC for Kubernetes needs enableRBAC.");
  }
  if (
    flag(body, "securityProfile.workloadIdentity.enabled") === true &&
    flag(body, "oidcIssuerProfile.enabled") !== true
  ) {
    if (absent(body, "oidcIssuerProfile.enabled") || flag(body, "oidcIssuerProfile.enabled") === false) {
      yield invalidParameter(
        "securityProfile.workloadIdentity",
        "workload identity needs oidcIssuerProfile.enabled.",
      );
    }
  }
}

function* planRefusals(body: ArmBody, name: string): Iterable<Refusal> {
  const tier = text(body, "sku.tier");
  const version = text(body, "kubernetesVersion");
  const longTerm = tier === "Premium" && text(body, "supportPlan") === "AKSLongTermSupport";
  if (
    version !== undefined &&
    !(supportOf(version) === "offered" || (longTerm && supportOf(version) === "long-term"))
  ) {
    yield versionRefusal(name, version);
  }
  if (text(body, "supportPlan") === "AKSLongTermSupport" && tier !== undefined && tier !== "Premium") {
    yield badRequest(
      "BadRequest",
      "The support plan AKSLongTermSupport requires a cluster of the Premium tier.",
    );
  }
  if (tier === "Premium" && text(body, "supportPlan") === "KubernetesOfficial") {
    yield badRequest(
      "BadRequest",
      "A cluster of the Premium tier requires the support plan AKSLongTermSupport.",
    );
  }
  if (tier === "Free" && flag(body, "metricsProfile.costAnalysis.enabled") === true) {
    yield badRequest("BadRequest", "Cost analysis requires a cluster of the Standard or Premium tier.");
  }
}

function versionRefusal(name: string, version: string): Refusal {
  const list =
    "[az aks get-versions] command to get the supported version list in this region. For more information, please check https://aka.ms/supported-version-list";
  const start = `Managed cluster ${name} is on version ${version}`;
  return bare(
    "K8sVersionNotSupported",
    supportOf(version) === "long-term"
      ? `${start}, which is only available for Long-Term Support (LTS). If you intend to onboard to LTS, please ensure the cluster is in Premium tier and LTS support plan (see https://aka.ms/aks/enable-lts). Otherwise, use ${list}`
      : `${start} which is not supported in this region. Please use ${list}`,
  );
}
