import assert from "node:assert/strict";
import { PublicIp } from "../../../../../components/azure/network/public-ip.ts";
import { build, refusedBy, valueOf } from "../registrations.ts";

const group = { resourceGroupName: "group" };

describe("PublicIp", () => {
  it("is static, Standard and in all zones", async () => {
    const { named } = await build((opts) => new PublicIp("ingress", group, opts));
    const { inputs } = named("ingress-address");
    assert.deepEqual(inputs["sku"], { name: "Standard", tier: "Regional" });
    assert.equal(inputs["publicIPAllocationMethod"], "Static");
    assert.deepEqual(inputs["zones"], ["1", "2", "3"]);
  });

  it("answers with address, name, group and domain name", async () => {
    const { component } = await build(
      (opts) => new PublicIp("ingress", { ...group, dnsLabel: "label" }, opts),
    );
    assert.equal(await valueOf(component.ipAddress), "203.0.113.7");
    assert.equal(await valueOf(component.publicIpName), "ingress");
    assert.equal(await valueOf(component.resourceGroupName), "group");
    assert.equal(await valueOf(component.fqdn), "label.westeurope.cloudapp.azure.com");
  });

  it("has no domain name without a label", async () => {
    const { component } = await build((opts) => new PublicIp("ingress", group, opts));
    assert.equal(component.fqdn, undefined);
  });

  it("is protected on demand", async () => {
    const { named } = await build((opts) => new PublicIp("ingress", { ...group, protect: true }, opts));
    assert.equal(named("ingress-address").protect, true);
  });

  it("refuses what Azure would refuse, all at once", () => {
    assert.deepEqual(
      refusedBy(
        () =>
          new PublicIp("ingress", { ...group, dnsLabel: "Label", zones: ["1", "1"], idleTimeoutMinutes: 3 }),
      ),
      ["dnsLabel", "zones", "idleTimeoutMinutes"],
    );
  });
});
