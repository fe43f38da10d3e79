import assert from "node:assert/strict";
import { PrivateDnsZones } from "../../../../../components/azure/network/private-dns-zones.ts";
import { build, refusedBy, valueOf } from "../registrations.ts";

const args = { resourceGroupName: "group", virtualNetworkId: "/network" };

describe("PrivateDnsZones", () => {
  it("links every zone to the network, without registration of machines", async () => {
    const { registered } = await build((opts) => new PrivateDnsZones("zones", args, opts));
    const zones = registered.filter(({ type }) => type.endsWith(":PrivateZone"));
    const links = registered.filter(({ type }) => type.endsWith(":VirtualNetworkLink"));
    assert.deepEqual(zones.map(({ inputs }) => inputs["privateZoneName"]).sort(), [
      "privatelink.azurecr.io",
      "privatelink.database.windows.net",
      "privatelink.servicebus.windows.net",
      "privatelink.vaultcore.azure.net",
      "zones.private.postgres.database.azure.com",
    ]);
    assert.equal(links.length, zones.length);
    for (const { inputs } of links) {
      assert.deepEqual(inputs["virtualNetwork"], { id: "/network" });
      assert.equal(inputs["registrationEnabled"], false);
    }
  });

  it("answers with the ids of the zones", async () => {
    const { component } = await build((opts) => new PrivateDnsZones("zones", args, opts));
    assert.match(await valueOf(component.postgresZoneId), /zones-postgres$/);
    assert.match(await valueOf(component.keyVaultZoneId), /zones-key-vault$/);
  });

  it("refuses a zone in which no PostgreSQL server registers", () => {
    assert.deepEqual(
      refusedBy(() => new PrivateDnsZones("zones", { ...args, postgresZoneName: "example.net" })),
      ["postgresZoneName"],
    );
  });
});
