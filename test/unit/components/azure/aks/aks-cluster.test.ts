import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { AksCluster } from "../../../../../components/azure/aks/aks-cluster.ts";
import type { AksClusterArgs } from "../../../../../components/azure/aks/aks-cluster.ts";
import { dnsServiceIp } from "../../../../../components/azure/aks/cluster-profile.ts";
import { at, build, refusedBy, valueOf } from "../registrations.ts";
import type { Inputs } from "../registrations.ts";

const required = { resourceGroupName: "group", nodeSubnetId: "/nodes", logAnalyticsWorkspaceId: "/logs" };
const cluster = (args: Partial<AksClusterArgs> = {}) =>
  build((opts) => new AksCluster("aks", { ...required, ...args }, opts));
const inputsOf = async (args: Partial<AksClusterArgs> = {}): Promise<Inputs> =>
  (await cluster(args)).named("aks-cluster").inputs;

describe("AksCluster", () => {
  it("is secure when nothing is said", async () => {
    const inputs = await inputsOf();
    assert.equal(inputs["enableRBAC"], true);
    assert.equal(inputs["disableLocalAccounts"], true);
    assert.deepEqual(inputs["aadProfile"], { managed: true, enableAzureRBAC: true });
    assert.deepEqual(inputs["apiServerAccessProfile"], {
      enablePrivateCluster: true,
      enablePrivateClusterPublicFQDN: false,
      privateDNSZone: "system",
      disableRunCommand: true,
    });
    assert.deepEqual(inputs["networkProfile"], {
      networkPlugin: "azure",
      networkPluginMode: "overlay",
      networkDataplane: "cilium",
      networkPolicy: "cilium",
      loadBalancerSku: "standard",
      outboundType: "userAssignedNATGateway",
      podCidr: "10.244.0.0/16",
      serviceCidr: "10.0.0.0/16",
      dnsServiceIP: "10.0.0.10",
    });
    assert.deepEqual(inputs["autoUpgradeProfile"], {
      upgradeChannel: "patch",
      nodeOSUpgradeChannel: "NodeImage",
    });
    assert.deepEqual(inputs["oidcIssuerProfile"], { enabled: true });
    assert.deepEqual(inputs["securityProfile"], {
      workloadIdentity: { enabled: true },
      imageCleaner: { enabled: true, intervalHours: 168 },
      defender: { logAnalyticsWorkspaceResourceId: "/logs", securityMonitoring: { enabled: true } },
    });
    assert.deepEqual(inputs["addonProfiles"], {
      azurepolicy: { enabled: true },
      azureKeyvaultSecretsProvider: {
        enabled: true,
        config: { enableSecretRotation: "true", rotationPollInterval: "2m" },
      },
      omsagent: { enabled: true, config: { logAnalyticsWorkspaceResourceID: "/logs", useAADAuth: "true" } },
    });
    assert.deepEqual(inputs["nodeResourceGroupProfile"], { restrictionLevel: "ReadOnly" });
    assert.deepEqual(inputs["sku"], { name: "Base", tier: "Standard" });
    assert.deepEqual(inputs["azureMonitorProfile"], { metrics: { enabled: true } });
    assert.deepEqual(inputs["metricsProfile"], { costAnalysis: { enabled: true } });
    assert.match(JSON.stringify(inputs["identity"]), /"UserAssigned".*aks-identity/);
  });

  it("may be public to named networks, on the tier Free, without monitoring", async () => {
    const inputs = await inputsOf({
      privateCluster: false,
      authorizedIpRanges: ["203.0.113.0/24"],
      tier: "Free",
      containerInsights: false,
      defender: false,
      logAnalyticsWorkspaceId: undefined,
      egress: "loadBalancer",
    });
    assert.deepEqual(inputs["apiServerAccessProfile"], {
      enablePrivateCluster: false,
      authorizedIPRanges: ["203.0.113.0/24"],
      disableRunCommand: true,
    });
    assert.deepEqual(inputs["metricsProfile"], { costAnalysis: { enabled: false } });
    assert.deepEqual(at(inputs, "addonProfiles", "omsagent"), { enabled: false });
    assert.equal(at(inputs, "securityProfile", "defender"), undefined);
    assert.equal(at(inputs, "networkProfile", "outboundType"), "loadBalancer");
  });

  it("waits until its identity may use the subnets and give nodes theirs", async () => {
    const { named } = await cluster({ apiServerSubnetId: "/api" });
    assert.deepEqual(named("aks-cluster").dependsOn, [
      "aks-kubelet-identity-role",
      "aks-node-subnet-role",
      "aks-api-server-subnet-role",
    ]);
    assert.match(String(named("aks-kubelet-identity-role").inputs["scope"]), /aks-kubelet-identity$/);
    assert.match(JSON.stringify(named("aks-cluster").inputs["identityProfile"]), /aks-kubelet-identity/);
    assert.equal(named("aks-node-subnet-role").inputs["scope"], "/nodes");
    assert.equal(named("aks-node-subnet-role").inputs["principalId"], "principal-of-aks-control-plane");
    assert.match(
      String(named("aks-node-subnet-role").inputs["roleDefinitionId"]),
      /4d97b98b-1d4f-4787-a291-c67834d212e7$/,
    );
    assert.deepEqual(at(named("aks-cluster").inputs, "apiServerAccessProfile", "subnetId"), "/api");
  });

  it("lets its load balancer use the public IP addresses of the given group", async () => {
    const { named } = await cluster({ publicIpScopeId: "/group" });
    assert.equal(named("aks-public-ip-role").inputs["scope"], "/group");
  });

  it("makes administrators of the given principals, on the cluster alone", async () => {
    const { named } = await cluster({
      clusterAdmins: [{ name: "people", principalId: "group-id", principalType: "Group" }],
    });
    const { inputs } = named("aks-admin-people");
    assert.equal(inputs["principalType"], "Group");
    assert.match(String(inputs["scope"]), /aks-cluster$/);
    assert.match(String(inputs["roleDefinitionId"]), /b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b$/);
  });

  it("upgrades in two windows that do not meet", async () => {
    const { named } = await cluster();
    const windows = ["aks-cluster-upgrades", "aks-node-upgrades"].map((name) => named(name).inputs);
    assert.deepEqual(
      windows.map((inputs) => inputs["configName"]),
      ["aksManagedAutoUpgradeSchedule", "aksManagedNodeOSUpgradeSchedule"],
    );
    assert.match(JSON.stringify(windows[0]), /Saturday/);
    assert.match(JSON.stringify(windows[1]), /Sunday/);
  });

  it("answers with a secret kubeconfig for the chosen way to sign in", async () => {
    const { component } = await cluster({ kubeloginMode: "workloadidentity" });
    assert.match(await valueOf(component.kubeconfig), /--login\n\s*- workloadidentity/);
    assert.equal(await pulumi.isSecret(component.kubeconfig), true);
  });

  it("answers with issuer, identities, host and group of the nodes", async () => {
    const { component } = await cluster();
    assert.equal(await valueOf(component.oidcIssuerUrl), "https://issuer.example.net/");
    assert.equal(await valueOf(component.kubeletIdentityObjectId), "principal-of-aks-kubelet");
    assert.equal(await valueOf(component.identityPrincipalId), "principal-of-aks-control-plane");
    assert.equal(await valueOf(component.apiServerHost), "aks.private.example.net");
    assert.equal(await valueOf(component.nodeResourceGroup), "nodes-of-aks");
  });

  it("leaves the number of nodes to the autoscaler, and to nobody else", async () => {
    const [scaled, fixed] = [
      await cluster(),
      await cluster({ systemPool: { autoscaling: false, count: 1 } }),
    ];
    assert.deepEqual(scaled.named("aks-cluster").ignoreChanges, ["agentPoolProfiles[0].count"]);
    assert.deepEqual(fixed.named("aks-cluster").ignoreChanges, []);
  });

  it("is protected on demand", async () => {
    assert.equal((await cluster({ protect: true })).named("aks-cluster").protect, true);
  });

  it("has its DNS service at the eleventh address of the service range", () => {
    assert.equal(dnsServiceIp("172.16.0.0/20"), "172.16.0.10");
    assert.throws(() => dnsServiceIp("172.16.0.0"), RangeError);
  });

  const refused: [what: string, args: Partial<AksClusterArgs>, properties: string[]][] = [
    ["a public API server for everybody", { privateCluster: false }, ["authorizedIpRanges"]],
    [
      "the whole Internet as a network",
      { privateCluster: false, authorizedIpRanges: ["0.0.0.0/0"] },
      ["authorizedIpRanges[0]"],
    ],
    ["networks of a private cluster", { authorizedIpRanges: ["203.0.113.0/24"] }, ["authorizedIpRanges"]],
    [
      "monitoring without a workspace",
      { logAnalyticsWorkspaceId: undefined },
      ["containerInsights", "defender"],
    ],
    ["cost analysis on the tier Free", { tier: "Free", costAnalysis: true }, ["costAnalysis"]],
    ["a patch version with the channel patch", { kubernetesVersion: "1.33.2" }, ["kubernetesVersion"]],
    [
      "a version with a channel that chooses it",
      { kubernetesVersion: "1.33", upgradeChannel: "rapid" },
      ["kubernetesVersion"],
    ],
    ["ranges that overlap", { serviceCidr: "10.244.0.0/20" }, ["podCidr"]],
    ["ranges that are none", { serviceCidr: "x", podCidr: "10.0.0.0/25" }, ["serviceCidr", "podCidr"]],
    ["a name that Azure refuses", { clusterName: "-aks" }, ["clusterName"]],
    ["settings of the system pool", { systemPool: { minCount: 0 } }, ["systemPool.minCount"]],
    [
      "a window that is none",
      { nodeUpgradeWindow: { dayOfWeek: "Sunday", startTime: "2:00", durationHours: 2 } },
      ["nodeUpgradeWindow.startTime", "nodeUpgradeWindow.durationHours"],
    ],
    ["rotation without a unit", { secretRotationInterval: "2" }, ["secretRotationInterval"]],
  ];
  for (const [what, args, properties] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(
        refusedBy(() => new AksCluster("aks", { ...required, ...args })),
        properties,
      );
    });
  }

  it("accepts a patch version when nothing upgrades by itself", async () => {
    const inputs = await inputsOf({ kubernetesVersion: "1.33.2", upgradeChannel: "none" });
    assert.equal(inputs["kubernetesVersion"], "1.33.2");
  });
});
