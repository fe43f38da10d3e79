import assert from "node:assert/strict";
import {
  ingressAddresses,
  type IngressWorld,
} from "../../../../local/azure/cloud-controller/ingress-status.ts";

const world = (change: Partial<IngressWorld> = {}): IngressWorld => ({
  ingresses: [{ metadata: { namespace: "shop", name: "web" }, spec: { ingressClassName: "nginx" } }],
  classes: [{ metadata: { name: "nginx" }, spec: { controller: "nginx.org/ingress-controller" } }],
  deployments: [deployment("True")],
  services: [service("nginx-ingress", "198.18.0.1")],
  ...change,
});

function deployment(available: string): object {
  const args = ["-ingress-class=nginx", "--external-service=nginx-ingress", "-enable-snippets"];
  return {
    metadata: { namespace: "ingress", name: "nginx" },
    spec: { template: { spec: { containers: [{ name: "nginx", args }] } } },
    status: { conditions: [{ type: "Available", status: available }] },
  };
}

function service(name: string, ip: string, namespace = "ingress"): object {
  return { metadata: { namespace, name }, status: { loadBalancer: { ingress: [{ ip }] } } };
}

describe("the status of an Ingress", () => {
  it("gets the address of its controller's Service", () => {
    assert.deepEqual(ingressAddresses(world()), [
      { namespace: "shop", name: "web", addresses: [{ ip: "198.18.0.1" }] },
    ]);
  });

  it("is left alone when it is right", () => {
    const ingress = {
      metadata: { namespace: "shop", name: "web" },
      spec: { ingressClassName: "nginx" },
      status: { loadBalancer: { ingress: [{ ip: "198.18.0.1" }] } },
    };
    assert.deepEqual(ingressAddresses(world({ ingresses: [ingress] })), []);
    const services = [service("nginx-ingress", "198.18.0.9")];
    assert.equal(ingressAddresses(world({ ingresses: [ingress], services })).length, 1);
  });

  it("waits for the controller, its Service and the Service's address", () => {
    assert.deepEqual(ingressAddresses(world({ deployments: [deployment("False")] })), []);
    assert.deepEqual(ingressAddresses(world({ services: [] })), []);
    assert.deepEqual(ingressAddresses(world({ services: [service("nginx-ingress", "")] })), []);
    assert.deepEqual(
      ingressAddresses(world({ services: [service("nginx-ingress", "198.18.0.1", "elsewhere")] })),
      [],
    );
  });

  it("is nobody's business for classes of other controllers", () => {
    const classes = [{ metadata: { name: "nginx" }, spec: { controller: "k8s.io/ingress-nginx" } }];
    assert.deepEqual(ingressAddresses(world({ classes })), []);
    assert.deepEqual(ingressAddresses(world({ classes: [] })), []);
  });
});
