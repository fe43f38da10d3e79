import assert from "node:assert/strict";
import {
  bastionSubnetRules,
  gatewaySubnetRules,
  ingressSubnetRules,
  privateSubnetRules,
} from "../../../../../components/azure/network/security-rules.ts";
import type { SecurityRule } from "../../../../../components/azure/network/security-rules.ts";

const groups: Record<string, SecurityRule[]> = {
  private: privateSubnetRules(),
  ingress: ingressSubnetRules(["Internet", "203.0.113.0/24"], [80, 443]),
  "closed ingress": ingressSubnetRules([], [443]),
  gateways: gatewaySubnetRules(["Internet"], [443]),
  bastion: bastionSubnetRules(["Internet"]),
};

function fromInternet(rules: readonly SecurityRule[]): SecurityRule[] {
  return rules.filter(
    ({ direction, access, sourceAddressPrefix }) =>
      direction === "Inbound" &&
      access === "Allow" &&
      (sourceAddressPrefix === "Internet" || sourceAddressPrefix === "*"),
  );
}

describe("the security rules", () => {
  for (const [subnet, rules] of Object.entries(groups)) {
    describe(`of a subnet for ${subnet}`, () => {
      it("have different names, and different priorities in each direction, within Azure's limits", () => {
        assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
        const places = rules.map(({ direction, priority }) => `${direction} ${priority}`);
        assert.equal(new Set(places).size, rules.length);
        assert.ok(rules.every(({ priority }) => priority >= 100 && priority <= 4096));
      });

      it("deny the Internet by a rule of their own, behind every other inbound rule", () => {
        const inbound = rules.filter(({ direction }) => direction === "Inbound");
        const last = inbound.toSorted((one, other) => one.priority - other.priority).at(-1);
        assert.equal(last?.name, "deny-internet-inbound");
        assert.equal(last.access, "Deny");
        assert.equal(last.protocol, "*");
        assert.equal(last.destinationPortRange, "*");
      });

      it("let nobody in from everywhere", () => {
        assert.ok(
          rules.every(
            ({ direction, access, sourceAddressPrefix }) =>
              direction === "Outbound" || access === "Deny" || sourceAddressPrefix !== "*",
          ),
        );
      });

      it("name one port or a list of ports, never both and never none", () => {
        assert.ok(
          rules.every(
            ({ destinationPortRange, destinationPortRanges }) =>
              (destinationPortRange === undefined) !== (destinationPortRanges === undefined),
          ),
        );
      });
    });
  }

  it("open the given ports to the given sources only", () => {
    const rules = groups["ingress"] ?? [];
    assert.deepEqual(
      fromInternet(rules).map(({ destinationPortRanges, protocol }) => [protocol, destinationPortRanges]),
      [["Tcp", ["80", "443"]]],
    );
    assert.ok(rules.some(({ sourceAddressPrefix }) => sourceAddressPrefix === "203.0.113.0/24"));
  });

  it("open nothing to the Internet in a private subnet or one without ingress", () => {
    assert.deepEqual(fromInternet(groups["private"] ?? []), []);
    assert.deepEqual(fromInternet(groups["closed ingress"] ?? []), []);
  });

  it("stop management sessions between machines, except from the bastion", () => {
    for (const [subnet, rules] of Object.entries(groups)) {
      const denied = rules.some(({ name }) => name === "deny-management-outbound");
      assert.equal(denied, subnet !== "bastion", subnet);
    }
  });
});
