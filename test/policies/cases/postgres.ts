import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A flexible server that breaks no rule. */
export const compliantServer: TestResource = {
  type: "azure-native:dbforpostgresql:Server",
  inputs: {
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
  "postgres-backup-retention": {
    ...propertyCases(compliantServer, "backup.backupRetentionDays", {
      good: [14, 35],
      bad: [7, 13, "many"],
      absent: "fail",
    }),
    compliant: [
      compliantServer,
      withInput(withInput(compliantServer, "createMode", "Replica"), "backup", undefined),
    ],
  },
  "postgres-geo-redundant-backup": propertyCases(compliantServer, "backup.geoRedundantBackup", {
    good: ["Enabled"],
    bad: ["Disabled"],
    absent: "fail",
  }),
};
