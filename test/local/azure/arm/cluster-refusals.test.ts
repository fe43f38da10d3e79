import assert from "node:assert/strict";
import { overlay, parseBody, text } from "../../../../local/azure/arm/body.ts";
import type { ArmBody } from "../../../../local/azure/arm/service.ts";
import { LocalArm, location, refused } from "./local-arm.ts";
import { leastCluster, putNetwork, putSubnet, tokens } from "./platform.ts";
import { testRefusals, type RefusalCase } from "./refusal-cases.ts";

const cluster = { resourceName: "aks" };
const system = { name: "system", mode: "System", count: 2, vmSize: "Standard_D4ds_v5" };

/** The least cluster with something else. */
function changed(change: ArmBody): ArmBody {
  return overlay(leastCluster, change);
}

function withPool(change: ArmBody): ArmBody {
  return changed({ agentPoolProfiles: [{ ...system, ...change }] });
}

function refusal(what: string, body: ArmBody, code: string, message?: string | RegExp): RefusalCase {
  return { what, token: tokens.cluster, parameters: cluster, body, code, message };
}

/** The details of an answer that comes without envelope. */
function detailsOf(message: string): string {
  return text(parseBody(message), "message") ?? "";
}

const overlayNetwork = { networkPlugin: "azure", networkPluginMode: "overlay" };

