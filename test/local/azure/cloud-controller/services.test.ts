import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { NetworkingV1Api, KubeConfig, type V1Service } from "@kubernetes/client-node";
import { localAccount } from "../../../../local/azure/arm/account.ts";
import { isBody, objects, parseBody, text } from "../../../../local/azure/arm/body.ts";
import { openArm, type OpenArm } from "../../../../local/azure/arm/open.ts";
import type { ArmBody, ArmResource } from "../../../../local/azure/arm/service.ts";
import { ensureClusters } from "../../../../local/azure/clusters.ts";
import { localAzureStatus } from "../../../../local/azure/status.ts";
import { accessWith, eventually, type ClusterAccess } from "../../kubernetes/cluster-access.ts";
import { temporaryLocalFolder, type TemporaryLocalFolder } from "../../kubernetes/temporary-local-folder.ts";
import { deployment } from "../../kubernetes/workloads.ts";
import { location, refused } from "../arm/local-arm.ts";
import { leastCluster } from "../arm/platform.ts";

const namespace = "default";
const group = `/subscriptions/${localAccount.subscriptionId}/resourceGroups/rg`;
const clusterId = `${group}/providers/Microsoft.ContainerService/managedClusters/shop`;
const binariesToBuild = 30 * 60_000;

describe("the cloud controller of a local cluster", function () {
  this.timeout(60_000);
  let local: TemporaryLocalFolder;
  let arm: OpenArm;
  let cluster: ClusterAccess;
  let kubeconfig: string;
  let created: ArmResource;

  const put = (token: string, id: string, body: ArmBody): Promise<ArmResource> =>
    arm.put({ token: `azure-native:${token}`, id, pathParameters: {}, body, apiVersion: "" });
  const publicIpId = (name: string): string =>
    `${group}/providers/Microsoft.Network/publicIPAddresses/${name}`;
  const putPublicIp = (name: string): Promise<ArmResource> =>
    put("network:PublicIPAddress", publicIpId(name), {
      location,
      sku: { name: "Standard" },
      publicIPAllocationMethod: "Static",
    });

  before(async function () {
    this.timeout(binariesToBuild);
    local = await temporaryLocalFolder();
    arm = await openArm({ stateDirectory: path.join(local.root, "azure") });
    await put("resources:ResourceGroup", group, { location });
    created = await put("containerservice:ManagedCluster", clusterId, leastCluster);
    const { clusters } = await localAzureStatus(path.join(local.root, "azure"));
    assert.equal(clusters.length, 1);
    const answer = await arm.invoke("azure-native:containerservice:listManagedClusterAdminCredentials", {
      resourceGroupName: "rg",
      resourceName: "shop",
    });
    kubeconfig = decoded(answer);
    cluster = accessWith(kubeconfig);
    await putPublicIp("ingress");
    await put(
      "authorization:RoleAssignment",
      `${group}/providers/Microsoft.Authorization/roleAssignments/0b9b9a2e-1111-4a4a-9c9c-000000000001`,
      {
        principalId: isBody(created.outputs["identity"])
          ? (text(created.outputs["identity"], "principalId") ?? "")
          : "",
        principalType: "ServicePrincipal",
        roleDefinitionId: `/subscriptions/${localAccount.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/4d97b98b-1d4f-4787-a291-c67834d212e7`,
      },
    );
  });
  after(async () => {
    if (created !== undefined) await arm.delete(created.token, created.id);
    arm?.close();
    await local?.remove();
  });

  const service = (name: string, annotations: Record<string, string>, port = 443): V1Service => ({
    metadata: { name, annotations: prefixed(annotations) },
    spec: { type: "LoadBalancer", selector: { app: name }, ports: [{ port, protocol: "TCP" }] },
  });
  const addressOf = async (name: string): Promise<string | undefined> =>
    (await cluster.core.readNamespacedService({ name, namespace })).status?.loadBalancer?.ingress?.[0]?.ip;
  const failuresOf = async (name: string): Promise<string[]> =>
    (await cluster.core.listNamespacedEvent({ namespace })).items
      .filter(
        ({ involvedObject, reason }) => involvedObject.name === name && reason === "SyncLoadBalancerFailed",
      )
      .map(({ message }) => message ?? "");

  it("gives a Service the public IP address that it names, and holds it", async () => {
    const publicIp = await arm.get("azure-native:network:PublicIPAddress", publicIpId("ingress"));
    await cluster.core.createNamespacedService({
      namespace,
      body: service("named", { "azure-pip-name": "ingress", "azure-load-balancer-resource-group": "rg" }),
    });
    await eventually(
      "the address is there",
      async () => (await addressOf("named")) === publicIp.outputs["ipAddress"],
    );
    const error = await refused(arm.delete(publicIp.token, publicIp.id));
    assert.equal(error.code, "PublicIPAddressCannotBeDeleted");
    const attached = await arm.get(publicIp.token, publicIp.id);
    const configuration = attached.outputs["ipConfiguration"];
    assert.match(
      isBody(configuration) ? (text(configuration, "id") ?? "") : "",
      /\/MC_rg_shop_westeurope\/providers\/Microsoft\.Network\/loadBalancers\/kubernetes\/frontendIPConfigurations\/a[0-9a-f]+$/,
    );
  });

  it("says in an event why there is no address, and tries again", async () => {
    await cluster.core.createNamespacedService({
      namespace,
      body: service("missing", { "azure-pip-name": "later", "azure-load-balancer-resource-group": "rg" }),
    });
    await eventually("the event is there", async () => (await failuresOf("missing")).length > 0);
    assert.deepEqual(await failuresOf("missing"), [
      "Error syncing load balancer: failed to ensure load balancer: PublicIP from annotation azure-pip-name=later for service default/missing doesn't exist",
    ]);
    await putPublicIp("later");
    await eventually("the address is there", async () => (await addressOf("missing")) !== undefined);
  });

  it("lets two Services share an address on different ports only", async () => {
    const annotations = { "azure-pip-name": "ingress", "azure-load-balancer-resource-group": "rg" };
    await cluster.core.createNamespacedService({ namespace, body: service("other-port", annotations, 8443) });
    await eventually(
      "the address is there",
      async () => (await addressOf("other-port")) === (await addressOf("named")),
    );
    await cluster.core.createNamespacedService({ namespace, body: service("same-port", annotations) });
    await eventually("the event is there", async () => (await failuresOf("same-port")).length > 0);
    assert.match((await failuresOf("same-port"))[0] ?? "", /RulesUseSameFrontendPortProtocolAndIPConfig/);
    await cluster.core.deleteNamespacedService({ name: "same-port", namespace });
    await cluster.core.deleteNamespacedService({ name: "other-port", namespace });
  });

  it("makes a public IP address for a Service that names none, and takes it away again", async () => {
    await cluster.core.createNamespacedService({ namespace, body: service("plain", {}) });
    await eventually(
      "the address is there",
      async () => (await addressOf("plain"))?.startsWith("198.") === true,
    );
    const own = async (): Promise<string[]> =>
      (await localAzureStatus(path.join(local.root, "azure"))).resources
        .map(({ id }) => id)
        .filter((id) => /\/publicIPAddresses\/kubernetes-a/.test(id));
    assert.equal((await own()).length, 1);
    await cluster.core.deleteNamespacedService({ name: "plain", namespace });
    await eventually("the Service is gone", async () => isGone(() => addressOf("plain")));
    assert.deepEqual(await own(), []);
  });

  it("gives an internal Service an address of the nodes' network", async () => {
    await cluster.core.createNamespacedService({
      namespace,
      body: service("internal", { "azure-load-balancer-internal": "true" }),
    });
    await eventually("the address is there", async () =>
      /^10\.224\.0\.\d+$/.test((await addressOf("internal")) ?? ""),
    );
  });

  it("writes the address of an Ingress once NGINX is available", async () => {
    const config = new KubeConfig();
    config.loadFromString(kubeconfig);
    const networking = config.makeApiClient(NetworkingV1Api);
    await networking.createIngressClass({
      body: { metadata: { name: "nginx" }, spec: { controller: "nginx.org/ingress-controller" } },
    });
    await networking.createNamespacedIngress({
      namespace,
      body: {
        metadata: { name: "web" },
        spec: {
          ingressClassName: "nginx",
          defaultBackend: { service: { name: "named", port: { number: 443 } } },
        },
      },
    });
    const args = ["-ingress-class=nginx", "-external-service=named"];
    const nginx = deployment("nginx", 1, {
      containers: [{ name: "nginx", image: "example.com/nginx:1", args }],
    });
    await cluster.apps.createNamespacedDeployment({ namespace, body: nginx });
    await eventually("the Ingress has the Service's address", async () => {
      const ingress = await networking.readNamespacedIngress({ name: "web", namespace });
      return ingress.status?.loadBalancer?.ingress?.[0]?.ip === (await addressOf("named"));
    });
  });

  it("survives the death of everything", async () => {
    const { clusters } = await localAzureStatus(path.join(local.root, "azure"));
    for (const { pid } of clusters.flatMap(({ processes }) => processes)) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // Its supervisor was faster.
      }
    }
    await eventually("nothing runs", async () => {
      const status = await localAzureStatus(path.join(local.root, "azure"));
      return status.clusters.every(({ processes }) => processes.length === 0);
    });
    await ensureClusters(path.join(local.root, "azure"));
    cluster = accessWith(kubeconfig);
    await eventually("the API server answers", async () => (await addressOf("named")) !== undefined);
    await cluster.core.deleteNamespacedService({ name: "named", namespace });
    await eventually("the Service is gone", async () => isGone(() => addressOf("named")));
    await arm.delete("azure-native:network:PublicIPAddress", publicIpId("ingress"));
  });

  it("is left without a process when the cluster is deleted", async () => {
    const token = "azure-native:containerservice:ManagedCluster";
    await arm.delete(token, clusterId);
    const { clusters, resources } = await localAzureStatus(path.join(local.root, "azure"));
    assert.deepEqual(clusters, []);
    assert.deepEqual(
      resources.filter(({ id }) => id.includes("MC_")),
      [],
    );
    created = await put("containerservice:ManagedCluster", clusterId, {
      ...leastCluster,
      aadProfile: { managed: true },
      disableLocalAccounts: true,
    });
  });

  it("works with the kubeconfig of a cluster with Microsoft Entra", async () => {
    const args = { resourceGroupName: "rg", resourceName: "shop" };
    const error = await refused(
      arm.invoke("azure-native:containerservice:listManagedClusterAdminCredentials", args),
    );
    assert.equal(
      error.detail,
      "Getting static credential is not allowed because this cluster is set to disable local accounts.",
    );
    const user = decoded(
      await arm.invoke("azure-native:containerservice:listManagedClusterUserCredentials", args),
    );
    const command = path.join(local.root, "bin", "kubelogin");
    assert.ok(user.includes(`command: ${command}\n`));
    const login = ["get-token", "--server-id", "6dae42f8-4368-4678-94ff-3960e28e3630", "--login", "azurecli"];
    const run = spawnSync(command, login, { encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
    const token = text(parseBody(run.stdout), "status.token");
    assert.ok((await accessWith(user, token).core.listNode()).items.length > 0);
    await assert.rejects(accessWith(user, "somebody-else").core.listNode());
  });
});

function prefixed(annotations: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations).map(([name, value]) => [`service.beta.kubernetes.io/${name}`, value]),
  );
}

async function isGone(look: () => Promise<unknown>): Promise<boolean> {
  try {
    await look();
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === 404;
  }
}

function decoded(answer: ArmBody): string {
  const [first] = objects(answer, "kubeconfigs");
  return Buffer.from(text(first ?? {}, "value") ?? "", "base64").toString("utf8");
}
