import assert from "node:assert/strict";
import { SqlServer } from "../../../../../components/azure/sql/sql-server.ts";
import type { SqlDatabaseArgs, SqlServerArgs } from "../../../../../components/azure/sql/sql-server.ts";
import { at, build, refusedBy, valueOf } from "../registrations.ts";

const required: SqlServerArgs = {
  resourceGroupName: "group",
  tenantId: "tenant",
  entraAdministrator: { login: "dba", objectId: "group-id", principalType: "Group" },
  logAnalyticsWorkspaceId: "/logs",
};
const server = (args: Partial<SqlServerArgs> = {}) =>
  build((opts) => new SqlServer("sql", { ...required, ...args }, opts));

describe("SqlServer", () => {
  it("is private and knows Entra logins only when nothing is said", async () => {
    const { inputs } = (await server()).named("sql-server");
    assert.equal(inputs["publicNetworkAccess"], "Disabled");
    assert.equal(inputs["restrictOutboundNetworkAccess"], "Enabled");
    assert.equal(inputs["minimalTlsVersion"], "1.2");
    assert.deepEqual(inputs["administrators"], {
      administratorType: "ActiveDirectory",
      azureADOnlyAuthentication: true,
      login: "dba",
      sid: "group-id",
      principalType: "Group",
      tenantId: "tenant",
    });
    assert.equal(inputs["administratorLogin"], undefined);
  });

  it("records who did what in the workspace", async () => {
    const { named } = await server();
    const { inputs } = named("sql-audit");
    assert.equal(inputs["state"], "Enabled");
    assert.equal(inputs["isAzureMonitorTargetEnabled"], true);
    assert.equal(inputs["retentionDays"], 365);
    const log = named("sql-audit-log").inputs;
    assert.match(String(log["resourceUri"]), /sql-server\/databases\/master$/);
    assert.equal(log["workspaceId"], "/logs");
    assert.deepEqual(log["logs"], [{ category: "SQLSecurityAuditEvents", enabled: true }]);
  });

  it("has Defender on, for every kind of alert", async () => {
    const { inputs } = (await server({ alertEmails: ["sec@example.com"] })).named("sql-defender");
    assert.equal(inputs["state"], "Enabled");
    assert.deepEqual(inputs["disabledAlerts"], []);
    assert.equal(inputs["emailAccountAdmins"], true);
    assert.deepEqual(inputs["emailAddresses"], ["sec@example.com"]);
  });

  it("does without audit and Defender on purpose", async () => {
    const { registered } = await server({
      auditing: false,
      defender: false,
      logAnalyticsWorkspaceId: undefined,
    });
    assert.deepEqual(
      registered.map(({ name }) => name),
      ["sql", "sql-server"],
    );
  });

  it("has zone redundant databases with backups in another region", async () => {
    const { component, named } = await server({ databases: [{ name: "organization" }] });
    const { inputs } = named("sql-database-organization");
    assert.deepEqual(inputs["sku"], { name: "GP_Gen5", tier: "GeneralPurpose", family: "Gen5", capacity: 2 });
    assert.equal(inputs["zoneRedundant"], true);
    assert.equal(inputs["requestedBackupStorageRedundancy"], "Geo");
    assert.equal(inputs["maxSizeBytes"], 32 * 1024 ** 3);
    assert.equal(named("sql-database-organization-backup").inputs["retentionDays"], 14);
    assert.deepEqual(Object.keys(await valueOf(component.databaseIds)), ["organization"]);
  });

  it("has serverless databases, on purpose", async () => {
    const { inputs } = (
      await server({
        databases: [
          { name: "organization", skuName: "GP_S_Gen5_1", autoPauseMinutes: 60, zoneRedundant: false },
        ],
      })
    ).named("sql-database-organization");
    assert.equal(at(inputs, "sku", "name"), "GP_S_Gen5");
    assert.equal(inputs["autoPauseDelay"], 60);
    assert.equal(inputs["zoneRedundant"], false);
  });

  it("keeps weekly backups on demand", async () => {
    const { named } = await server({ databases: [{ name: "a", weeklyBackupRetention: "P4W" }] });
    assert.equal(named("sql-database-a-archive").inputs["weeklyRetention"], "P4W");
  });

  it("lets named networks in", async () => {
    const { named } = await server({ publicNetworkAccess: true, allowedIpRanges: ["203.0.113.0/24"] });
    const { inputs } = named("sql-allow-0");
    assert.deepEqual([inputs["startIpAddress"], inputs["endIpAddress"]], ["203.0.113.0", "203.0.113.255"]);
  });

  it("calls a service principal an application, as SQL does", async () => {
    const { inputs } = (
      await server({ entraAdministrator: { login: "ci", objectId: "id", principalType: "ServicePrincipal" } })
    ).named("sql-server");
    assert.equal(at(inputs, "administrators", "principalType"), "Application");
  });

  const one = (database: Partial<SqlDatabaseArgs>) => ({ databases: [{ name: "a", ...database }] });
  const refused: [what: string, args: Partial<SqlServerArgs>, properties: string[]][] = [
    ["an audit without a workspace", { logAnalyticsWorkspaceId: undefined }, ["auditing"]],
    ["a public server for everybody", { publicNetworkAccess: true }, ["allowedIpRanges"]],
    ["a short audit", { auditRetentionDays: 90 }, ["auditRetentionDays"]],
    ["a SKU that is none", one({ skuName: "huge" }), ["databases[0].skuName"]],
    ["pausing a provisioned database", one({ autoPauseMinutes: 60 }), ["databases[0].autoPauseMinutes"]],
    ["zones with the tier Standard", one({ skuName: "S0" }), ["databases[0].zoneRedundant"]],
    [
      "an archive of a database that pauses",
      one({ skuName: "GP_S_Gen5_1", autoPauseMinutes: 60, weeklyBackupRetention: "P4W" }),
      ["databases[0].weeklyBackupRetention"],
    ],
    ["an address that is none", { alertEmails: ["nobody"] }, ["alertEmails[0]"]],
  ];
  for (const [what, args, properties] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(
        refusedBy(() => new SqlServer("sql", { ...required, ...args })),
        properties,
      );
    });
  }
});
