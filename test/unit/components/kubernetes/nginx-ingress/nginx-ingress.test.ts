import assert from "node:assert/strict";
import { NginxIngress } from "../../../../../components/kubernetes/nginx-ingress/nginx-ingress.ts";
import type { NginxIngressArgs } from "../../../../../components/kubernetes/nginx-ingress/nginx-ingress-args.ts";
import { inputAt, named, recordStack, shapeOf, valueOf } from "../recorded-stack.ts";
import { refusedProperties } from "../refused.ts";

const bare: NginxIngressArgs = { watchNamespaces: ["apps"] };
const record = (changes: Partial<NginxIngressArgs> = {}) =>
  recordStack(() => new NginxIngress("nginx", { ...bare, ...changes }));
const refused = (args: NginxIngressArgs) => refusedProperties(() => new NginxIngress("nginx", args));

describe("NginxIngress", () => {
  it("keeps the names of its children", async () => {
    assert.deepEqual(shapeOf(await record({ scaling: { maxReplicas: 4 } })), [
      "nginx-account: ServiceAccount",
      "nginx-autoscaler: HorizontalPodAutoscaler",
      "nginx-budget: PodDisruptionBudget",
      "nginx-class: IngressClass",
      "nginx-cluster-role-binding: ClusterRoleBinding",
      "nginx-cluster-role: ClusterRole",
      "nginx-deployment: Deployment",
      "nginx-namespace-default-deny: NetworkPolicy",
      "nginx-namespace-limits: LimitRange",
      "nginx-namespace-namespace: Namespace",
      "nginx-namespace-quota: ResourceQuota",
      "nginx-namespace: TenantNamespace",
      "nginx-role-apps: Role",
      "nginx-role-binding-apps: RoleBinding",
      "nginx-role-binding-own: RoleBinding",
      "nginx-role-own: Role",
      "nginx-service: Service",
      "nginx-settings: ConfigMap",
      "nginx-traffic: NetworkPolicy",
      "nginx: NginxIngress",
    ]);
  });

  it("has no Role in a namespace where it serves all of them", async () => {
    const resources = await record({ watchNamespaces: undefined, watchAllNamespaces: true });
    assert.deepEqual(
      resources.filter(({ type }) => type.endsWith(":Role")).map(({ name }) => name),
      ["nginx-role-own"],
    );
  });

  it("is F5's controller at a pinned release, unless another image is given", async () => {
    const image = "spec.template.spec.containers.0.image";
    const copyFrom = "spec.template.spec.initContainers.0.image";
    const pinned = named(await record(), "nginx-deployment");
    assert.match(String(inputAt(pinned, image)), /^docker\.io\/nginx\/nginx-ingress:5\.\d+\.\d+$/);
    const mirror = "mirror.example.com/nginx/nginx-ingress:5.5.4";
    const mirrored = named(await record({ image: mirror }), "nginx-deployment");
    assert.equal(inputAt(mirrored, image), mirror);
    assert.equal(inputAt(mirrored, copyFrom), mirror);
    const ingressClass = named(await record(), "nginx-class");
    assert.equal(inputAt(ingressClass, "spec.controller"), "nginx.org/ingress-controller");
  });

  it("reads the settings that it is given", async () => {
    const resources = await record({ settings: { "proxy-connect-timeout": "5s" } });
    const configMap = named(resources, "nginx-settings");
    const name = String(inputAt(configMap, "metadata.name"));
    const args = inputAt(named(resources, "nginx-deployment"), "spec.template.spec.containers.0.args");
    assert.ok(Array.isArray(args) && args.includes(`-nginx-configmaps=nginx-ingress/${name}`));
    assert.equal(inputAt(configMap, "data.proxy-connect-timeout"), "5s");
    assert.notEqual(name, String(inputAt(named(await record(), "nginx-settings"), "metadata.name")));
  });

  it("gives the API token to the container that needs it, and to no other", async () => {
    const deployment = named(await record(), "nginx-deployment");
    const pod = "spec.template.spec";
    const tokenAt = "/var/run/secrets/kubernetes.io/serviceaccount";
    const paths = (container: string) => {
      const mounts = inputAt(deployment, `${pod}.${container}.0.volumeMounts`);
      return Array.isArray(mounts) ? mounts.map((mount: { mountPath: string }) => mount.mountPath) : [];
    };
    assert.equal(inputAt(deployment, `${pod}.automountServiceAccountToken`), false);
    assert.ok(paths("containers").includes(tokenAt));
    assert.deepEqual(paths("initContainers"), ["/mnt/etc"]);
  });

  it("limits its namespace to what its pods can use, and to one load balancer", async () => {
    const resources = await record({ scaling: { minReplicas: 2, maxReplicas: 4 } });
    assert.deepEqual(inputAt(named(resources, "nginx-namespace-quota"), "spec.hard"), {
      "requests.cpu": "500m",
      "requests.memory": "1280Mi",
      "limits.cpu": "5",
      "limits.memory": "2560Mi",
      pods: "5",
      "services.loadbalancers": "1",
    });
  });

  it("tells its class at preview, and its address when Azure has given it one", async () => {
    let className: Promise<string> | undefined;
    const program = () => {
      className = valueOf(
        new NginxIngress("nginx", { ...bare, ingressClassName: "public" }).ingressClassName,
      );
    };
    await recordStack(program, { preview: true });
    assert.equal(await className, "public");
  });

  it("refuses to guess which namespaces it serves", async () => {
    assert.deepEqual(await refused({}), ["watchNamespaces"]);
    assert.deepEqual(await refused({ watchNamespaces: [] }), ["watchNamespaces"]);
    assert.deepEqual(await refused({ watchNamespaces: ["apps"], watchAllNamespaces: true }), [
      "watchAllNamespaces",
    ]);
    assert.deepEqual(await refused({ watchNamespaces: ["apps", "apps"] }), ["watchNamespaces"]);
    assert.deepEqual(await refused({ watchNamespaces: ["nginx-ingress"] }), ["watchNamespaces"]);
    assert.deepEqual(await refused({ watchNamespaces: ["Apps"] }), ["watchNamespaces[0]"]);
  });

  it("refuses what cannot work", async () => {
    assert.deepEqual(await refused({ ...bare, image: "nginx/nginx-ingress:latest" }), ["image"]);
    assert.deepEqual(await refused({ ...bare, namespace: "kube-system" }), ["namespace"]);
    assert.deepEqual(await refused({ ...bare, ingressClassName: "Nginx" }), ["ingressClassName"]);
    assert.deepEqual(await refused({ ...bare, publicIp: { name: "p", resourceGroup: "r" }, internal: {} }), [
      "publicIp",
    ]);
    assert.deepEqual(await refused({ ...bare, allowedSourceRanges: ["10.0.0.1"] }), [
      "allowedSourceRanges[0]",
    ]);
    assert.deepEqual(await refused({ ...bare, wildcardTlsSecret: "other/tls" }), ["wildcardTlsSecret"]);
    assert.deepEqual(await refused({ ...bare, defaultTlsSecret: "tls" }), ["defaultTlsSecret"]);
    assert.deepEqual(await refused({ ...bare, settings: { "server-snippets": "x" } }), [
      'settings["server-snippets"]',
    ]);
    assert.deepEqual(await refused({ ...bare, scaling: { minReplicas: 3, maxReplicas: 2 } }), [
      "scaling.maxReplicas",
    ]);
  });
});
