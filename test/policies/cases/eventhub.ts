import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { allLogs, diagnosticsOf, endpointOf } from "./partners.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

/** A namespace that breaks no rule. */
export const compliantNamespace: TestResource = {
  type: "azure-native:eventhub:Namespace",
  name: "namespace",
  inputs: {
    disableLocalAuth: true,
    encryption: {
      keySource: "Microsoft.KeyVault",
      keyVaultProperties: [{ keyName: "events", keyVaultUri: unknown }],
      requireInfrastructureEncryption: true,
    },
    minimumTlsVersion: "1.2",
    publicNetworkAccess: "Disabled",
    zoneRedundant: true,
  },
};

const ruleSet: TestResource = {
  type: "azure-native:eventhub:NamespaceNetworkRuleSet",
  inputs: { defaultAction: "Deny", publicNetworkAccess: "Disabled" },
};

const hub: TestResource = { type: "azure-native:eventhub:EventHub", inputs: { messageRetentionInDays: 7 } };

const authorization: TestResource = {
  type: "azure-native:eventhub:NamespaceAuthorizationRule",
  inputs: { authorizationRuleName: "everything", rights: ["Listen", "Send"] },
};

const rootKey = withInput(authorization, "authorizationRuleName", "RootManageSharedAccessKey");

type Variable = readonly [name: string, value: unknown];

/** A pod with one container that has these environment variables. */
function client(...variables: readonly Variable[]): TestResource {
  return {
    type: "kubernetes:core/v1:Pod",
    name: "client",
    inputs: {
      spec: {
        containers: [{ name: "client", env: variables.map(([name, value]) => ({ name, value })) }],
      },
    },
  };
}

const azureBrokers: readonly Variable[] = [
  ["KAFKA_BOOTSTRAP_SERVERS", "platform.servicebus.windows.net:9093"],
];

function settings(data: Readonly<Record<string, unknown>>): TestResource {
  return { type: "kubernetes:core/v1:ConfigMap", name: "settings", inputs: { data } };
}

