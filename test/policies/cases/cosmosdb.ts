import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { defenderPlan, endpointOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** An account that breaks no rule about one resource. */
const account: TestResource = {
  type: "azure-native:cosmosdb:DatabaseAccount",
  name: "account",
  inputs: {
    backupPolicy: { type: "Continuous" },
    disableKeyBasedMetadataWriteAccess: true,
    disableLocalAuth: true,
    enableAutomaticFailover: true,
    keyVaultKeyUri: unknown,
    kind: "GlobalDocumentDB",
    location: "westeurope",
    locations: [{ locationName: "West Europe", isZoneRedundant: true }],
    minimalTlsVersion: "Tls12",
    publicNetworkAccess: "Disabled",
    tags: { owner: "platform" },
  },
};

/** A MongoDB cluster that breaks no rule. */
const cluster: TestResource = {
  type: "azure-native:mongocluster:MongoCluster",
  name: "cluster",
  inputs: {
    location: "westeurope",
    properties: {
      highAvailability: { targetMode: "ZoneRedundantPreferred" },
      publicNetworkAccess: "Disabled",
    },
    tags: { owner: "platform" },
  },
};

const open = withInput(account, "publicNetworkAccess", "Enabled");
const listed = (address: unknown) => withInput(open, "ipRules", [{ ipAddressOrRange: address }]);

const filtered = withInput(withInput(open, "isVirtualNetworkFilterEnabled", true), "virtualNetworkRules", [
  { id: unknown },
]);

const container: TestResource = {
  type: "azure-native:cosmosdb:SqlResourceSqlContainer",
  inputs: { options: { autoscaleSettings: { maxThroughput: 4000 } } },
};

const protection: TestResource = {
  type: "azure-native:security:AdvancedThreatProtection",
  name: "protection",
  inputs: { isEnabled: true, resourceId: unknown },
  dependencies: { resourceId: ["account"] },
};

export const cosmosdbCases: ServiceCases = {
  "cosmosdb-network-restricted": {
    compliant: [account, listed("203.0.113.0/24"), filtered],
    violating: [
      { subject: open, message: /ipRules is absent/ },
      { subject: withInput(open, "ipRules", []), message: /ipRules is an empty list/ },
      { subject: listed("0.0.0.0/0"), message: /ipRules\[0\]\.ipAddressOrRange is "0\.0\.0\.0\/0"/ },
      { subject: withInput(filtered, "virtualNetworkRules", []), message: /ipRules is absent/ },
    ],
    absent: { subject: withInput(account, "publicNetworkAccess", undefined), outcome: "fail" },
    unknown: [withInput(account, "publicNetworkAccess", unknown), listed(unknown)],
  },
  "cosmosdb-public-access-disabled": {
    ...propertyCases(account, "publicNetworkAccess", {
      good: [],
      bad: ["Enabled"],
      absent: "fail",
    }),
    compliant: [account, cluster, { ...account, type: "azure-native:documentdb/v20230415:DatabaseAccount" }],
  },
  "cosmosdb-private-endpoint": {
    compliant: [
      [account, endpointOf("account")],
      [cluster, endpointOf("cluster")],
    ],
    violating: [
      { subject: [account, endpointOf("other")], message: /no private endpoint of the stack leads/ },
    ],
    absent: { subject: [account], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "cosmosdb-no-azure-datacenters": {
    compliant: [account, listed("203.0.113.7")],
    violating: [{ subject: listed("0.0.0.0"), message: /ipRules\[0\]\.ipAddressOrRange is "0\.0\.0\.0"/ }],
    absent: { subject: account, outcome: "pass" },
    unknown: [listed(unknown)],
  },
  "cosmosdb-local-auth-disabled": {
    ...propertyCases(account, "disableLocalAuth", { good: [], bad: [false], absent: "fail" }),
    compliant: [
      account,
      cluster,
      withInput(withInput(account, "disableLocalAuth", undefined), "kind", "MongoDB"),
      withInput(cluster, "properties.authConfig", { allowedModes: ["MicrosoftEntraID"] }),
    ],
    violating: [
      { subject: withInput(account, "disableLocalAuth", false), message: /disableLocalAuth is false/ },
      {
        subject: withInput(cluster, "properties.authConfig", { allowedModes: ["NativeAuth"] }),
        message: /authConfig\.allowedModes\[0\] is "NativeAuth"/,
      },
    ],
  },
  "cosmosdb-no-key-metadata-writes": propertyCases(account, "disableKeyBasedMetadataWriteAccess", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "cosmosdb-customer-managed-key": {
    compliant: [account],
    violating: [
      { subject: withInput(account, "keyVaultKeyUri", undefined), message: /keyVaultKeyUri is absent/ },
    ],
    absent: { subject: withInput(account, "keyVaultKeyUri", undefined), outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "cosmosdb-minimum-tls": propertyCases(account, "minimalTlsVersion", {
    good: ["Tls12"],
    bad: ["Tls", "Tls11"],
    absent: "pass",
  }),
  "cosmosdb-continuous-backup": propertyCases(account, "backupPolicy.type", {
    good: ["Continuous"],
    bad: ["Periodic"],
    absent: "fail",
  }),
  "cosmosdb-automatic-failover": propertyCases(account, "enableAutomaticFailover", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "cosmosdb-zone-redundant": {
    compliant: [account, cluster],
    violating: [
      {
        subject: withInput(account, "locations.0.isZoneRedundant", false),
        message: /locations\[0\]\.isZoneRedundant is false/,
      },
      {
        subject: withInput(cluster, "properties.highAvailability.targetMode", "SameZone"),
        message: /targetMode is "SameZone"/,
      },
    ],
    absent: { subject: withInput(account, "locations.0.isZoneRedundant", undefined), outcome: "fail" },
    unknown: [
      withInput(account, "locations", unknown),
      withInput(account, "locations.0.isZoneRedundant", unknown),
    ],
  },
  "cosmosdb-defender": {
    compliant: [
      [account, protection],
      [account, defenderPlan("CosmosDbs")],
    ],
    violating: [
      {
        subject: [account, withInput(protection, "isEnabled", false)],
        message: /nothing in the stack turns on the Defender plan CosmosDbs/,
      },
      {
        subject: [account, defenderPlan("CosmosDbs", "Free")],
        message: /nothing in the stack turns on the Defender plan CosmosDbs/,
      },
    ],
    absent: { subject: [account], outcome: "fail" },
    unknown: [
      [account, withInput(protection, "isEnabled", unknown)],
      [account, defenderPlan("CosmosDbs", unknown)],
    ],
  },
  "cosmosdb-paid-tier": propertyCases(account, "enableFreeTier", {
    good: [false],
    bad: [true],
    absent: "pass",
  }),
  "cosmosdb-throughput-limited": {
    compliant: [container, withInput(container, "options.autoscaleSettings.maxThroughput", 10_000)],
    violating: [
      {
        subject: withInput(container, "options", { throughput: 400 }),
        message: /options\.throughput is 400; it must not be set/,
      },
      {
        subject: withInput(container, "options.autoscaleSettings.maxThroughput", 50_000),
        message: /maxThroughput is 50000; it must be at most 10000/,
      },
    ],
    absent: { subject: withInput(container, "options", undefined), outcome: "pass" },
    unknown: [withInput(container, "options", unknown)],
  },
  "cosmosdb-allowed-locations": {
    compliant: [account, cluster],
    violating: [
      { subject: withInput(cluster, "location", "eastus"), message: /location is "eastus"/ },
      {
        subject: withInput(account, "locations.0.locationName", "East US"),
        message: /locations\[0\]\.locationName is "East US"/,
      },
    ],
    absent: { subject: withInput(cluster, "location", undefined), outcome: "pass" },
    unknown: [
      withInput(cluster, "location", unknown),
      withInput(account, "locations.0.locationName", unknown),
    ],
  },
  "cosmosdb-tags": {
    compliant: [account, cluster],
    violating: [
      { subject: withInput(account, "tags", undefined), message: /tags is absent/ },
      { subject: withInput(account, "tags", {}), message: /tags is an object/ },
    ],
    absent: { subject: withInput(account, "tags", undefined), outcome: "fail" },
    unknown: [withInput(account, "tags", unknown)],
  },
  "cosmosdb-names": {
    compliant: [
      withInput(account, "accountName", "platform-data"),
      withInput(cluster, "mongoClusterName", "platform-data"),
    ],
    violating: [
      { subject: withInput(account, "accountName", "Platform"), message: /accountName is "Platform"/ },
      { subject: withInput(cluster, "mongoClusterName", "a"), message: /mongoClusterName is "a"/ },
    ],
    absent: { subject: account, outcome: "pass" },
    unknown: [withInput(account, "accountName", unknown)],
  },
};
