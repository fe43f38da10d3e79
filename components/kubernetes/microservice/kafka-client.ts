import type * as pulumi from "@pulumi/pulumi";
import { refuseCidrs } from "../refusal/cidr.ts";
import { refusePort } from "../refusal/numbers.ts";
import type { Refusal } from "../refusal/refusal.ts";

/**
 * The Kafka link of a service: SASL over TLS, signed in with a token of its workload identity (OAUTHBEARER), as Event
 * Hubs and Confluent Cloud both accept.
 */
export interface KafkaClient {
  /** Brokers to start from, as `host:port`, separated by commas. */
  bootstrapServers: pulumi.Input<string>;
  /** Port of the brokers, for the network policy. Default 9093. */
  port?: number;
  /** Address ranges of the brokers, in CIDR notation: the subnet of their private endpoints. At least one. */
  cidrs: string[];
  /** Topics that the service writes. Default none. */
  produces?: string[];
  /** Topics that the service reads. Default none. */
  consumes?: string[];
  /** Consumer group in which it reads. Needed where consumes names a topic. */
  consumerGroup?: string;
}

/** The port of the brokers. */
export function kafkaPort(kafka: KafkaClient): number {
  return kafka.port ?? 9093;
}

/** The settings, as environment variables. Lists are separated by commas. */
export function kafkaEnvironment(kafka: KafkaClient): Record<string, pulumi.Input<string>> {
  return {
    KAFKA_BOOTSTRAP_SERVERS: kafka.bootstrapServers,
    KAFKA_SECURITY_PROTOCOL: "SASL_SSL",
    KAFKA_SASL_MECHANISM: "OAUTHBEARER",
    ...listed("KAFKA_PRODUCES", kafka.produces),
    ...listed("KAFKA_CONSUMES", kafka.consumes),
    ...(kafka.consumerGroup === undefined ? {} : { KAFKA_CONSUMER_GROUP: kafka.consumerGroup }),
  };
}

function listed(name: string, topics: readonly string[] | undefined): Record<string, string> {
  return topics === undefined || topics.length === 0 ? {} : { [name]: topics.join(",") };
}

/** Refuses names that Kafka refuses, a reader without a group, and brokers that no traffic could reach. */
export function refuseKafka(kafka: KafkaClient | undefined): Refusal[] {
  if (kafka === undefined) {
    return [];
  }
  const refusals = [
    ...refusePort("kafka.port", kafkaPort(kafka)),
    ...refuseCidrs("kafka.cidrs", kafka.cidrs),
    ...(kafka.produces ?? []).flatMap((topic, index) => refuseTopic(`kafka.produces[${index}]`, topic)),
    ...(kafka.consumes ?? []).flatMap((topic, index) => refuseTopic(`kafka.consumes[${index}]`, topic)),
  ];
  if ((kafka.consumes ?? []).length > 0 && (kafka.consumerGroup ?? "") === "") {
    refusals.push({
      property: "kafka.consumerGroup",
      value: kafka.consumerGroup,
      allowed: "the name of a consumer group where kafka.consumes names topics",
      remedy: "Give each reading service a group of its own, for example its name.",
    });
  }
  return refusals;
}

/** Kafka's own rule for topic names (org.apache.kafka.common.internals.Topic). */
function refuseTopic(property: string, value: string): Refusal[] {
  return /^[A-Za-z0-9._-]{1,249}$/.test(value) && value !== "." && value !== ".."
    ? []
    : [
        {
          property,
          value,
          allowed: "a topic name: 1 to 249 letters, digits, dots, underscores and hyphens",
          remedy: "Name a topic that can exist in Kafka.",
        },
      ];
}
