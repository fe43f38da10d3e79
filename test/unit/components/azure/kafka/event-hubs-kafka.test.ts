import assert from "node:assert/strict";
import { EventHubsKafka } from "../../../../../components/azure/kafka/event-hubs-kafka.ts";
import type { EventHubsKafkaArgs } from "../../../../../components/azure/kafka/event-hubs-kafka.ts";
import { build, refusedBy, valueOf } from "../registrations.ts";

const required: EventHubsKafkaArgs = { resourceGroupName: "group", topics: [{ name: "idea" }] };
const kafka = (args: Partial<EventHubsKafkaArgs> = {}) =>
  build((opts) => new EventHubsKafka("kafka", { ...required, ...args }, opts));

describe("EventHubsKafka", () => {
  it("is private and has no keys when nothing is said", async () => {
    const { named } = await kafka();
    const { inputs } = named("kafka-namespace");
    assert.equal(inputs["disableLocalAuth"], true);
    assert.equal(inputs["minimumTlsVersion"], "1.2");
    assert.equal(inputs["publicNetworkAccess"], "Disabled");
    assert.equal(inputs["zoneRedundant"], true);
    assert.deepEqual(inputs["sku"], { name: "Standard", tier: "Standard", capacity: 1 });
    assert.equal(named("kafka-firewall").inputs["defaultAction"], "Deny");
    assert.equal(named("kafka-firewall").inputs["publicNetworkAccess"], "Disabled");
  });

  it("has topics that keep messages for a week", async () => {
    const { inputs } = (await kafka()).named("kafka-topic-idea");
    assert.equal(inputs["partitionCount"], 4);
    assert.deepEqual(inputs["retentionDescription"], { cleanupPolicy: "Delete", retentionTimeInHours: 168 });
  });

  it("has topics that keep the last message of each key", async () => {
    const { inputs } = (
      await kafka({ topics: [{ name: "idea", cleanup: "Compact", retentionHours: 24 }] })
    ).named("kafka-topic-idea");
    assert.deepEqual(inputs["retentionDescription"], {
      cleanupPolicy: "Compact",
      tombstoneRetentionTimeInHours: 24,
    });
  });

  it("gives each reader a consumer group, and everybody rights on the topic alone", async () => {
    const { named } = await kafka({
      topics: [
        {
          name: "idea",
          writers: { idea: "writer-id" },
          readers: { activity: "reader-id" },
          consumerGroups: ["lag"],
        },
      ],
    });
    assert.equal(named("kafka-topic-idea-group-activity").inputs["consumerGroupName"], "activity");
    assert.equal(named("kafka-topic-idea-group-lag").inputs["consumerGroupName"], "lag");
    const writer = named("kafka-topic-idea-writer-idea").inputs;
    const reader = named("kafka-topic-idea-reader-activity").inputs;
    assert.match(String(writer["roleDefinitionId"]), /2b629674-e913-4c01-ae53-ef4638d8f975$/);
    assert.match(String(reader["roleDefinitionId"]), /a638d3c7-ab3a-418d-83e6-5f17a39d4fde$/);
    for (const inputs of [writer, reader]) {
      assert.match(String(inputs["scope"]), /kafka-topic-idea$/);
    }
  });

  it("answers with all that a Kafka client needs but credentials", async () => {
    const { component } = await kafka({ namespaceName: "platform" });
    assert.equal(await valueOf(component.bootstrapServers), "platform.servicebus.windows.net:9093");
    assert.deepEqual(await valueOf(component.topics), ["idea"]);
    assert.deepEqual(await valueOf(component.clientSettings), {
      "bootstrap.servers": "platform.servicebus.windows.net:9093",
      "security.protocol": "SASL_SSL",
      "sasl.mechanism": "OAUTHBEARER",
      "sasl.oauthbearer.scope": "https://platform.servicebus.windows.net/.default",
    });
  });

  it("grows by itself on demand", async () => {
    const { inputs } = (await kafka({ maximumThroughputUnits: 8 })).named("kafka-namespace");
    assert.deepEqual([inputs["isAutoInflateEnabled"], inputs["maximumThroughputUnits"]], [true, 8]);
  });

  it("protects namespace and topics on demand", async () => {
    const { named } = await kafka({ protect: true });
    assert.equal(named("kafka-namespace").protect, true);
    assert.equal(named("kafka-topic-idea").protect, true);
  });

  const refused: [what: string, args: Partial<EventHubsKafkaArgs>, properties: string[]][] = [
    ["a public namespace for everybody", { publicNetworkAccess: true }, ["allowedIpRanges"]],
    [
      "more partitions than the tier has",
      { topics: [{ name: "a", partitions: 33 }] },
      ["topics[0].partitions"],
    ],
    [
      "more retention than the tier has",
      { topics: [{ name: "a", retentionHours: 169 }] },
      ["topics[0].retentionHours"],
    ],
    ["a capacity that Premium does not have", { tier: "Premium", capacity: 3 }, ["capacity"]],
    ["growth of Premium", { tier: "Premium", maximumThroughputUnits: 4 }, ["maximumThroughputUnits"]],
    ["growth below the capacity", { capacity: 4, maximumThroughputUnits: 2 }, ["maximumThroughputUnits"]],
    ["two topics of one name", { topics: [{ name: "a" }, { name: "a" }] }, ["topics"]],
    [
      "two consumer groups of one name",
      { topics: [{ name: "a", readers: { b: "id" }, consumerGroups: ["b"] }] },
      ["topics[0].consumerGroups"],
    ],
  ];
  for (const [what, args, properties] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(
        refusedBy(() => new EventHubsKafka("kafka", { ...required, ...args })),
        properties,
      );
    });
  }
});