describe("AKS at the local Azure", () => {
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
  });
  afterEach(() => {
    local.close();
  });

  testRefusals(
    () => local,
    [
      refusal(
        "an unknown version",
        changed({ kubernetesVersion: "1.99" }),
        "K8sVersionNotSupported",
        /Managed cluster aks is on version 1\.99 which is not supported in this region\./,
      ),
      refusal(
        "a version that is left to long-term support",
        changed({ kubernetesVersion: "1.30" }),
        "K8sVersionNotSupported",
        /Managed cluster aks is on version 1\.30, which is only available for Long-Term Support \(LTS\)\./,
      ),
      refusal(
        "a pool's unknown version",
        withPool({ orchestratorVersion: "1.99.0" }),
        "AgentPoolK8sVersionNotSupported",
      ),
      refusal(
        "a VM size that is none",
        withPool({ vmSize: "Standard_Huge" }),
        "BadRequest",
        /^The VM size of Standard_Huge is not allowed in your subscription in location 'westeurope'\. The available VM sizes are '/,
      ),
      refusal("a VM size that is too small", withPool({ vmSize: "Standard_B1s" }), "SystemPoolSkuTooLow"),
      refusal(
        "an ephemeral disk on a size without one",
        withPool({ vmSize: "Standard_D4s_v5", osDiskType: "Ephemeral" }),
        "BadRequest",
        /has no local disk/,
      ),
      refusal(
        "an ephemeral disk that is too large",
        withPool({ vmSize: "Standard_D2ds_v5", osDiskType: "Ephemeral" }),
        "BadRequest",
        /greater than 75 GB/,
      ),
      refusal(
        "zones where there are none",
        changed({ location: "westus", agentPoolProfiles: [{ ...system, availabilityZones: ["1"] }] }),
        "AvailabilityZoneNotSupported",
        /The supported zones for location 'westus' are ''/,
      ),
      refusal(
        "a cluster without a system pool",
        withPool({ mode: "User" }),
        "MustDefineAtLeastOneSystemPool",
      ),
      refusal(
        "a pool name with capitals",
        withPool({ name: "System" }),
        "InvalidParameter",
        /agentPoolProfile\.name/,
      ),
      refusal("a pool name that is too long", withPool({ name: "systemsystem1" }), "InvalidParameter"),
      refusal(
        "an autoscaler without bounds",
        withPool({ enableAutoScaling: true }),
        "InvalidParameter",
        /minCount and maxCount are required/,
      ),
      refusal(
        "bounds without an autoscaler",
        withPool({ minCount: 1, maxCount: 3 }),
        "InvalidParameter",
        /only when enableAutoScaling is true/,
      ),
      refusal("a taint that is none", withPool({ nodeTaints: ["batch"] }), "InvalidParameter"),
      refusal(
        "cilium without overlay or pod subnet",
        changed({ networkProfile: { networkPlugin: "azure", networkDataplane: "cilium" } }),
        "InvalidParameter",
        /networkProfile\.networkDataplane/,
      ),
      refusal(
        "cilium with kubenet",
        changed({ networkProfile: { networkPlugin: "kubenet", networkDataplane: "cilium" } }),
        "InvalidParameter",
      ),
      refusal(
        "cilium's policy without its dataplane",
        changed({ networkProfile: { ...overlayNetwork, networkPolicy: "cilium" } }),
        "InvalidParameter",
        /networkProfile\.networkPolicy/,
      ),
      refusal(
        "overlay with kubenet",
        changed({ networkProfile: { networkPlugin: "kubenet", networkPluginMode: "overlay" } }),
        "InvalidParameter",
      ),
      refusal(
        "an unknown outbound type",
        changed({ networkProfile: { outboundType: "teleport" } }),
        "InvalidParameter",
        /'teleport' is not one of loadBalancer/,
      ),
      refusal(
        "ranges that overlap",
        changed({ networkProfile: { podCidr: "10.0.0.0/12", serviceCidr: "10.0.0.0/16" } }),
        "InvalidParameter",
        /serviceCidr 10\.0\.0\.0\/16 overlaps podCidr/,
      ),
      refusal(
        "a DNS address outside of the services",
        changed({ networkProfile: { serviceCidr: "10.1.0.0/16", dnsServiceIP: "10.0.0.10" } }),
        "InvalidParameter",
        /dnsServiceIP/,
      ),
      refusal(
        "a private cluster with authorised ranges",
        changed({
          apiServerAccessProfile: { enablePrivateCluster: true, authorizedIPRanges: ["198.51.100.0/24"] },
        }),
        "InvalidParameter",
        /cannot be applied to a private cluster/,
      ),
      refusal(
        "an authorised range that is none",
        changed({ apiServerAccessProfile: { authorizedIPRanges: ["everywhere"] } }),
        "InvalidParameter",
      ),
      refusal(
        "no local accounts without Entra",
        changed({ disableLocalAccounts: true }),
        "BadRequest",
        /managed Microsoft Entra integration/,
      ),
      refusal(
        "workload identity without an issuer",
        changed({ securityProfile: { workloadIdentity: { enabled: true } } }),
        "InvalidParameter",
      ),
      refusal(
        "cost analysis in the Free tier",
        changed({ sku: { tier: "Free" }, metricsProfile: { costAnalysis: { enabled: true } } }),
        "BadRequest",
        /Standard or Premium tier/,
      ),
      refusal(
        "an unknown add-on",
        changed({ addonProfiles: { tea: { enabled: true } } }),
        "InvalidParameter",
        /there is no add-on 'tea'/,
      ),
      refusal(
        "a workspace that is not there",
        changed({
          addonProfiles: {
            omsagent: {
              enabled: true,
              config: {
                logAnalyticsWorkspaceResourceID:
                  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/none",
              },
            },
          },
        }),
        "BadRequest",
        /workspaces\/none/,
      ),
      {
        ...refusal(
          "a user-assigned identity that is not there",
          changed({
            identity: {
              type: "UserAssigned",
              userAssignedIdentities: [
                "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/none",
              ],
            },
          }),
          "FailedIdentityOperation",
        ),
        status: 404,
      },
      refusal(
        "a cluster without an identity",
        { ...leastCluster, identity: null },
        "InvalidParameter",
        /servicePrincipalProfile is missing/,
      ),
      refusal(
        "a cluster without a DNS prefix",
        { ...leastCluster, dnsPrefix: null },
        "InvalidParameter",
        /dnsPrefix is missing/,
      ),
    ],
  );

  it("finds in a preview what it will refuse", () => {
    const network = { networkPlugin: "azure", networkDataplane: "cilium", networkPolicy: "calico" };
    const findings = local.arm.validate(
      tokens.cluster,
      changed({ kubernetesVersion: "1.99", networkProfile: network }),
    );
    assert.equal(findings.length, 3);
    assert.ok(
      findings.every((finding) => /^(InvalidParameter|K8sVersionNotSupported): /.test(finding)),
      findings.join("\n"),
    );
    assert.deepEqual(local.arm.validate(tokens.cluster, leastCluster), []);
  });

  it("says nothing of values that a preview does not know", () => {
    const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    const body = changed({
      kubernetesVersion: unknown,
      identity: unknown,
      networkProfile: {
        networkPlugin: "azure",
        networkPluginMode: unknown,
        networkDataplane: "cilium",
        outboundType: unknown,
      },
      agentPoolProfiles: [{ ...system, vmSize: unknown, vnetSubnetID: unknown, availabilityZones: unknown }],
      aadProfile: unknown,
      disableLocalAccounts: true,
      apiServerAccessProfile: unknown,
    });
    assert.deepEqual(local.arm.validate(tokens.cluster, body), []);
    assert.deepEqual(local.arm.validate(tokens.cluster, changed({ agentPoolProfiles: unknown })), []);
  });

  it("does not take new pools into the list of an existing cluster", async () => {
    await local.put(tokens.cluster, cluster, leastCluster);
    const pools = [
      ...leastCluster.agentPoolProfiles,
      { name: "user", mode: "User", count: 1, vmSize: "Standard_D2s_v5" },
    ];
    const error = await refused(
      local.put(tokens.cluster, cluster, { ...leastCluster, agentPoolProfiles: pools }),
    );
    assert.match(
      error.detail,
      /^A new agent pool was introduced\. Adding agent pools to an existing cluster is not all/,
    );
    await local.put(
      tokens.pool,
      { ...cluster, agentPoolName: "user" },
      { count: 1, vmSize: "Standard_D2s_v5" },
    );
    await local.put(tokens.cluster, cluster, leastCluster);
    await local.get(tokens.pool, { ...cluster, agentPoolName: "user" });
  });

  it("changes a cluster within limits", async () => {
    await local.put(
      tokens.cluster,
      cluster,
      changed({ kubernetesVersion: "1.33", oidcIssuerProfile: { enabled: true } }),
    );
    const put = (change: ArmBody) =>
      local.put(tokens.cluster, cluster, changed({ oidcIssuerProfile: { enabled: true }, ...change }));
    const skipping = await refused(put({ kubernetesVersion: "1.35" }));
    assert.match(
      skipping.detail,
      /^Upgrading Kubernetes version 1\.33\.7 to 1\.35\.1 is not allowed\. Available upgrades: \[1\.34\.3\]\./,
    );
    assert.equal((await put({ kubernetesVersion: "1.34" })).outputs["currentKubernetesVersion"], "1.34.3");
    const prefix = await refused(put({ dnsPrefix: "other" }));
    assert.equal(prefix.status, 409);
    assert.equal(detailsOf(prefix.detail), "Changing property 'properties.dnsPrefix' is not allowed.");
    assert.equal(
      (await refused(put({ oidcIssuerProfile: { enabled: false } }))).detail,
      "OIDC issuer feature cannot be disabled.",
    );
    const location = await refused(put({ location: "northeurope" }));
    assert.equal(location.code, "InvalidResourceLocation");
  });

  it("keeps the last system pool", async () => {
    await local.put(tokens.cluster, cluster, leastCluster);
    const error = await refused(local.delete(tokens.pool, { ...cluster, agentPoolName: "system" }));
    assert.equal(detailsOf(error.detail), "There has to be at least one system agent pool.");
    await local.put(
      tokens.pool,
      { ...cluster, agentPoolName: "system2" },
      { mode: "System", count: 1, vmSize: "Standard_D2s_v5" },
    );
    await local.delete(tokens.pool, { ...cluster, agentPoolName: "system" });
  });

  it("keeps failed starts as failed clusters, and starts them at the next write", async () => {
    local.controlPlane.failure = new Error("no port is free");
    const error = await refused(local.put(tokens.cluster, cluster, leastCluster));
    assert.equal(error.status, 500);
    assert.equal(error.detail, "no port is free");
    assert.equal(error.accepted?.outputs["provisioningState"], "Failed");
    assert.equal((await local.get(tokens.cluster, cluster)).outputs["provisioningState"], "Failed");
    assert.equal(
      (await local.put(tokens.cluster, cluster, leastCluster)).outputs["provisioningState"],
      "Succeeded",
    );
    assert.equal(local.controlPlane.clusters.size, 1);
  });

  it("brings back a cluster whose processes died, when it is read", async () => {
    await local.put(tokens.cluster, cluster, leastCluster);
    const [[directory = ""] = []] = local.controlPlane.clusters;
    await local.controlPlane.stop(directory);
    await local.get(tokens.cluster, cluster);
    assert.equal(local.controlPlane.clusters.get(directory)?.starts, 2);
  });
});

