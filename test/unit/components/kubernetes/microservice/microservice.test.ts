import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { DatabaseEngine } from "../../../../../components/kubernetes/microservice/database-client.ts";
import { Microservice } from "../../../../../components/kubernetes/microservice/microservice.ts";
import type { MicroserviceArgs } from "../../../../../components/kubernetes/microservice/microservice-args.ts";
import type { RecordedResource } from "../recorded-stack.ts";
import { inputAt, named, recordStack, shapeOf, valueOf } from "../recorded-stack.ts";
import { refusedBy, refusedProperties } from "../refused.ts";

const image = "example.azurecr.io/idea:1.4.2";
const bare: MicroserviceArgs = { namespace: "apps", image };
const full: MicroserviceArgs = {
  ...bare,
  scaling: { minReplicas: 3, maxReplicas: 6 },
  identity: { clientId: "client-1", tenantId: "tenant-1" },
  database: {
    engine: DatabaseEngine.PostgreSql,
    host: "pg",
    name: "idea",
    user: "idea",
    cidrs: ["10.0.8.0/24"],
  },
  kafka: {
    bootstrapServers: "k:9093",
    cidrs: ["10.0.9.0/24"],
    consumes: ["activity"],
    consumerGroup: "idea",
  },
  route: { host: "api.example.com", path: "/idea" },
  secrets: [{ secretName: "keys" }],
};

const record = (changes: Partial<MicroserviceArgs> = {}) =>
  recordStack(() => new Microservice("idea", { ...bare, ...changes }));
const container = (resources: readonly RecordedResource[], path: string) =>
  inputAt(named(resources, "idea-deployment"), `spec.template.spec.containers.0.${path}`);

