import type { TestResource } from "../../../policies/testing/index.ts";
import { secret, unknown } from "../../../policies/testing/index.ts";
import { withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

const cluster: TestResource = {
  type: "confluentcloud:index/kafkaCluster:KafkaCluster",
  name: "cluster",
  inputs: { availability: "MULTI_ZONE", dedicated: { cku: 2 }, network: { id: unknown } },
};

const linkedCluster: TestResource = {
  type: "azure-native:confluent:OrganizationClusterById",
  name: "linked-cluster",
  inputs: { spec: { config: { kind: "Dedicated" }, network: { id: "n-123abc" } } },
};

const acl: TestResource = {
  type: "confluentcloud:index/kafkaAcl:KafkaAcl",
  inputs: {
    operation: "READ",
    patternType: "LITERAL",
    permission: "ALLOW",
    principal: "User:sa-123abc",
    resourceName: "orders",
    resourceType: "TOPIC",
  },
};

const binding: TestResource = {
  type: "confluentcloud:index/roleBinding:RoleBinding",
  inputs: {
    crnPattern:
      "crn://confluent.cloud/organization=o/environment=env-1/cloud-cluster=lkc-1/kafka=lkc-1/topic=orders-*",
    principal: "User:sa-123abc",
    roleName: "DeveloperRead",
  },
};

const topic: TestResource = {
  type: "confluentcloud:index/kafkaTopic:KafkaTopic",
  inputs: { topicName: "orders" },
};

const apiKey: TestResource = {
  type: "confluentcloud:index/apiKey:ApiKey",
  name: "key",
  inputs: { owner: { id: unknown, apiVersion: "iam/v2", kind: "ServiceAccount" } },
};

const vaultSecret: TestResource = {
  type: "azure-native:keyvault:Secret",
  name: "vault-secret",
  inputs: { properties: { value: secret("not-shown") } },
  dependencies: { properties: ["key"] },
};

const configuration: TestResource = {
  type: "kubernetes:core/v1:ConfigMap",
  name: "settings",
  inputs: { data: { key: "not-shown" } },
  dependencies: { data: ["key"] },
};

const durableTopic: TestResource = {
  type: "kafka:index/topic:Topic",
  inputs: { replicationFactor: 3, config: { "min.insync.replicas": "2", "retention.ms": "604800000" } },
};

export const confluentCases: ServiceCases = {
  "confluent-private-network": {
    compliant: [
      cluster,
      linkedCluster,
      { ...cluster, inputs: { enterprises: [{}] } },
      withInput(linkedCluster, "spec", { config: { kind: "Enterprise" } }),
    ],
    violating: [
      { subject: { ...cluster, inputs: { basic: {} } }, message: /dedicated is absent; it must be set/ },
      { subject: withInput(cluster, "network", undefined), message: /network\.id is absent/ },
      {
        subject: withInput(linkedCluster, "spec.config.kind", "Standard"),
        message: /spec\.config\.kind is "Standard"/,
      },
      {
        subject: withInput(linkedCluster, "spec.network", undefined),
        message: /spec\.network\.id is absent/,
      },
    ],
    absent: { subject: { ...cluster, inputs: {} }, outcome: "fail" },
    unknown: [withInput(linkedCluster, "spec.config.kind", unknown)],
  },
  "confluent-narrow-access": {
    compliant: [
      acl,
      binding,
      withInput(withInput(acl, "permission", "DENY"), "principal", "User:*"),
      withInput(withInput(acl, "resourceType", "GROUP"), "resourceName", "*"),
    ],
    violating: [
      { subject: withInput(acl, "principal", "User:*"), message: /principal is "User:\*"/ },
      { subject: withInput(acl, "resourceName", "*"), message: /resourceName is "\*"/ },
      {
        subject: withInput(binding, "crnPattern", "crn://confluent.cloud/kafka=lkc-1/topic=*"),
        message: /crnPattern is ".*topic=\*"; it must not be every topic/,
      },
    ],
    absent: { subject: { ...acl, inputs: {} }, outcome: "pass" },
    unknown: [withInput(acl, "principal", unknown), withInput(binding, "crnPattern", unknown)],
  },
  "confluent-protected": {
    compliant: [
      { ...topic, options: { protect: true } },
      { ...linkedCluster, options: { protect: true } },
    ],
    violating: [
      { subject: { ...topic, options: { protect: false } }, message: /has not the option protect/ },
    ],
    absent: { subject: topic, outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "confluent-api-keys": {
    compliant: [[apiKey, vaultSecret], [apiKey, vaultSecret, { ...configuration, dependencies: {} }], []],
    violating: [
      {
        subject: [withInput(apiKey, "owner.kind", "User"), vaultSecret],
        message: /owner\.kind is "User"; it must be "ServiceAccount"/,
      },
      { subject: [apiKey], message: /no Key Vault secret of the stack takes the key/ },
      {
        subject: [apiKey, withInput(vaultSecret, "properties.value", "plain")],
        message: /properties\.value is not a Pulumi secret/,
      },
      {
        subject: [apiKey, vaultSecret, configuration],
        message: /the API key key is copied here/,
      },
    ],
    absent: { subject: [withInput(apiKey, "owner", undefined), vaultSecret], outcome: "fail" },
    unknown: [[withInput(apiKey, "owner.kind", unknown), vaultSecret]],
  },
  "confluent-topic-durable": {
    compliant: [
      durableTopic,
      withInput(durableTopic, "config", {
        "retention.ms": "-1",
        "cleanup.policy": "compact",
        "min.insync.replicas": 3,
      }),
      {
        ...durableTopic,
        type: "confluentcloud:index/kafkaTopic:KafkaTopic",
        inputs: { topicName: "orders" },
      },
    ],
    violating: [
      {
        subject: withInput(durableTopic, "replicationFactor", 1),
        message: /replicationFactor is 1; it must be 3/,
      },
      {
        subject: withInput(durableTopic, "config", { "min.insync.replicas": "1" }),
        message: /config\["min\.insync\.replicas"\] is "1"; it must be 2 or more/,
      },
      {
        subject: withInput(durableTopic, "config", { "min.insync.replicas": "2", "retention.ms": "-1" }),
        message: /config\["retention\.ms"\] is "-1"; it must be a number of milliseconds/,
      },
      {
        subject: {
          type: "confluentcloud:index/kafkaTopic:KafkaTopic",
          inputs: { config: { "min.insync.replicas": "1" } },
        },
        message: /min\.insync\.replicas.* is "1"/,
      },
    ],
    absent: { subject: withInput(durableTopic, "config", undefined), outcome: "fail" },
    unknown: [
      withInput(durableTopic, "replicationFactor", unknown),
      withInput(durableTopic, "config", { "min.insync.replicas": unknown }),
    ],
  },
};
