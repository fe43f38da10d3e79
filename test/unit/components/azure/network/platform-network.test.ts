import assert from "node:assert/strict";
import { NetworkEgress } from "../../../../../components/azure/network/egress.ts";
import { PlatformNetwork } from "../../../../../components/azure/network/platform-network.ts";
import type { PlatformNetworkArgs } from "../../../../../components/azure/network/platform-network.ts";
import { build, refusedBy, valueOf } from "../registrations.ts";

const group = { resourceGroupName: "group" };
const network = (args: Partial<PlatformNetworkArgs> = {}) =>
  build((opts) => new PlatformNetwork("net", { ...group, ...args }, opts));

describe("PlatformNetwork", () => {
  it("puts a security group on every subnet", async () => {
    const { registered } = await network({
      bastion: true,
      extraSubnets: [{ name: "batch", prefixLength: 24 }],
    });
    const subnets = registered.filter(({ type }) => type === "azure-native:network:Subnet");
    assert.equal(subnets.length, 7);
    for (const { name, inputs } of subnets) {
      assert.match(JSON.stringify(inputs["networkSecurityGroup"]), new RegExp(`${name}-rules`));
    }
  });

  it("marks every subnet private that is not delegated", async () => {
    const { registered } = await network();
    for (const { name, type, inputs } of registered) {
      if (type === "azure-native:network:Subnet") {
        const delegated = inputs["delegations"] !== undefined;
        assert.equal(inputs["defaultOutboundAccess"], delegated ? undefined : false, name);
        assert.equal(inputs["privateEndpointNetworkPolicies"], "Enabled", name);
      }
    }
  });

  it("delegates the subnets of PostgreSQL and of the API server", async () => {
    const { named } = await network();
    assert.match(JSON.stringify(named("net-postgres").inputs), /Microsoft\.DBforPostgreSQL\/flexibleServers/);
    assert.match(
      JSON.stringify(named("net-api-server").inputs),
      /Microsoft\.ContainerService\/managedClusters/,
    );
  });

  it("sends nodes out through a NAT gateway with a static zonal address", async () => {
    const { component, named } = await network({ natGatewayZone: "2" });
    assert.match(JSON.stringify(named("net-nodes").inputs["natGateway"]), /net-egress/);
    assert.deepEqual(named("net-egress").inputs["zones"], ["2"]);
    assert.deepEqual(named("net-egress-ip").inputs["zones"], ["2"]);
    assert.equal(await valueOf(component.egressIpAddress), "203.0.113.7");
  });

  it("has no NAT gateway with another egress", async () => {
    const { component, registered } = await network({ egress: NetworkEgress.loadBalancer });
    assert.ok(registered.every(({ type }) => !type.endsWith(":NatGateway")));
    assert.equal(component.egressIpAddress, undefined);
  });

  it("uses the given route table", async () => {
    const { named } = await network({ egress: NetworkEgress.userDefinedRouting, routeTableId: "/routes" });
    assert.deepEqual(named("net-nodes").inputs["routeTable"], { id: "/routes" });
    assert.equal(named("net-postgres").inputs["routeTable"], undefined);
  });

  it("answers with the ids of its subnets", async () => {
    const { component } = await network({ extraSubnets: [{ name: "batch", prefixLength: 24 }] });
    assert.match(await valueOf(component.nodeSubnetId), /net-nodes$/);
    assert.match(await valueOf(component.privateEndpointSubnetId), /net-private-endpoints$/);
    assert.deepEqual(Object.keys(await valueOf(component.extraSubnetIds)), ["batch"]);
  });

  const refused: [what: string, args: Partial<PlatformNetworkArgs>, property: string][] = [
    ["an address space that is no block", { addressSpace: "10.0.0.0" }, "addressSpace"],
    ["every source", { ingressSources: ["*"] }, "ingressSources[0]"],
    ["a port that is none", { ingressPorts: [443, 70000] }, "ingressPorts[1]"],
    ["a zone that is none", { natGatewayZone: "4" }, "natGatewayZone"],
    ["a second subnet for nodes", { extraSubnets: [{ name: "nodes", prefixLength: 24 }] }, "extraSubnets"],
    ["routing without a table", { egress: NetworkEgress.userDefinedRouting }, "routeTableId"],
    ["a table without routing", { routeTableId: "/routes" }, "routeTableId"],
  ];
  for (const [what, args, property] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(
        refusedBy(() => new PlatformNetwork("net", { ...group, ...args })),
        [property],
      );
    });
  }
});
