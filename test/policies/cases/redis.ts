import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { endpointOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A cache of Azure Cache for Redis that breaks no rule but that it should be Azure Managed Redis. */
const cache: TestResource = {
  type: "azure-native:redis:Redis",
  name: "cache",
  inputs: {
    disableAccessKeyAuthentication: true,
    enableNonSslPort: false,
    minimumTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    redisConfiguration: { aadEnabled: "true", maxmemoryReserved: "700" },
    sku: { name: "Premium", family: "P", capacity: 1 },
    zones: ["1", "2"],
  },
};

/** A cluster of Azure Managed Redis that breaks no rule. */
const cluster: TestResource = {
  type: "azure-native:redisenterprise:RedisEnterprise",
  name: "cluster",
  inputs: {
    encryption: { customerManagedKeyEncryption: { keyEncryptionKeyUrl: unknown } },
    highAvailability: "Enabled",
    minimumTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    sku: { name: "Balanced_B5" },
  },
};

const database: TestResource = {
  type: "azure-native:redisenterprise:Database",
  inputs: { accessKeysAuthentication: "Disabled", clientProtocol: "Encrypted" },
};

const enterprise = withInput(withInput(cluster, "sku", { name: "Enterprise_E10", capacity: 2 }), "zones", [
  "1",
  "2",
  "3",
]);

function firewallRule(name: string, startIP: unknown, endIP: unknown): TestResource {
  return {
    type: "azure-native:redis:FirewallRule",
    name,
    inputs: { cacheName: unknown, startIP, endIP },
    dependencies: { cacheName: ["cache"] },
  };
}

const narrow = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    firewallRule(`rule-${index}`, `203.0.113.${index}`, `203.0.113.${index}`),
  );

export const redisCases: ServiceCases = {
  "redis-public-access-disabled": {
    ...propertyCases(cluster, "publicNetworkAccess", {
      good: ["Disabled"],
      bad: ["Enabled"],
      absent: "fail",
    }),
    compliant: [cache, cluster, { ...cache, type: "azure-native:cache/v20200601:Redis" }],
  },
  "redis-encrypted-connections": {
    compliant: [cache, database],
    violating: [
      { subject: withInput(cache, "enableNonSslPort", true), message: /enableNonSslPort is true/ },
      {
        subject: withInput(database, "clientProtocol", "Plaintext"),
        message: /clientProtocol is "Plaintext"; it must be "Encrypted"/,
      },
    ],
    absent: { subject: withInput(cache, "enableNonSslPort", undefined), outcome: "pass" },
    unknown: [withInput(cache, "enableNonSslPort", unknown), withInput(database, "clientProtocol", unknown)],
  },
  "redis-minimum-tls": {
    ...propertyCases(cache, "minimumTlsVersion", {
      good: [],
      bad: ["1.0", "1.1"],
      absent: "fail",
    }),
    compliant: [cache, cluster],
  },
  "redis-entra-only": {
    compliant: [cache, database, withInput(cache, "redisConfiguration.aadEnabled", "True")],
    violating: [
      {
        subject: withInput(cache, "disableAccessKeyAuthentication", false),
        message: /disableAccessKeyAuthentication is false/,
      },
      {
        subject: withInput(cache, "redisConfiguration.aadEnabled", "false"),
        message: /redisConfiguration\.aadEnabled is "false"/,
      },
      {
        subject: withInput(database, "accessKeysAuthentication", "Enabled"),
        message: /accessKeysAuthentication is "Enabled"/,
      },
    ],
    absent: { subject: withInput(cache, "disableAccessKeyAuthentication", undefined), outcome: "fail" },
    unknown: [
      withInput(cache, "disableAccessKeyAuthentication", unknown),
      withInput(database, "accessKeysAuthentication", unknown),
    ],
  },
  "redis-private-endpoint": {
    compliant: [
      [cache, endpointOf("cache")],
      [cluster, endpointOf("cluster")],
      [withInput(cache, "subnetId", unknown)],
    ],
    violating: [{ subject: [cache, endpointOf("other")], message: /no private endpoint of the stack leads/ }],
    absent: { subject: [cluster], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "redis-zone-redundant": {
    compliant: [
      cache,
      cluster,
      enterprise,
      withInput(withInput(cache, "zones", undefined), "zonalAllocationPolicy", "Automatic"),
    ],
    violating: [
      { subject: withInput(cache, "zones", ["1"]), message: /zones is a list of 1/ },
      {
        subject: withInput(cluster, "highAvailability", "Disabled"),
        message: /highAvailability is "Disabled"/,
      },
      { subject: withInput(enterprise, "zones", undefined), message: /zones is absent/ },
    ],
    absent: { subject: withInput(cache, "zones", undefined), outcome: "fail" },
    unknown: [withInput(cache, "zones", unknown), withInput(cluster, "highAvailability", unknown)],
  },
  "redis-replicated-sku": {
    compliant: [cache, withInput(cache, "sku", { name: "Standard", family: "C", capacity: 1 })],
    violating: [
      { subject: withInput(cache, "sku.name", "Basic"), message: /sku\.name is "Basic"/ },
      {
        subject: withInput(cache, "sku", { name: "Standard", family: "C", capacity: 0 }),
        message: /sku\.capacity is 0; it must be at least 1/,
      },
    ],
    absent: { subject: withInput(cache, "sku", undefined), outcome: "fail" },
    unknown: [withInput(cache, "sku.name", unknown)],
  },
  "redis-narrow-firewall": {
    compliant: [[cache, ...narrow(10)], []],
    violating: [
      {
        subject: [cache, firewallRule("all", "0.0.0.0", "255.255.255.255")],
        message: /endIP is "255\.255\.255\.255"; it must not end a range/,
      },
      { subject: [cache, ...narrow(11)], message: /the cache has 11 firewall rules/ },
    ],
    absent: { subject: [cache], outcome: "pass" },
    unknown: [[cache, firewallRule("one", unknown, "255.255.255.255")]],
  },
  "redis-reserved-memory": propertyCases(cache, "redisConfiguration.maxmemoryReserved", {
    good: ["614", "2000"],
    bad: ["50"],
    absent: "fail",
  }),
  "redis-version-supported": propertyCases(cache, "redisVersion", {
    good: ["6", "6.0", "latest"],
    bad: ["4", "4.0.14"],
    absent: "pass",
  }),
  "redis-managed": {
    compliant: [cluster],
    violating: [
      { subject: cache, message: /Azure Cache for Redis is being retired/ },
      { subject: enterprise, message: /sku\.name is "Enterprise_E10"/ },
    ],
    absent: { subject: withInput(cluster, "sku", undefined), outcome: "pass" },
    unknown: [withInput(cluster, "sku.name", unknown)],
  },
  "redis-customer-managed-key": {
    compliant: [cluster],
    violating: [{ subject: withInput(cluster, "encryption", {}), message: /keyEncryptionKeyUrl is absent/ }],
    absent: { subject: withInput(cluster, "encryption", undefined), outcome: "fail" },
    unknown: [withInput(cluster, "encryption", unknown)],
  },
  "redis-names": {
    compliant: [withInput(cache, "name", "platform-cache"), withInput(cluster, "clusterName", "platform")],
    violating: [
      { subject: withInput(cache, "name", "platform--cache"), message: /name is "platform--cache"/ },
      { subject: withInput(cluster, "clusterName", "-cluster"), message: /clusterName is "-cluster"/ },
    ],
    absent: { subject: cache, outcome: "pass" },
    unknown: [withInput(cache, "name", unknown)],
  },
};