describe("AKS in a network of its own at the local Azure", () => {
  let local: LocalArm;
  let subnet: string;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
    await putNetwork(local);
    subnet = (await putSubnet(local, "nodes", "10.224.0.0/28")).id;
  });
  afterEach(() => {
    local.close();
  });

  const put = (network: ArmBody, pool: ArmBody = {}) =>
    local.put(tokens.cluster, cluster, {
      ...leastCluster,
      networkProfile: network,
      agentPoolProfiles: [{ ...system, vnetSubnetID: subnet, ...pool }],
    });

  it("needs addresses enough", async () => {
    const flat = await refused(put({ networkPlugin: "azure" }));
    assert.equal(flat.code, "InsufficientSubnetSize");
    assert.match(
      detailsOf(flat.detail),
      /^Pre-allocated IPs 93 exceeds IPs available 11 in Subnet Cidr 10\.224\.0\.0\/28, Subnet Name nodes\./,
    );
    const many = await refused(put(overlayNetwork, { count: 20 }));
    assert.match(detailsOf(many.detail), /^Pre-allocated IPs 22 exceeds IPs available 11 /);
    await put(overlayNetwork);
    const more = await refused(
      local.put(
        tokens.pool,
        { ...cluster, agentPoolName: "user" },
        { vmSize: "Standard_D2s_v5", count: 9, vnetSubnetID: subnet },
      ),
    );
    assert.match(detailsOf(more.detail), /^Pre-allocated IPs 13 exceeds IPs available 11 /);
  });

  it("keeps pods and services out of the network", async () => {
    const pods = await refused(put({ ...overlayNetwork, podCidr: "10.224.0.0/14" }));
    assert.equal(pods.code, "NetworkProfileCIDROverlapVNET");
    assert.equal(
      detailsOf(pods.detail),
      "NetworkProfile CIDR 10.224.0.0/14 overlaps with reserved VNET CIDR 10.224.0.0/16",
    );
    const services = await refused(
      put({ ...overlayNetwork, serviceCidr: "10.224.0.0/16", dnsServiceIP: "10.224.0.10" }),
    );
    assert.equal(services.code, "ServiceCidrOverlapExistingSubnetsCidr");
  });

  it("needs what its way out needs", async () => {
    assert.equal(
      (await refused(put({ ...overlayNetwork, outboundType: "userDefinedRouting" }))).code,
      "ExistingRouteTableNotAssociatedWithSubnet",
    );
    assert.equal(
      (await refused(put({ ...overlayNetwork, outboundType: "userAssignedNATGateway" }))).code,
      "NatGatewayNotAssociatedWithSubnet",
    );
    assert.match(
      (await refused(put({ ...overlayNetwork, outboundType: "managedNATGateway" }))).detail,
      /use userAssignedNATGateway/,
    );
  });

  it("needs a delegated subnet and a role for its API server", async () => {
    const server = (await putSubnet(local, "api", "10.224.1.0/28")).id;
    const identity = await local.put(tokens.identity, { resourceName: "control-plane" }, { location });
    const body: ArmBody = {
      ...leastCluster,
      identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
      networkProfile: overlayNetwork,
      apiServerAccessProfile: { enablePrivateCluster: true, enableVnetIntegration: true, subnetId: server },
      agentPoolProfiles: [{ ...system, vnetSubnetID: subnet }],
    };
    assert.match((await refused(local.put(tokens.cluster, cluster, body))).detail, /must be delegated to/);
    const delegations = [{ name: "aks", serviceName: "Microsoft.ContainerService/managedClusters" }];
    await putSubnet(local, "api", "10.224.1.0/28", { delegations });
    const unauthorised = await refused(local.put(tokens.cluster, cluster, body));
    assert.equal(unauthorised.code, "LinkedAuthorizationFailed");
    await local.put(
      tokens.role,
      { scope: server, roleAssignmentName: "0b9b9a2e-1111-4a4a-9c9c-000000000001" },
      {
        principalId: identity.outputs["principalId"] ?? "",
        principalType: "ServicePrincipal",
        roleDefinitionId:
          "/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/4d97b98b-1d4f-4787-a291-c67834d212e7",
      },
    );
    const { outputs } = await local.put(tokens.cluster, cluster, body);
    assert.equal(outputs["fqdn"] === undefined, false);
    assert.match(JSON.stringify(outputs["privateFQDN"]), /\.privatelink\.westeurope\.azmk8s\.io"$/);
  });
});