describe("Microservice", () => {
  it("keeps the names of its children", async () => {
    assert.deepEqual(shapeOf(await record()), [
      "idea-account: ServiceAccount",
      "idea-budget: PodDisruptionBudget",
      "idea-deployment: Deployment",
      "idea-service: Service",
      "idea-traffic: NetworkPolicy",
      "idea: Microservice",
    ]);
    assert.deepEqual(shapeOf(await record(full)), [
      "idea-account: ServiceAccount",
      "idea-autoscaler: HorizontalPodAutoscaler",
      "idea-budget: PodDisruptionBudget",
      "idea-deployment: Deployment",
      "idea-route: Ingress",
      "idea-service: Service",
      "idea-traffic: NetworkPolicy",
      "idea: Microservice",
    ]);
  });

  it("names every object after the service, in its namespace", async () => {
    const resources = await record({ ...full, name: "ideas" });
    for (const resource of resources.filter(({ type }) => type.startsWith("kubernetes:"))) {
      assert.equal(inputAt(resource, "metadata.name"), "ideas", resource.name);
      assert.equal(inputAt(resource, "metadata.namespace"), "apps", resource.name);
    }
  });

  it("finds its pods by labels that no update changes", async () => {
    const resources = await record({ ...full, version: "2", partOf: "platform" });
    const selector = { "app.kubernetes.io/name": "idea", "app.kubernetes.io/instance": "idea" };
    const deployment = named(resources, "idea-deployment");
    assert.deepEqual(inputAt(deployment, "spec.selector.matchLabels"), selector);
    assert.deepEqual(inputAt(named(resources, "idea-service"), "spec.selector"), selector);
    assert.deepEqual(inputAt(named(resources, "idea-budget"), "spec.selector.matchLabels"), selector);
    assert.deepEqual(inputAt(deployment, "spec.template.metadata.labels"), {
      ...selector,
      "app.kubernetes.io/component": "service",
      "app.kubernetes.io/part-of": "platform",
      "app.kubernetes.io/managed-by": "pulumi",
      "app.kubernetes.io/version": "2",
      "azure.workload.identity/use": "true",
    });
  });

  it("takes the version from the image", async () => {
    const deployment = named(await record(), "idea-deployment");
    const labels = inputAt(deployment, "metadata.labels");
    assert.ok(typeof labels === "object" && labels !== null);
    assert.equal(Reflect.get(labels, "app.kubernetes.io/version"), "1.4.2");
  });

  it("runs without privilege, from a read-only file system, and without a token for the API", async () => {
    const resources = await record();
    const pod = "spec.template.spec.";
    const deployment = named(resources, "idea-deployment");
    assert.equal(inputAt(deployment, `${pod}automountServiceAccountToken`), false);
    assert.equal(inputAt(named(resources, "idea-account"), "automountServiceAccountToken"), false);
    assert.equal(inputAt(deployment, `${pod}serviceAccountName`), "idea");
    assert.deepEqual(container(resources, "securityContext"), {
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      capabilities: { drop: ["ALL"] },
      seccompProfile: { type: "RuntimeDefault" },
    });
    assert.deepEqual(container(resources, "volumeMounts"), [{ name: "writable-0", mountPath: "/tmp" }]);
  });

  it("signs in to Azure with its account, where an identity is given", async () => {
    const resources = await record(full);
    assert.deepEqual(inputAt(named(resources, "idea-account"), "metadata.annotations"), {
      "azure.workload.identity/client-id": "client-1",
      "azure.workload.identity/tenant-id": "tenant-1",
    });
    // Azure's webhook mounts a token of its own; the one for the Kubernetes API stays out.
    assert.equal(
      inputAt(named(resources, "idea-deployment"), "spec.template.spec.automountServiceAccountToken"),
      false,
    );
  });

  it("is probed on its paths", async () => {
    const resources = await record({ healthPath: "/live", readinessPath: "/ready", port: 9000 });
    assert.equal(container(resources, "livenessProbe.httpGet.path"), "/live");
    assert.equal(container(resources, "startupProbe.httpGet.path"), "/live");
    assert.equal(container(resources, "readinessProbe.httpGet.path"), "/ready");
    assert.equal(container(resources, "ports.0.containerPort"), 9000);
    const defaults = await record();
    assert.equal(container(defaults, "livenessProbe.httpGet.path"), "/health");
    assert.equal(container(defaults, "readinessProbe.httpGet.path"), "/health");
  });

  it("rolls out without losing a pod, and may be moved one pod at a time", async () => {
    const resources = await record();
    const deployment = named(resources, "idea-deployment");
    assert.equal(inputAt(deployment, "spec.replicas"), 2);
    assert.equal(inputAt(deployment, "spec.strategy.rollingUpdate.maxUnavailable"), 0);
    assert.equal(inputAt(named(resources, "idea-budget"), "spec.maxUnavailable"), 1);
    const keys = "spec.template.spec.topologySpreadConstraints.0.topologyKey";
    assert.equal(inputAt(deployment, keys), "topology.kubernetes.io/zone");
  });

  it("starts scaled services with their fewest pods", async () => {
    const resources = await record(full);
    assert.equal(inputAt(named(resources, "idea-deployment"), "spec.replicas"), 3);
    assert.equal(inputAt(named(resources, "idea-autoscaler"), "spec.minReplicas"), 3);
    assert.equal(inputAt(named(resources, "idea-autoscaler"), "spec.maxReplicas"), 6);
  });

  it("tells where it answers", async () => {
    const addresses: Promise<string>[] = [];
    await recordStack(() => {
      const routed = new Microservice("idea", full);
      addresses.push(valueOf(routed.name), valueOf(routed.internalUrl));
      assert.ok(routed.url !== undefined);
      addresses.push(valueOf(routed.url));
      assert.equal(new Microservice("hidden", bare).url, undefined);
    });
    assert.deepEqual(await Promise.all(addresses), [
      "idea",
      "http://idea.apps.svc",
      "https://api.example.com/idea",
    ]);
  });

  it("accepts an image and a host that other resources make", async () => {
    const resources = await record({
      image: pulumi.output(image),
      route: { host: pulumi.output("api.example.com") },
    });
    assert.equal(container(resources, "image"), image);
    assert.equal(inputAt(named(resources, "idea-route"), "spec.rules.0.host"), "api.example.com");
  });

  it("refuses every bad argument at once, with value and remedy", async () => {
    const refused = await refusedBy(
      () =>
        new Microservice("Idea_Service", {
          namespace: "default",
          image: "example.azurecr.io/idea:latest",
          replicas: 1,
          scaling: { minReplicas: 4, maxReplicas: 2 },
          port: 80,
          healthPath: "health",
          env: { API_KEY: "x" },
          runAsUser: 0,
          route: { host: "*", path: "idea" },
          kafka: { bootstrapServers: "k", cidrs: [], consumes: ["a"] },
          egress: [{ cidrs: ["10.0.0.0"], ports: [] }],
        }),
    );
    assert.deepEqual(
      refused.map(({ property }) => property),
      [
        "name",
        "namespace",
        "image",
        "replicas",
        "scaling.maxReplicas",
        "port",
        "healthPath",
        "readinessPath",
        'env["API_KEY"]',
        "route.host",
        "route.path",
        "kafka.cidrs",
        "kafka.consumerGroup",
        "egress[0].cidrs[0]",
        "egress[0].ports",
        "runAsUser",
      ],
    );
    assert.match(refused[0]?.reason ?? "", /"Idea_Service" is refused.*DNS-1123.*"idea-service"/);
    assert.match(refused[2]?.reason ?? "", /latest/);
  });

  it("refuses an unknown engine, which other languages can pass", async () => {
    const args: MicroserviceArgs = structuredClone(full);
    Reflect.set(args.database ?? {}, "engine", "oracle");
    assert.deepEqual(await refusedProperties(() => new Microservice("idea", args)), ["database.engine"]);
  });
});
