import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { firewallRule } from "./postgres.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A SQL server that breaks no rule. */
export const compliantSqlServer: TestResource = {
  type: "azure-native:sql:Server",
  name: "sql",
  inputs: {
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
};
