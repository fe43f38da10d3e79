import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { allLogs, defenderPlan, diagnosticsOf, endpointOf } from "./partners.ts";
import { firewallRule } from "./postgres.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A SQL server that breaks no rule. */
export const compliantSqlServer: TestResource = {
  type: "azure-native:sql:Server",
  name: "sql",
  inputs: {
    location: "westeurope",
    restrictOutboundNetworkAccess: "Enabled",
    publicNetworkAccess: "Disabled",
    minimalTlsVersion: "1.2",
    administrators: {
      administratorType: "ActiveDirectory",
      azureADOnlyAuthentication: true,
      sid: "5a1c7e02-0000-0000-0000-000000000000",
    },
  },
};

const auditing: TestResource = {
  type: "azure-native:sql:ServerBlobAuditingPolicy",
  name: "audit",
  inputs: { state: "Enabled", isAzureMonitorTargetEnabled: true, serverName: unknown },
  dependencies: { serverName: ["sql"] },
};

const encryption: TestResource = {
  type: "azure-native:sql:TransparentDataEncryption",
  inputs: { state: "Enabled" },
};

const rule = (start: unknown, end: unknown) => firewallRule("azure-native:sql:FirewallRule", start, end);

/** A part of the server of this file. */
function ofServer(kind: string, inputs: Readonly<Record<string, unknown>>): TestResource {
  return {
    type: `azure-native:sql:${kind}`,
    name: kind.toLowerCase(),
    inputs: { serverName: unknown, ...inputs },
    dependencies: { serverName: ["sql"] },
  };
}

function firewallRules(count: number): readonly TestResource[] {
  return Array.from({ length: count }, (_, index) => ({
    ...ofServer("FirewallRule", { startIpAddress: `203.0.113.${index}` }),
    name: `rule-${index}`,
  }));
}

const protector = (serverKeyType: unknown) => ofServer("EncryptionProtector", { serverKeyType });

const auditedGroups = [
  "BATCH_COMPLETED_GROUP",
  "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP",
  "FAILED_DATABASE_AUTHENTICATION_GROUP",
];

const alerts = ofServer("ServerSecurityAlertPolicy", {
  state: "Enabled",
  disabledAlerts: [],
  emailAccountAdmins: true,
  emailAddresses: ["security@example.com"],
});

const assessment = ofServer("ServerVulnerabilityAssessment", {
  recurringScans: { isEnabled: true, emails: ["security@example.com"], emailSubscriptionAdmins: true },
});
const expressAssessment = (state: unknown) => ofServer("SqlVulnerabilityAssessmentsSetting", { state });

const database: TestResource = {
  ...ofServer("Database", {
    databaseName: "orders",
    isLedgerOn: true,
    maintenanceConfigurationId: "/publicMaintenanceConfigurations/SQL_WestEurope_DB_1",
    requestedBackupStorageRedundancy: "GeoZone",
    sku: { name: "GP_Gen5", tier: "GeneralPurpose" },
    zoneRedundant: true,
  }),
  name: "database",
};

function archive(retention: Readonly<Record<string, unknown>>): TestResource {
  return {
    type: "azure-native:sql:LongTermRetentionPolicy",
    name: "archive",
    inputs: { databaseName: unknown, ...retention },
    dependencies: { databaseName: ["database"] },
  };
}

function secondServer(location: unknown): TestResource {
  return { ...withInput(compliantSqlServer, "location", location), name: "second" };
}

function failoverGroup(failoverPolicy: unknown): TestResource {
  return {
    type: "azure-native:sql:FailoverGroup",
    name: "group",
    inputs: { serverName: unknown, partnerServers: [{ id: unknown }], readWriteEndpoint: { failoverPolicy } },
    dependencies: { serverName: ["sql"], partnerServers: ["second"] },
  };
}

