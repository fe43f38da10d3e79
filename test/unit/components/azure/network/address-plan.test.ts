import assert from "node:assert/strict";
import fc from "fast-check";
import {
  addressPlanRefusals,
  largestNetwork,
  planAddresses,
  smallestNetwork,
} from "../../../../../components/azure/network/address-plan.ts";
import type { AddressPlan, SubnetRequest } from "../../../../../components/azure/network/address-plan.ts";
import { blockSize, formatCidr, overlaps, parseCidr } from "../../../../../components/azure/network/cidr.ts";
import type { Cidr } from "../../../../../components/azure/network/cidr.ts";

/** Any network that a plan accepts. */
const networks = fc
  .record({
    prefixLength: fc.integer({ min: largestNetwork, max: smallestNetwork }),
    address: fc.nat({ max: 2 ** 32 - 1 }),
  })
  .map(({ prefixLength, address }) =>
    formatCidr({ prefixLength, first: address - (address % blockSize(prefixLength)) }),
  );

/** A few small subnets with names of their own. */
const requests: fc.Arbitrary<SubnetRequest[]> = fc
  .array(fc.integer({ min: 26, max: 29 }), { maxLength: 5 })
  .map((lengths) => lengths.map((prefixLength, index) => ({ name: `extra${index}`, prefixLength })));

function block(text: string): Cidr {
  const cidr = parseCidr(text);
  assert.ok(cidr, `${text} is no block`);
  return cidr;
}

function allOf({ extra, ...fixed }: AddressPlan): Cidr[] {
  return [...Object.values(fixed), ...Object.values(extra)].map((text: string) => block(text));
}

describe("an address plan", () => {
  it("keeps every subnet inside the network and apart from the others", () => {
    fc.assert(
      fc.property(networks, requests, (network, extra) => {
        const subnets = allOf(planAddresses(network, extra));
        const outer = block(network);
        for (const [index, subnet] of subnets.entries()) {
          assert.ok(subnet.first >= outer.first);
          assert.ok(
            subnet.first + blockSize(subnet.prefixLength) <= outer.first + blockSize(outer.prefixLength),
          );
          assert.ok(subnets.slice(index + 1).every((other) => !overlaps(subnet, other)));
        }
      }),
    );
  });

  it("gives each service the size that Azure asks for", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const plan = planAddresses(network);
        assert.ok(block(plan.bastion).prefixLength <= 26);
        assert.ok(block(plan.apiServer).prefixLength <= 28);
        assert.ok(block(plan.postgres).prefixLength <= 28);
        assert.ok(block(plan.gateways).prefixLength <= 26);
        assert.ok(block(plan.nodes).prefixLength <= 24);
      }),
    );
  });

  it("moves nothing when a subnet is appended", () => {
    fc.assert(
      fc.property(networks, requests, (network, extra) => {
        const before = planAddresses(network, extra);
        const after = planAddresses(network, [...extra, { name: "last", prefixLength: 29 }]);
        assert.deepEqual({ ...after, extra: undefined }, { ...before, extra: undefined });
        for (const [name, range] of Object.entries(before.extra)) {
          assert.equal(after.extra[name], range);
        }
      }),
    );
  });

  it("has not changed since the first version", () => {
    assert.deepEqual(planAddresses("10.224.0.0/16", [{ name: "batch", prefixLength: 24 }]), {
      nodes: "10.224.0.0/18",
      privateEndpoints: "10.224.64.0/20",
      gateways: "10.224.80.0/24",
      bastion: "10.224.96.0/26",
      postgres: "10.224.112.0/24",
      apiServer: "10.224.120.0/24",
      extra: { batch: "10.224.128.0/24" },
    });
    assert.deepEqual(planAddresses("192.168.4.0/22"), {
      nodes: "192.168.4.0/24",
      privateEndpoints: "192.168.5.0/26",
      gateways: "192.168.5.64/26",
      bastion: "192.168.5.128/26",
      postgres: "192.168.5.192/27",
      apiServer: "192.168.5.224/28",
      extra: {},
    });
  });

  const refused: [what: string, network: string, extra: SubnetRequest[], property: string][] = [
    ["a network that is too small", "10.0.0.0/23", [], "addressSpace"],
    ["a network that is larger than any private range", "10.0.0.0/7", [], "addressSpace"],
    ["a network that does not begin at its first address", "10.0.0.1/16", [], "addressSpace"],
    [
      "a subnet that is smaller than Azure's",
      "10.0.0.0/16",
      [{ name: "a", prefixLength: 30 }],
      "extraSubnets[0].prefixLength",
    ],
    [
      "a subnet as large as the network",
      "10.0.0.0/16",
      [{ name: "a", prefixLength: 16 }],
      "extraSubnets[0].prefixLength",
    ],
    [
      "more subnets than fit",
      "10.0.0.0/16",
      [
        { name: "a", prefixLength: 18 },
        { name: "b", prefixLength: 18 },
        { name: "c", prefixLength: 29 },
      ],
      "extraSubnets",
    ],
  ];
  for (const [what, network, extra, property] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(
        addressPlanRefusals(network, extra).map((refusal) => refusal.property),
        [property],
      );
      assert.throws(() => planAddresses(network, extra), RangeError);
    });
  }
});
