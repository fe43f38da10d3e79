import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { defenderPlan, endpointOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A server that breaks no rule about one resource. */
const server: TestResource = {
  type: "azure-native:dbformysql:Server",
  name: "server",
  inputs: {
    backup: { geoRedundantBackup: "Enabled" },
    dataEncryption: { type: "AzureKeyVault" },
    highAvailability: { mode: "ZoneRedundant" },
    maintenanceWindow: { customWindow: "Enabled" },
    network: { publicNetworkAccess: "Disabled" },
  },
};

const inSubnet = withInput(server, "network", { delegatedSubnetResourceId: unknown });

const singleServer: TestResource = {
  type: "azure-native:dbformysql:SingleServer",
  inputs: { properties: { createMode: "Default", infrastructureEncryption: "Enabled" } },
};

function firewallRule(startIpAddress: unknown, endIpAddress: unknown): TestResource {
  return { type: "azure-native:dbformysql:FirewallRule", inputs: { startIpAddress, endIpAddress } };
}

function parameter(configurationName: unknown, value: unknown): TestResource {
  return {
    type: "azure-native:dbformysql:Configuration",
    name: `parameter-${String(configurationName)}`,
    inputs: { configurationName, serverName: unknown, value },
    dependencies: { serverName: ["server"] },
  };
}

const administrator: TestResource = {
  type: "azure-native:dbformysql:AzureADAdministrator",
  name: "administrator",
  inputs: { administratorType: "ActiveDirectory", serverName: unknown },
  dependencies: { serverName: ["server"] },
};

const auditOn = parameter("audit_log_enabled", "ON");
const connections = parameter("audit_log_events", "DDL,CONNECTION");

export const mysqlCases: ServiceCases = {
  "mysql-public-access-disabled": {
    ...propertyCases(server, "network.publicNetworkAccess", { good: [], bad: ["Enabled"], absent: "fail" }),
    compliant: [server, inSubnet],
  },
  "mysql-private-network": {
    compliant: [[server, endpointOf("server")], [inSubnet]],
    violating: [
      { subject: [server, endpointOf("other")], message: /no private endpoint of the stack leads/ },
    ],
    absent: { subject: [server], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "mysql-no-open-firewall": {
    compliant: [firewallRule("203.0.113.1", "203.0.113.20")],
    violating: [
      {
        subject: firewallRule("0.0.0.0", "255.255.255.255"),
        message: /endIpAddress is "255\.255\.255\.255"/,
      },
      { subject: firewallRule("0.0.0.0", "0.0.0.0"), message: /startIpAddress is "0\.0\.0\.0"/ },
    ],
    absent: { subject: firewallRule(undefined, undefined), outcome: "pass" },
    unknown: [firewallRule(unknown, "255.255.255.255")],
  },
  "mysql-secure-transport": {
    compliant: [parameter("require_secure_transport", "ON"), parameter("time_zone", "OFF")],
    violating: [{ subject: parameter("require_secure_transport", "OFF"), message: /value is "OFF"/ }],
    absent: { subject: parameter("require_secure_transport", undefined), outcome: "pass" },
    unknown: [parameter("require_secure_transport", unknown), parameter(unknown, "OFF")],
  },
  "mysql-minimum-tls": {
    compliant: [
      parameter("tls_version", "TLSv1.2"),
      parameter("tls_version", "TLSv1.2, TLSv1.3"),
      parameter("time_zone", "x"),
    ],
    violating: [
      { subject: parameter("tls_version", "TLSv1,TLSv1.2"), message: /value is "TLSv1,TLSv1\.2"/ },
      { subject: parameter("tls_version", "TLSv1.1"), message: /value is "TLSv1\.1"/ },
    ],
    absent: { subject: parameter("tls_version", undefined), outcome: "pass" },
    unknown: [parameter("tls_version", unknown)],
  },
  "mysql-entra-administrator": {
    compliant: [[server, administrator], []],
    violating: [
      {
        subject: [server, { ...administrator, dependencies: { serverName: ["other"] } }],
        message: /no Entra administrator of the stack belongs to the server/,
      },
    ],
    absent: { subject: [server], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "mysql-entra-only": {
    compliant: [[server, parameter("aad_auth_only", "ON")]],
    violating: [
      {
        subject: [server, parameter("aad_auth_only", "OFF")],
        message: /the stack does not turn on aad_auth_only for the server/,
      },
      {
        subject: [server, { ...parameter("aad_auth_only", "ON"), dependencies: { serverName: ["other"] } }],
        message: /the stack does not turn on aad_auth_only/,
      },
    ],
    absent: { subject: [server], outcome: "fail" },
    unknown: [[server, parameter("aad_auth_only", unknown)]],
  },
  "mysql-audit-log": {
    compliant: [[server, auditOn, connections]],
    violating: [
      {
        subject: [server, parameter("audit_log_enabled", "OFF"), connections],
        message: /the stack does not turn on audit_log_enabled/,
      },
      {
        subject: [server, auditOn, parameter("audit_log_events", "DDL,DML")],
        message: /audit_log_events of the server does not include CONNECTION/,
      },
    ],
    absent: { subject: [server, auditOn], outcome: "fail" },
    unknown: [
      [server, parameter("audit_log_enabled", unknown)],
      [server, auditOn, parameter("audit_log_events", unknown)],
    ],
  },
  "mysql-geo-redundant-backup": propertyCases(server, "backup.geoRedundantBackup", {
    good: ["Enabled"],
    bad: ["Disabled"],
    absent: "fail",
  }),
  "mysql-zone-redundant": propertyCases(server, "highAvailability.mode", {
    good: ["ZoneRedundant"],
    bad: ["SameZone", "Disabled"],
    absent: "fail",
  }),
  "mysql-customer-managed-key": propertyCases(server, "dataEncryption.type", {
    good: ["AzureKeyVault"],
    bad: ["SystemManaged"],
    absent: "fail",
  }),
  "mysql-infrastructure-encryption": propertyCases(singleServer, "properties.infrastructureEncryption", {
    good: ["Enabled"],
    bad: ["Disabled"],
    absent: "fail",
  }),
  "mysql-defender": {
    compliant: [[server, defenderPlan("OpenSourceRelationalDatabases")], []],
    violating: [
      {
        subject: [server, defenderPlan("OpenSourceRelationalDatabases", "Free")],
        message: /nothing in the stack turns on the Defender plan OpenSourceRelationalDatabases/,
      },
    ],
    absent: { subject: [server], outcome: "fail" },
    unknown: [[server, defenderPlan("OpenSourceRelationalDatabases", unknown)]],
  },
  "mysql-maintenance-window": propertyCases(server, "maintenanceWindow.customWindow", {
    good: ["Enabled"],
    bad: ["Disabled"],
    absent: "fail",
  }),
  "mysql-flexible-server": {
    compliant: [server],
    violating: [
      { subject: singleServer, message: /the server is a single server/ },
      {
        subject: { ...singleServer, type: "azure-native:dbformysql/v20171201:Server" },
        message: /the server is a single server/,
      },
    ],
    absent: { subject: { ...server, inputs: {} }, outcome: "pass" },
    unknown: [],
    readsNoValue: true,
  },
  "mysql-names": propertyCases(server, "serverName", {
    good: ["platform-data"],
    bad: ["Platform", "ab", "-server"],
    absent: "pass",
  }),
};