export const sqlCases: ServiceCases = {
  "sql-public-access-disabled": propertyCases(compliantSqlServer, "publicNetworkAccess", {
    good: ["Disabled", "SecuredByPerimeter"],
    bad: ["Enabled"],
    absent: "fail",
  }),
  "sql-entra-administrator": {
    compliant: [compliantSqlServer, withInput(compliantSqlServer, "administrators.sid", unknown)],
    violating: [
      {
        subject: withInput(compliantSqlServer, "administrators", { login: "someone" }),
        message: /administrators\.sid is absent/,
      },
    ],
    absent: { subject: withInput(compliantSqlServer, "administrators", undefined), outcome: "fail" },
    unknown: [withInput(compliantSqlServer, "administrators", unknown)],
  },
  "sql-entra-only-authentication": propertyCases(
    compliantSqlServer,
    "administrators.azureADOnlyAuthentication",
    {
      good: [true],
      bad: [false],
      absent: "fail",
    },
  ),
  "sql-minimum-tls": propertyCases(compliantSqlServer, "minimalTlsVersion", {
    good: ["1.2", "1.3"],
    bad: ["1.0", "1.1", "None"],
    absent: "fail",
  }),
  "sql-no-open-firewall": {
    compliant: [rule("203.0.113.1", "203.0.113.20")],
    violating: [
      { subject: rule("0.0.0.0", "255.255.255.255"), message: /endIpAddress is "255\.255\.255\.255"/ },
    ],
    absent: { subject: rule(undefined, undefined), outcome: "pass" },
    unknown: [rule(unknown, "255.255.255.255")],
  },
  "sql-no-azure-services-firewall": {
    compliant: [rule("203.0.113.1", "203.0.113.1")],
    violating: [{ subject: rule("0.0.0.0", "0.0.0.0"), message: /startIpAddress is "0\.0\.0\.0"/ }],
    absent: { subject: rule(undefined, undefined), outcome: "pass" },
    unknown: [rule(unknown, "0.0.0.0")],
  },
  "sql-encryption-at-rest": propertyCases(encryption, "state", {
    good: ["Enabled"],
    bad: ["Disabled"],
    absent: "pass",
  }),
  "sql-auditing": {
    compliant: [
      [compliantSqlServer, auditing],
      [compliantSqlServer, { ...auditing, type: "azure-native:sql:ExtendedServerBlobAuditingPolicy" }],
      [],
    ],
    violating: [
      {
        subject: [compliantSqlServer, withInput(auditing, "state", "Disabled")],
        message: /the server's auditing policy is not enabled/,
      },
      {
        subject: [compliantSqlServer, { ...compliantSqlServer, name: "second" }, auditing],
        message: /no auditing policy refers to the server/,
      },
    ],
    absent: { subject: [compliantSqlServer], outcome: "fail" },
    unknown: [[compliantSqlServer, withInput(auditing, "state", unknown)]],
  },
  "sql-audit-retention": propertyCases(auditing, "retentionDays", {
    good: [0, 91, 365],
    bad: [1, 30, 90],
    absent: "pass",
  }),
  "sql-private-endpoint": {
    compliant: [
      [compliantSqlServer, endpointOf("sql")],
      [compliantSqlServer, ofServer("VirtualNetworkRule", { virtualNetworkSubnetId: unknown })],
    ],
    violating: [
      {
        subject: [compliantSqlServer, endpointOf("other")],
        message: /neither a private endpoint nor a virtual network rule/,
      },
    ],
    absent: { subject: [compliantSqlServer], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "sql-few-firewall-rules": {
    compliant: [[compliantSqlServer, ...firewallRules(10)], []],
    violating: [
      { subject: [compliantSqlServer, ...firewallRules(12)], message: /the server has 12 firewall rules/ },
    ],
    absent: { subject: [compliantSqlServer], outcome: "pass" },
    unknown: [],
    readsNoValue: true,
  },
  "sql-customer-managed-key": {
    compliant: [
      [compliantSqlServer, protector("AzureKeyVault")],
      [withInput(compliantSqlServer, "keyId", unknown)],
    ],
    violating: [
      {
        subject: [compliantSqlServer, protector("ServiceManaged")],
        message: /neither keyId nor an encryption protector names a key/,
      },
    ],
    absent: { subject: [compliantSqlServer], outcome: "fail" },
    unknown: [[compliantSqlServer, protector(unknown)]],
  },
  "sql-audit-actions": {
    compliant: [
      auditing,
      withInput(auditing, "auditActionsAndGroups", [...auditedGroups, "DATABASE_LOGOUT_GROUP"]),
    ],
    violating: [
      {
        subject: withInput(auditing, "auditActionsAndGroups", ["BATCH_COMPLETED_GROUP"]),
        message:
          /auditActionsAndGroups is a list of 1; it must hold "SUCCESSFUL_DATABASE_AUTHENTICATION_GROUP"/,
      },
    ],
    absent: { subject: auditing, outcome: "pass" },
    unknown: [
      withInput(auditing, "auditActionsAndGroups", unknown),
      withInput(auditing, "auditActionsAndGroups", [unknown]),
    ],
  },
  "sql-defender": {
    compliant: [
      [compliantSqlServer, alerts],
      [compliantSqlServer, defenderPlan("SqlServers")],
    ],
    violating: [
      {
        subject: [compliantSqlServer, withInput(alerts, "state", "Disabled")],
        message: /the server's security alert policy is not enabled/,
      },
      {
        subject: [compliantSqlServer, { ...alerts, dependencies: { serverName: ["other"] } }],
        message: /no security alert policy of the stack belongs to the server/,
      },
    ],
    absent: { subject: [compliantSqlServer], outcome: "fail" },
    unknown: [[compliantSqlServer, withInput(alerts, "state", unknown)]],
  },
  "sql-all-alerts": {
    ...propertyCases(alerts, "disabledAlerts", { good: [[], [""]], bad: [], absent: "pass" }),
    violating: [
      {
        subject: withInput(alerts, "disabledAlerts", ["Sql_Injection"]),
        message: /disabledAlerts\[0\] is "Sql_Injection"; it must be left out/,
      },
    ],
  },
  "sql-alert-contact": propertyCases(alerts, "emailAddresses", {
    good: [["security@example.com"]],
    bad: [[], [""]],
    absent: "fail",
  }),
  "sql-alert-owners": propertyCases(alerts, "emailAccountAdmins", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "sql-vulnerability-assessment": {
    compliant: [
      [compliantSqlServer, assessment],
      [compliantSqlServer, expressAssessment("Enabled")],
    ],
    violating: [
      {
        subject: [compliantSqlServer, expressAssessment("Disabled")],
        message: /no vulnerability assessment of the stack belongs to the server/,
      },
    ],
    absent: { subject: [compliantSqlServer], outcome: "fail" },
    unknown: [[compliantSqlServer, expressAssessment(unknown)]],
  },
  "sql-assessment-recurring": propertyCases(assessment, "recurringScans.isEnabled", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "sql-assessment-contact": propertyCases(assessment, "recurringScans.emails", {
    good: [["security@example.com"]],
    bad: [[], [""]],
    absent: "fail",
  }),
  "sql-assessment-owners": propertyCases(assessment, "recurringScans.emailSubscriptionAdmins", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "sql-ledger": propertyCases(database, "isLedgerOn", { good: [true], bad: [false], absent: "fail" }),
  "sql-zone-redundant": {
    ...propertyCases(database, "zoneRedundant", { good: [], bad: [false], absent: "fail" }),
    compliant: [
      database,
      { ...database, type: "azure-native:sql:ElasticPool" },
      withInput(withInput(database, "zoneRedundant", undefined), "elasticPoolId", unknown),
      withInput(withInput(database, "zoneRedundant", false), "sku.tier", "Basic"),
    ],
  },
  "sql-long-term-backup": {
    compliant: [
      [database, archive({ weeklyRetention: "P4W" })],
      [
        withInput(database, "requestedBackupStorageRedundancy", undefined),
        archive({ yearlyRetention: "P5Y" }),
      ],
    ],
    violating: [
      {
        subject: [database, archive({ weeklyRetention: "PT0S" })],
        message: /no long-term retention of the stack keeps the database/,
      },
      {
        subject: [
          withInput(database, "requestedBackupStorageRedundancy", "Local"),
          archive({ weeklyRetention: "P4W" }),
        ],
        message: /requestedBackupStorageRedundancy is "Local"; it must be "Geo" or "GeoZone"/,
      },
    ],
    absent: { subject: [database], outcome: "fail" },
    unknown: [[database, archive({ weeklyRetention: unknown })]],
  },
  "sql-backup-in-region": propertyCases(database, "requestedBackupStorageRedundancy", {
    good: ["Local", "Zone"],
    bad: ["Geo", "GeoZone"],
    absent: "fail",
  }),
  "sql-maintenance-window": {
    ...propertyCases(database, "maintenanceConfigurationId", {
      good: ["/publicMaintenanceConfigurations/SQL_WestEurope_DB_1"],
      bad: ["SQL_Default", "/publicMaintenanceConfigurations/SQL_Default"],
      absent: "fail",
    }),
  },
  "sql-admin-name": {
    ...propertyCases(compliantSqlServer, "administratorLogin", {
      good: ["platform-operator"],
      bad: ["admin", "SA", "sqladmin"],
      absent: "pass",
    }),
    violating: [
      {
        subject: withInput(compliantSqlServer, "administratorLogin", "Admin"),
        message: /administratorLogin is "Admin"; it must not be a name that is guessed first/,
      },
      {
        subject: withInput(compliantSqlServer, "administrators.login", "root"),
        message: /administrators\.login is "root"/,
      },
      {
        subject: { type: "azure-native:sql:ServerAzureADAdministrator", inputs: { login: "dbadmin" } },
        message: /login is "dbadmin"/,
      },
    ],
  },
  "sql-outbound-restricted": propertyCases(compliantSqlServer, "restrictOutboundNetworkAccess", {
    good: ["Enabled"],
    bad: ["Disabled"],
    absent: "fail",
  }),
  "sql-diagnostic-logs": {
    compliant: [
      [compliantSqlServer, diagnosticsOf("sql", allLogs)],
      [compliantSqlServer, database, diagnosticsOf("database", allLogs)],
    ],
    violating: [
      {
        subject: [compliantSqlServer, diagnosticsOf("sql", { ...allLogs, enabled: false })],
        message: /no diagnostic setting of the stack keeps logs of the server or its databases/,
      },
      {
        subject: [compliantSqlServer, { ...database, dependencies: {} }, diagnosticsOf("database", allLogs)],
        message: /no diagnostic setting of the stack keeps logs/,
      },
    ],
    absent: { subject: [compliantSqlServer], outcome: "fail" },
    unknown: [[compliantSqlServer, diagnosticsOf("sql", { ...allLogs, enabled: unknown })]],
  },
  "sql-names": {
    ...propertyCases(compliantSqlServer, "serverName", {
      good: ["platform-1"],
      bad: ["Platform", "-platform", "a".repeat(64)],
      absent: "pass",
    }),
    violating: [
      {
        subject: withInput(compliantSqlServer, "serverName", "Platform"),
        message: /serverName is "Platform"; it must be 1 to 63 lower-case/,
      },
      { subject: withInput(database, "databaseName", "orders."), message: /databaseName is "orders\."/ },
      {
        subject: { type: "azure-native:sql:FailoverGroup", inputs: { failoverGroupName: "a_b" } },
        message: /failoverGroupName is "a_b"/,
      },
      {
        subject: { type: "azure-native:sql:ElasticPool", inputs: { elasticPoolName: "a/b" } },
        message: /elasticPoolName is "a\/b"/,
      },
      {
        subject: { type: "azure-native:sql:JobAgent", inputs: { jobAgentName: "jobs?" } },
        message: /jobAgentName is "jobs\?"/,
      },
    ],
  },
  "sql-failover-group": {
    compliant: [
      [compliantSqlServer, secondServer("North Europe"), failoverGroup("Automatic")],
      [
        withInput(compliantSqlServer, "location", "italynorth"),
        secondServer("westeurope"),
        failoverGroup("Automatic"),
      ],
    ],
    violating: [
      {
        subject: [compliantSqlServer, secondServer("northeurope"), failoverGroup("Manual")],
        message: /readWriteEndpoint\.failoverPolicy is "Manual"; it must be "Automatic"/,
      },
      {
        subject: [compliantSqlServer, secondServer("eastus"), failoverGroup("Automatic")],
        message: /location is "eastus"; it must be northeurope, the pair/,
      },
    ],
    absent: { subject: [compliantSqlServer], outcome: "fail" },
    unknown: [
      [compliantSqlServer, secondServer(unknown), failoverGroup("Automatic")],
      [compliantSqlServer, failoverGroup(unknown)],
    ],
  },
};
