import type * as pulumi from "@pulumi/pulumi";

/** What a client needs of a Kafka service, whoever provides it. */
export interface KafkaLink {
  /** Brokers as host:port, separated by commas. */
  readonly bootstrapServers: pulumi.Output<string>;
  /** Names of the topics. */
  readonly topics: pulumi.Output<string[]>;
  /** Settings of a Kafka client under their usual names, without credentials. */
  readonly clientSettings: pulumi.Output<Record<string, string>>;
}
