import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { PostgresFlexibleServer } from "../../../../../components/azure/postgres/postgres-flexible-server.ts";
import type { PostgresFlexibleServerArgs } from "../../../../../components/azure/postgres/postgres-flexible-server.ts";
import { at, build, refusedBy, valueOf } from "../registrations.ts";

const required: PostgresFlexibleServerArgs = {
  resourceGroupName: "group",
  delegatedSubnetId: "/subnet",
  privateDnsZoneId: "/zone",
  tenantId: "tenant",
  entraAdministrators: [
    { name: "people", objectId: "group-id", principalName: "dba", principalType: "Group" },
  ],
};
const server = (args: Partial<PostgresFlexibleServerArgs> = {}) =>
  build((opts) => new PostgresFlexibleServer("pg", { ...required, ...args }, opts));

describe("PostgresFlexibleServer", () => {
  it("is private, redundant, backed up and without passwords when nothing is said", async () => {
    const { inputs } = (await server()).named("pg-server");
    assert.deepEqual(inputs["network"], {
      delegatedSubnetResourceId: "/subnet",
      privateDnsZoneArmResourceId: "/zone",
      publicNetworkAccess: "Disabled",
    });
    assert.deepEqual(inputs["authConfig"], {
      activeDirectoryAuth: "Enabled",
      passwordAuth: "Disabled",
      tenantId: "tenant",
    });
    assert.equal(inputs["administratorLoginPassword"], undefined);
    assert.equal(at(inputs, "highAvailability", "mode"), "ZoneRedundant");
    assert.deepEqual(inputs["backup"], { backupRetentionDays: 14, geoRedundantBackup: "Enabled" });
    assert.deepEqual(inputs["sku"], { name: "Standard_D2ds_v5", tier: "GeneralPurpose" });
    assert.deepEqual(inputs["storage"], { storageSizeGB: 128, autoGrow: "Enabled" });
    assert.deepEqual(inputs["maintenanceWindow"], {
      customWindow: "Enabled",
      dayOfWeek: 0,
      startHour: 2,
      startMinute: 0,
    });
  });

  it("makes its parts one after the other, because the server does one thing at a time", async () => {
    const { registered } = await server({ databases: [{ name: "activity" }, { name: "idea" }] });
    const [, first, ...parts] = registered;
    assert.equal(first?.name, "pg-server");
    let previous = first.name;
    for (const part of parts) {
      assert.deepEqual(part.dependsOn, [previous]);
      previous = part.name;
    }
    assert.ok(parts.length > 10);
  });

  it("has databases in UTF-8, protected with the server", async () => {
    const { named } = await server({ databases: [{ name: "idea" }], protect: true });
    const { inputs, protect } = named("pg-database-idea");
    assert.deepEqual(
      [inputs["databaseName"], inputs["charset"], inputs["collation"]],
      ["idea", "UTF8", "en_US.utf8"],
    );
    assert.equal(protect, true);
    assert.equal(named("pg-server").protect, true);
  });

  it("may be small, on purpose, and then has no pooler", async () => {
    const { named, registered } = await server({ skuName: "Standard_B2s", highAvailability: "Disabled" });
    assert.deepEqual(named("pg-server").inputs["sku"], { name: "Standard_B2s", tier: "Burstable" });
    assert.ok(registered.every(({ name }) => !name.includes("pgbouncer")));
  });

  it("keeps a password secret, in its own inputs too", async () => {
    const passwordLogin = { administratorLogin: "legacy", administratorPassword: "correct horse" };
    const seen: pulumi.ResourceTransformationArgs[] = [];
    const { named } = await build(
      (opts) =>
        new PostgresFlexibleServer(
          "pg",
          { ...required, passwordLogin },
          {
            transformations: [
              ...(opts.transformations ?? []),
              (args) => {
                seen.push(args);
                return undefined;
              },
            ],
          },
        ),
    );
    assert.equal(at(named("pg-server").inputs, "authConfig", "passwordAuth"), "Enabled");
    const passwords = seen.flatMap(({ props }): unknown[] => [
      at(props, "administratorLoginPassword"),
      at(props, "passwordLogin", "administratorPassword"),
    ]);
    const given = passwords.filter((password) => password !== undefined);
    assert.equal(given.length, 2);
    for (const password of given) {
      assert.ok(pulumi.Output.isInstance(password) && (await pulumi.isSecret(password)));
    }
  });

  it("answers with host and port", async () => {
    const { component } = await server({ serverName: "platform-pg" });
    assert.equal(await valueOf(component.host), "platform-pg.postgres.database.azure.com");
    assert.equal(await valueOf(component.port), 5432);
  });

  const refused: [what: string, args: Partial<PostgresFlexibleServerArgs>, properties: string[]][] = [
    ["a standby of a burstable server", { skuName: "Standard_B2s" }, ["highAvailability"]],
    ["a SKU that is none", { skuName: "B2s" }, ["skuName"]],
    ["a server without administrators", { entraAdministrators: [] }, ["entraAdministrators"]],
    [
      "connections without TLS",
      { parameters: { require_secure_transport: "off" } },
      ["parameters.require_secure_transport"],
    ],
    [
      "old TLS",
      { parameters: { ssl_min_protocol_version: "TLSv1.1" } },
      ["parameters.ssl_min_protocol_version"],
    ],
    ["backups of a day", { backupRetentionDays: 1 }, ["backupRetentionDays"]],
    ["a size that Azure does not have", { storageGb: 100 }, ["storageGb"]],
    ["a standby in the server's own zone", { availabilityZone: "1", standbyZone: "1" }, ["standbyZone"]],
    ["two databases of one name", { databases: [{ name: "a" }, { name: "a" }] }, ["databases"]],
    ["an old version", { postgresVersion: "11" }, ["postgresVersion"]],
  ];
  for (const [what, args, properties] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(
        refusedBy(() => new PostgresFlexibleServer("pg", { ...required, ...args })),
        properties,
      );
    });
  }
});