export const eventhubCases: ServiceCases = {
  "eventhub-local-auth-disabled": propertyCases(compliantNamespace, "disableLocalAuth", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "eventhub-minimum-tls": propertyCases(compliantNamespace, "minimumTlsVersion", {
    good: ["1.2", "1.3"],
    bad: ["1.0", "1.1"],
    absent: "fail",
  }),
  "eventhub-public-access-disabled": {
    ...propertyCases(compliantNamespace, "publicNetworkAccess", {
      good: [],
      bad: ["Enabled"],
      absent: "fail",
    }),
    compliant: [
      compliantNamespace,
      ruleSet,
      withInput(compliantNamespace, "publicNetworkAccess", "SecuredByPerimeter"),
    ],
    violating: [
      {
        subject: withInput(compliantNamespace, "publicNetworkAccess", "Enabled"),
        message: /publicNetworkAccess is "Enabled"/,
      },
      {
        subject: withInput(ruleSet, "publicNetworkAccess", "Enabled"),
        message: /publicNetworkAccess is "Enabled"/,
      },
    ],
  },
  "eventhub-network-default-deny": propertyCases(ruleSet, "defaultAction", {
    good: ["Deny"],
    bad: ["Allow"],
    absent: "fail",
  }),
  "eventhub-no-namespace-keys": {
    compliant: [rootKey],
    violating: [
      {
        subject: authorization,
        message: /the authorization rule "everything" holds for the whole namespace/,
      },
    ],
    absent: { subject: withInput(authorization, "authorizationRuleName", undefined), outcome: "fail" },
    unknown: [withInput(authorization, "authorizationRuleName", unknown)],
  },
  "eventhub-retention": {
    compliant: [
      hub,
      withInput(withInput(hub, "messageRetentionInDays", undefined), "retentionDescription", {
        retentionTimeInHours: 24,
      }),
    ],
    violating: [
      {
        subject: withInput(withInput(hub, "messageRetentionInDays", undefined), "partitionCount", 4),
        message: /messageRetentionInDays is absent; it must be set/,
      },
    ],
    absent: { subject: withInput(hub, "messageRetentionInDays", undefined), outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "eventhub-zone-redundant": propertyCases(compliantNamespace, "zoneRedundant", {
    good: [true],
    bad: [false],
    absent: "fail",
  }),
  "eventhub-private-endpoint": {
    compliant: [[compliantNamespace, endpointOf("namespace")], []],
    violating: [
      {
        subject: [compliantNamespace, endpointOf("other")],
        message: /no private endpoint of the stack leads/,
      },
    ],
    absent: { subject: [compliantNamespace], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "eventhub-customer-managed-key": {
    compliant: [compliantNamespace],
    violating: [
      {
        subject: withInput(compliantNamespace, "encryption.keySource", undefined),
        message: /encryption\.keySource is absent/,
      },
      {
        subject: withInput(compliantNamespace, "encryption.keyVaultProperties", []),
        message: /encryption\.keyVaultProperties is an empty list/,
      },
    ],
    absent: { subject: withInput(compliantNamespace, "encryption", undefined), outcome: "fail" },
    unknown: [withInput(compliantNamespace, "encryption", unknown)],
  },
  "eventhub-double-encryption": propertyCases(
    compliantNamespace,
    "encryption.requireInfrastructureEncryption",
    { good: [true], bad: [false], absent: "fail" },
  ),
  "eventhub-audit-logs": {
    compliant: [
      [compliantNamespace, diagnosticsOf("namespace", allLogs)],
      [compliantNamespace, diagnosticsOf("namespace", { category: "OperationalLogs", enabled: true })],
    ],
    violating: [
      {
        subject: [
          compliantNamespace,
          diagnosticsOf("namespace", { category: "KafkaUserErrorLogs", enabled: true }),
        ],
        message: /does not keep logs of audit or RuntimeAuditLogs or OperationalLogs/,
      },
    ],
    absent: { subject: [compliantNamespace], outcome: "fail" },
    unknown: [[compliantNamespace, diagnosticsOf("namespace", { ...allLogs, enabled: unknown })]],
  },
  "eventhub-client-encrypted": {
    compliant: [
      client(
        ...azureBrokers,
        ["KAFKA_SECURITY_PROTOCOL", "SASL_SSL"],
        ["KAFKA_SASL_MECHANISM", "OAUTHBEARER"],
      ),
      client(
        ["SPRING_KAFKA_BOOTSTRAP_SERVERS", "pkc-1.westeurope.azure.confluent.cloud:9092"],
        ["SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_SSL"],
        ["SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "PLAIN"],
      ),
      // What brokers these are is not known, nor needed with OAUTHBEARER.
      client(
        ["KAFKA_BOOTSTRAP_SERVERS", unknown],
        ["KAFKA_SECURITY_PROTOCOL", "SASL_SSL"],
        ["KAFKA_SASL_MECHANISM", "OAUTHBEARER"],
      ),
      client(["DATABASE_URL", "x"]),
      withInput(client(...azureBrokers), "spec.containers.0.envFrom", [{ configMapRef: { name: "kafka" } }]),
      settings({ "bootstrap.servers": "broker:9093" }),
    ],
    violating: [
      {
        subject: client(...azureBrokers, ["KAFKA_SECURITY_PROTOCOL", "PLAINTEXT"]),
        message: /env\[1\]\.value is "PLAINTEXT"; it must be "SASL_SSL"/,
      },
      {
        subject: client(
          ...azureBrokers,
          ["KAFKA_SECURITY_PROTOCOL", "SASL_SSL"],
          ["KAFKA_SASL_MECHANISM", "PLAIN"],
        ),
        message: /env\[2\]\.value is "PLAIN"; it must be "OAUTHBEARER"/,
      },
      { subject: client(...azureBrokers), message: /names brokers, but nothing sets security\.protocol/ },
      {
        subject: settings({ "security.protocol": "SASL_PLAINTEXT" }),
        message: /data\["security\.protocol"\] is "SASL_PLAINTEXT"/,
      },
    ],
    absent: { subject: client(...azureBrokers), outcome: "fail" },
    unknown: [
      client(...azureBrokers, ["KAFKA_SECURITY_PROTOCOL", unknown]),
      client(
        ["KAFKA_BOOTSTRAP_SERVERS", unknown],
        ["KAFKA_SECURITY_PROTOCOL", "SASL_SSL"],
        ["KAFKA_SASL_MECHANISM", "PLAIN"],
      ),
    ],
  },
};
