import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { allLogs, defenderPlan, diagnosticsOf, endpointOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { RuleCases, ServiceCases } from "./rule-cases.ts";

/** A flexible server that breaks no rule. */
export const compliantServer: TestResource = {
  type: "azure-native:dbforpostgresql:Server",
  name: "server",
  inputs: {
    version: "17",
    dataEncryption: { type: "AzureKeyVault" },
    highAvailability: { mode: "ZoneRedundant" },
    maintenanceWindow: { customWindow: "Enabled" },
    sku: { name: "Standard_D2ds_v5", tier: "GeneralPurpose" },
    storage: { storageSizeGB: 128, autoGrow: "Enabled" },
    network: {
      delegatedSubnetResourceId: "/subnets/postgres",
      privateDnsZoneArmResourceId: "/zones/postgres",
    },
    authConfig: { activeDirectoryAuth: "Enabled", passwordAuth: "Disabled" },
    backup: { backupRetentionDays: 14, geoRedundantBackup: "Enabled" },
  },
};

function parameter(configurationName: string, value: unknown): TestResource {
  return { type: "azure-native:dbforpostgresql:Configuration", inputs: { configurationName, value } };
}

/** A firewall rule of a database server, PostgreSQL or SQL. */
export function firewallRule(type: string, startIpAddress: unknown, endIpAddress: unknown): TestResource {
  return { type, inputs: { startIpAddress, endIpAddress } };
}

const rule = (start: unknown, end: unknown) =>
  firewallRule("azure-native:dbforpostgresql:FirewallRule", start, end);

const openServer = withInput(compliantServer, "network", { publicNetworkAccess: "Disabled" });

const singleServer: TestResource = {
  type: "azure-native:dbforpostgresql:SingleServer",
  inputs: { properties: { createMode: "Default", infrastructureEncryption: "Enabled" } },
};

/** A parameter of the server of this file. */
function ofServer(configurationName: string, value: unknown): TestResource {
  return {
    type: "azure-native:dbforpostgresql:Configuration",
    name: `parameter-${configurationName}`,
    inputs: { configurationName, serverName: unknown, value },
    dependencies: { serverName: ["server"] },
  };
}

const pooler = ofServer("pgbouncer.enabled", "true");
const preloaded = ofServer("shared_preload_libraries", "pg_cron, pgaudit");

function firewallRules(count: number): readonly TestResource[] {
  return Array.from({ length: count }, (_, index) => ({
    ...firewallRule("azure-native:dbforpostgresql:FirewallRule", `203.0.113.${index}`, `203.0.113.${index}`),
    name: `rule-${index}`,
    dependencies: { serverName: ["server"] },
  }));
}

/** Cases of a rule about a parameter that Azure turns on. */
function leftOnCases(name: string): RuleCases {
  return {
    compliant: [parameter(name, "on"), parameter(name, "ON"), parameter("time_zone", "off")],
    violating: [{ subject: parameter(name, "off"), message: /value is "off"; it must be "on"/ }],
    absent: { subject: parameter(name, undefined), outcome: "pass" },
    unknown: [parameter(name, unknown)],
  };
}

/** Cases of a rule about a parameter that the stack must set. */
function requiredCases(name: string, good: string, bad: string): RuleCases {
  return {
    compliant: [[compliantServer, ofServer(name, good)], []],
    violating: [
      {
        subject: [compliantServer, ofServer(name, bad)],
        message: new RegExp(`${name} of the server is "${bad}"; it must be`),
      },
      {
        subject: [{ ...compliantServer, name: "other" }, ofServer(name, good)],
        message: new RegExp(`${name} of the server is not set by the stack`),
      },
    ],
    absent: { subject: [compliantServer], outcome: "fail" },
    unknown: [[compliantServer, ofServer(name, unknown)]],
  };
}

export const postgresCases: ServiceCases = {
  "postgres-public-access-disabled": {
    compliant: [
      compliantServer,
      withInput(compliantServer, "network", { publicNetworkAccess: "Disabled" }),
      // The subnet comes from another resource; that there is one is known.
      withInput(compliantServer, "network.delegatedSubnetResourceId", unknown),
    ],
    violating: [
      {
        subject: withInput(compliantServer, "network.publicNetworkAccess", "Enabled"),
        message: /network\.publicNetworkAccess is "Enabled"; it must be "Disabled"/,
      },
      {
        subject: withInput(compliantServer, "network", {}),
        message: /network\.publicNetworkAccess is absent/,
      },
    ],
    absent: { subject: withInput(compliantServer, "network", undefined), outcome: "fail" },
    unknown: [withInput(compliantServer, "network.publicNetworkAccess", unknown)],
  },
  "postgres-entra-authentication": propertyCases(compliantServer, "authConfig.activeDirectoryAuth", {
    good: ["Enabled"],
    bad: ["Disabled"],
    absent: "fail",
  }),
  "postgres-password-authentication-disabled": propertyCases(compliantServer, "authConfig.passwordAuth", {
    good: ["Disabled"],
    bad: ["Enabled"],
    absent: "fail",
  }),
  "postgres-secure-transport": {
    compliant: [
      parameter("require_secure_transport", "on"),
      parameter("log_connections", "off"),
      { ...parameter("x", "off"), name: "elsewhere" },
    ],
    violating: [
      { subject: parameter("require_secure_transport", "off"), message: /value is "off"; it must be "on"/ },
      {
        // The provider names the parameter after the resource when configurationName is left out.
        subject: {
          type: "azure-native:dbforpostgresql/v20250801:Configuration",
          name: "require_secure_transport",
          inputs: { value: "OFF" },
        },
        message: /value is "OFF"/,
      },
    ],
    absent: { subject: parameter("require_secure_transport", undefined), outcome: "pass" },
    unknown: [parameter("require_secure_transport", unknown)],
  },
  "postgres-minimum-tls": {
    compliant: [
      parameter("ssl_min_protocol_version", "TLSv1.2"),
      parameter("ssl_min_protocol_version", "TLSv1.3"),
      parameter("ssl_max_protocol_version", "TLSv1.1"),
    ],
    violating: [
      {
        subject: parameter("ssl_min_protocol_version", "TLSv1"),
        message: /value is "TLSv1"; it must be "TLSv1\.2"/,
      },
    ],
    absent: { subject: parameter("ssl_min_protocol_version", undefined), outcome: "pass" },
    unknown: [parameter("ssl_min_protocol_version", unknown)],
  },
  "postgres-no-open-firewall": {
    compliant: [
      rule("203.0.113.1", "203.0.113.20"),
      rule("0.0.0.0", "0.0.0.0"),
      rule("10.0.0.0", "10.255.255.255"),
    ],
    violating: [
      { subject: rule("0.0.0.0", "255.255.255.255"), message: /endIpAddress is "255\.255\.255\.255"/ },
      { subject: rule("1.0.0.0", "120.0.0.0"), message: /must not lie so far from startIpAddress/ },
    ],
    absent: { subject: rule(undefined, undefined), outcome: "pass" },
    unknown: [rule("0.0.0.0", unknown)],
  },
  "postgres-no-azure-services-firewall": {
    compliant: [rule("203.0.113.1", "203.0.113.1")],
    violating: [{ subject: rule("0.0.0.0", "0.0.0.0"), message: /startIpAddress is "0\.0\.0\.0"/ }],
    absent: { subject: rule(undefined, undefined), outcome: "pass" },
    unknown: [rule("0.0.0.0", unknown)],
  },
  "postgres-geo-redundant-backup": propertyCases(compliantServer, "backup.geoRedundantBackup", {
    good: ["Enabled"],
    bad: ["Disabled"],
    absent: "fail",
  }),
  "postgres-private-network": {
    compliant: [[compliantServer], [openServer, endpointOf("server")]],
    violating: [
      { subject: [openServer, endpointOf("other")], message: /no private endpoint of the stack leads/ },
    ],
    absent: { subject: [openServer], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "postgres-few-firewall-rules": {
    compliant: [[compliantServer, ...firewallRules(10)], []],
    violating: [
      {
        subject: [compliantServer, ...firewallRules(11)],
        message: /the server has 11 firewall rules; it must have 10 or fewer/,
      },
    ],
    absent: { subject: [compliantServer], outcome: "pass" },
    unknown: [],
    readsNoValue: true,
  },
  "postgres-log-checkpoints": leftOnCases("log_checkpoints"),
  "postgres-log-connections": leftOnCases("log_connections"),
  "postgres-log-disconnections": leftOnCases("log_disconnections"),
  "postgres-connection-throttling": requiredCases("connection_throttle.enable", "on", "off"),
  "postgres-log-retention": requiredCases("logfiles.retention_days", "7", "3"),
  "postgres-pgaudit": {
    compliant: [[compliantServer, preloaded, ofServer("pgaudit.log", "ddl,role")]],
    violating: [
      {
        subject: [compliantServer, preloaded, ofServer("pgaudit.log", "none")],
        message: /pgaudit\.log of the server is "none"; it must name classes of statements/,
      },
      {
        subject: [
          compliantServer,
          ofServer("shared_preload_libraries", "pg_cron"),
          ofServer("pgaudit.log", "ddl"),
        ],
        message: /shared_preload_libraries of the server is "pg_cron"; it must hold pgaudit/,
      },
    ],
    absent: { subject: [compliantServer, preloaded], outcome: "fail" },
    unknown: [[compliantServer, preloaded, ofServer("pgaudit.log", unknown)]],
  },
  "postgres-customer-managed-key": propertyCases(compliantServer, "dataEncryption.type", {
    good: ["AzureKeyVault"],
    bad: ["SystemManaged"],
    absent: "fail",
  }),
  "postgres-infrastructure-encryption": propertyCases(singleServer, "properties.infrastructureEncryption", {
    good: ["Enabled"],
    bad: ["Disabled"],
    absent: "fail",
  }),
  "postgres-zone-redundant": propertyCases(compliantServer, "highAvailability.mode", {
    good: ["ZoneRedundant"],
    bad: ["SameZone", "Disabled"],
    absent: "fail",
  }),
  "postgres-maintenance-window": propertyCases(compliantServer, "maintenanceWindow.customWindow", {
    good: ["Enabled"],
    bad: ["Disabled"],
    absent: "fail",
  }),
  "postgres-defender": {
    compliant: [[compliantServer, defenderPlan("OpenSourceRelationalDatabases")], []],
    violating: [
      {
        subject: [compliantServer, defenderPlan("OpenSourceRelationalDatabases", "Free")],
        message: /nothing in the stack turns on the Defender plan OpenSourceRelationalDatabases/,
      },
    ],
    absent: { subject: [compliantServer], outcome: "fail" },
    unknown: [[compliantServer, defenderPlan("OpenSourceRelationalDatabases", unknown)]],
  },
  "postgres-audit-logs": {
    compliant: [
      [compliantServer, diagnosticsOf("server", allLogs)],
      [compliantServer, diagnosticsOf("server", { category: "PostgreSQLLogs", enabled: true })],
    ],
    violating: [
      {
        subject: [
          compliantServer,
          diagnosticsOf("server", { category: "PostgreSQLFlexSessions", enabled: true }),
        ],
        message: /does not keep logs of audit or PostgreSQLLogs/,
      },
    ],
    absent: { subject: [compliantServer], outcome: "fail" },
    unknown: [[compliantServer, diagnosticsOf("server", { ...allLogs, enabled: unknown })]],
  },
  "postgres-names": propertyCases(compliantServer, "serverName", {
    good: ["platform-data"],
    bad: ["Platform", "ab", "-server"],
    absent: "pass",
  }),
  "postgres-log-duration": requiredCases("log_duration", "on", "off"),
  "postgres-upkeep": {
    compliant: [
      [compliantServer, pooler],
      [withInput(compliantServer, "sku.tier", "Burstable")],
      [withInput(withInput(compliantServer, "createMode", "Replica"), "backup", undefined), pooler],
      [withInput(compliantServer, "version", undefined), pooler],
    ],
    violating: [
      {
        subject: [withInput(compliantServer, "version", "13"), pooler],
        message: /version is "13"; it must be 14 or later/,
      },
      {
        subject: [withInput(compliantServer, "backup.backupRetentionDays", 7), pooler],
        message: /backup\.backupRetentionDays is 7; it must be 14 or more/,
      },
      {
        subject: [withInput(compliantServer, "backup", undefined), pooler],
        message: /backup\.backupRetentionDays is absent/,
      },
      {
        subject: [withInput(compliantServer, "storage.autoGrow", "Disabled"), pooler],
        message: /storage\.autoGrow is "Disabled"/,
      },
      {
        subject: [withInput(compliantServer, "storage", undefined), pooler],
        message: /storage\.autoGrow is absent/,
      },
      {
        subject: [compliantServer, ofServer("pgbouncer.enabled", "false")],
        message: /pgbouncer\.enabled of the server is "false"; it must be "true"/,
      },
    ],
    absent: { subject: [compliantServer], outcome: "fail" },
    unknown: [
      [withInput(compliantServer, "version", unknown), pooler],
      [withInput(compliantServer, "backup", unknown), pooler],
      [compliantServer, ofServer("pgbouncer.enabled", unknown)],
    ],
  },
};
