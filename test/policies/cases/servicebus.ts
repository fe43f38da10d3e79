import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { allLogs, diagnosticsOf, endpointOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A namespace that breaks no rule about one resource. */
const namespace: TestResource = {
  type: "azure-native:servicebus:Namespace",
  name: "namespace",
  inputs: {
    disableLocalAuth: true,
    encryption: {
      keySource: "Microsoft.KeyVault",
      keyVaultProperties: [{ keyName: "messages", keyVaultUri: unknown }],
      requireInfrastructureEncryption: true,
    },
    geoDataReplication: {
      locations: [{ locationName: "westeurope" }, { locationName: "northeurope" }],
    },
    identity: { type: "SystemAssigned" },
    minimumTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    zoneRedundant: true,
  },
};

const ruleSet: TestResource = {
  type: "azure-native:servicebus:NamespaceNetworkRuleSet",
  inputs: { defaultAction: "Deny", publicNetworkAccess: "Disabled" },
};

const authorization: TestResource = {
  type: "azure-native:servicebus:NamespaceAuthorizationRule",
  inputs: { authorizationRuleName: "everything", rights: ["Listen", "Send"] },
};

const queue: TestResource = {
  type: "azure-native:servicebus:Queue",
  inputs: { deadLetteringOnMessageExpiration: true },
};

export const servicebusCases: ServiceCases = {
  "servicebus-local-auth-disabled": propertyCases(namespace, "disableLocalAuth", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "servicebus-minimum-tls": propertyCases(namespace, "minimumTlsVersion", {
    good: ["1.2", "1.3"],
    bad: ["1.0", "1.1"],
    absent: "fail",
  }),
  "servicebus-public-access-disabled": {
    ...propertyCases(namespace, "publicNetworkAccess", { good: [], bad: ["Enabled"], absent: "fail" }),
    compliant: [namespace, ruleSet, withInput(namespace, "publicNetworkAccess", "SecuredByPerimeter")],
  },
  "servicebus-private-endpoint": {
    compliant: [[namespace, endpointOf("namespace")], []],
    violating: [
      { subject: [namespace, endpointOf("other")], message: /no private endpoint of the stack leads/ },
    ],
    absent: { subject: [namespace], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "servicebus-customer-managed-key": {
    compliant: [namespace],
    violating: [
      {
        subject: withInput(namespace, "encryption.keySource", undefined),
        message: /encryption\.keySource is absent/,
      },
      {
        subject: withInput(namespace, "encryption.keyVaultProperties", []),
        message: /encryption\.keyVaultProperties is an empty list/,
      },
    ],
    absent: { subject: withInput(namespace, "encryption", undefined), outcome: "fail" },
    unknown: [withInput(namespace, "encryption", unknown)],
  },
  "servicebus-double-encryption": propertyCases(namespace, "encryption.requireInfrastructureEncryption", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "servicebus-managed-identity": propertyCases(namespace, "identity.type", {
    good: ["SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned"],
    bad: ["None"],
    absent: "fail",
  }),
  "servicebus-audit-logs": {
    compliant: [
      [namespace, diagnosticsOf("namespace", allLogs)],
      [namespace, diagnosticsOf("namespace", { category: "RuntimeAuditLogs", enabled: true })],
    ],
    violating: [
      {
        subject: [
          namespace,
          diagnosticsOf("namespace", { category: "VNetAndIPFilteringLogs", enabled: true }),
        ],
        message: /does not keep logs of audit or RuntimeAuditLogs or OperationalLogs/,
      },
    ],
    absent: { subject: [namespace], outcome: "fail" },
    unknown: [[namespace, diagnosticsOf("namespace", { ...allLogs, enabled: unknown })]],
  },
  "servicebus-no-namespace-keys": {
    compliant: [withInput(authorization, "authorizationRuleName", "RootManageSharedAccessKey")],
    violating: [
      {
        subject: authorization,
        message: /the authorization rule "everything" holds for the whole namespace/,
      },
    ],
    absent: { subject: withInput(authorization, "authorizationRuleName", undefined), outcome: "fail" },
    unknown: [withInput(authorization, "authorizationRuleName", unknown)],
  },
  "servicebus-zone-redundant": propertyCases(namespace, "zoneRedundant", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "servicebus-geo-replicated": {
    compliant: [namespace],
    violating: [
      {
        subject: withInput(namespace, "geoDataReplication.locations", [{ locationName: "westeurope" }]),
        message: /geoDataReplication\.locations is a list of 1/,
      },
      {
        subject: withInput(namespace, "geoDataReplication.locations.1.locationName", "eastus"),
        message: /locations\[1\]\.locationName is "eastus"/,
      },
    ],
    absent: { subject: withInput(namespace, "geoDataReplication", undefined), outcome: "fail" },
    unknown: [
      withInput(namespace, "geoDataReplication", unknown),
      withInput(namespace, "geoDataReplication.locations.0.locationName", unknown),
    ],
  },
  "servicebus-dead-letter": {
    ...propertyCases(queue, "deadLetteringOnMessageExpiration", {
      good: [],
      bad: [false],
      absent: "fail",
    }),
    compliant: [queue, { ...queue, type: "azure-native:servicebus:Subscription" }],
  },
};
