import assert from "node:assert/strict";
import { keyOf, readService, wantsLoadBalancer } from "../../../../local/azure/cloud-controller/service.ts";
import { wantedAddress } from "../../../../local/azure/cloud-controller/wanted-address.ts";

function service(annotations: Record<string, string>, spec: object = {}) {
  const read = readService({
    metadata: {
      namespace: "shop",
      name: "web",
      uid: "0b9b9a2e-1111-4a4a-9c9c-000000000001",
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([name, value]) => [
          `service.beta.kubernetes.io/azure-${name}`,
          value,
        ]),
      ),
    },
    spec: { type: "LoadBalancer", ports: [{ port: 443, protocol: "TCP" }], ...spec },
  });
  if (read === undefined) throw new Error("no Service");
  return read;
}

describe("the address a Service asks for", () => {
  it("is a new one, with a name if it has one", () => {
    assert.deepEqual(wantedAddress(service({})), { kind: "new", dnsLabel: undefined });
    assert.deepEqual(wantedAddress(service({ "dns-label-name": "shop" })), { kind: "new", dnsLabel: "shop" });
  });

  it("is a public IP address by its name", () => {
    const annotations = { "pip-name": "ingress", "load-balancer-resource-group": "rg" };
    assert.deepEqual(wantedAddress(service(annotations)), {
      kind: "named",
      name: "ingress",
      resourceGroup: "rg",
    });
  });

  it("is a public IP address by its address", () => {
    assert.deepEqual(wantedAddress(service({ "load-balancer-ipv4": "198.18.0.1" })), {
      kind: "address",
      address: "198.18.0.1",
      resourceGroup: undefined,
    });
    assert.deepEqual(wantedAddress(service({}, { loadBalancerIP: "198.18.0.2" })), {
      kind: "address",
      address: "198.18.0.2",
      resourceGroup: undefined,
    });
  });

  it("is internal, whatever else is said", () => {
    const annotations = {
      "load-balancer-internal": "true",
      "load-balancer-internal-subnet": "apps",
      "pip-name": "ingress",
      "load-balancer-ipv4": "10.0.0.9",
    };
    assert.deepEqual(wantedAddress(service(annotations)), {
      kind: "internal",
      subnet: "apps",
      address: "10.0.0.9",
    });
    assert.equal(wantedAddress(service({ "load-balancer-internal": "false" })).kind, "new");
  });

  it("is none of the cloud's business for other types, classes and what is deleted", () => {
    assert.equal(wantsLoadBalancer(service({})), true);
    assert.equal(wantsLoadBalancer(service({}, { type: "ClusterIP" })), false);
    assert.equal(wantsLoadBalancer(service({}, { loadBalancerClass: "other" })), false);
    assert.equal(wantsLoadBalancer({ ...service({}), deleted: true }), false);
    assert.equal(keyOf(service({})), "shop/web");
    assert.deepEqual(service({}).ports, ["TCP/443"]);
  });
});
