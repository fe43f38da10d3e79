import assert from "node:assert/strict";
import { DatabaseEngine } from "../../../../../components/kubernetes/microservice/database-client.ts";
import type { MicroserviceArgs } from "../../../../../components/kubernetes/microservice/microservice-args.ts";
import { trafficPolicy } from "../../../../../components/kubernetes/microservice/traffic.ts";

const pods = { "app.kubernetes.io/name": "idea", "app.kubernetes.io/instance": "idea" };
const bare: MicroserviceArgs = { namespace: "apps", image: "app:1" };
const policy = (changes: Partial<MicroserviceArgs>) => trafficPolicy({ ...bare, ...changes }, 8080, pods);
const namespaces = (...values: string[]) => ({
  namespaceSelector: { matchExpressions: [{ key: "kubernetes.io/metadata.name", operator: "In", values }] },
});
const workloads = (...values: string[]) => ({
  podSelector: { matchExpressions: [{ key: "app.kubernetes.io/name", operator: "In", values }] },
});
const port = (number: number) => [{ protocol: "TCP", port: number }];
const dns = {
  to: [{ ...namespaces("kube-system"), podSelector: { matchLabels: { "k8s-app": "kube-dns" } } }],
  ports: [
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 53 },
  ],
};

describe("traffic of a service", () => {
  it("is metrics in and DNS out, and nothing else, unless more is said", () => {
    assert.deepEqual(policy({}), {
      podSelector: { matchLabels: pods },
      policyTypes: ["Ingress", "Egress"],
      ingress: [{ from: [namespaces("kube-system")], ports: port(8080) }],
      egress: [dns],
    });
  });

  it("comes from the ingress controller where there is a route, and from callers", () => {
    const { ingress } = policy({
      route: { host: "a.b" },
      ingressNamespace: "edge",
      metricsNamespace: "monitoring",
      callers: ["activity"],
    });
    assert.deepEqual(ingress, [
      { from: [namespaces("edge")], ports: port(8080) },
      { from: [namespaces("monitoring")], ports: port(8080) },
      { from: [workloads("activity")], ports: port(8080) },
    ]);
  });

  it("goes to the database, to Kafka, to Entra ID and to what is named", () => {
    const { egress } = policy({
      identity: { clientId: "id", loginCidrs: ["20.20.32.0/19"] },
      database: {
        engine: DatabaseEngine.PostgreSql,
        host: "h",
        name: "n",
        user: "u",
        cidrs: ["10.0.8.0/24"],
      },
      kafka: { bootstrapServers: "k", cidrs: ["10.0.9.0/24"] },
      egress: [{ cidrs: ["10.1.0.0/16", "10.2.0.0/16"], ports: [443, 8443] }],
      calls: ["organization"],
    });
    assert.deepEqual(egress, [
      dns,
      { to: [{ ipBlock: { cidr: "20.20.32.0/19" } }], ports: port(443) },
      { to: [{ ipBlock: { cidr: "10.0.8.0/24" } }], ports: port(5432) },
      { to: [{ ipBlock: { cidr: "10.0.9.0/24" } }], ports: port(9093) },
      {
        to: [{ ipBlock: { cidr: "10.1.0.0/16" } }, { ipBlock: { cidr: "10.2.0.0/16" } }],
        ports: [...port(443), ...port(8443)],
      },
      { to: [workloads("organization")] },
    ]);
  });
});
