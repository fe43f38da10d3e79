import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "confluent-topic-durable",
  title: "Kafka topics keep several copies of their messages, and not for ever",
  severity: "medium",
  description:
    "With one copy in sync a message that was acknowledged is lost with one broker; without an end to retention personal data stays for good. Confluent Cloud keeps three copies itself.",
  remediation:
    'Set replicationFactor: 3 where the provider has it, min.insync.replicas to 2, and retention.ms to a number of milliseconds unless cleanup.policy is "compact".',
  references: {
    catalogue: ["X-05"],
    nist: ["CP-9", "SC-36", "SI-12"],
    docs: [
      "https://docs.confluent.io/cloud/current/topics/overview.html",
      "https://kafka.apache.org/documentation/#topicconfigs_min.insync.replicas",
      "https://www.pulumi.com/registry/packages/kafka/api-docs/topic/",
    ],
  },
  appliesTo: ["confluentcloud:index:KafkaTopic", "kafka:index:Topic"],
  parameters: {
    leastCopies: {
      type: "integer",
      description: "Fewest copies of a message.",
      default: 3,
      minimum: 1,
    },
    leastInSync: {
      type: "integer",
      description: "Fewest copies that have a message before it counts as written.",
      default: 2,
      minimum: 1,
    },
  },
  *check({ kind, props }, parameters) {
    const leastInSync = parameters.integer("leastInSync");
    const config = props.at("config");
    const inSync = config.child("min.insync.replicas");
    // Kafka's own default is 1, that of Confluent Cloud 2.
    const managed = kind.package === "confluentcloud";
    if (!(managed && !inSync.isSet) && (inSync.number ?? 1) < leastInSync)
      yield inSync.violates(`must be ${leastInSync} or more`);
    const copies = props.at("replicationFactor");
    const leastCopies = parameters.integer("leastCopies");
    if (!managed && (copies.number ?? 1) < leastCopies)
      yield copies.violates(`must be ${leastCopies} or more`);
    const retention = config.child("retention.ms");
    if ((retention.number ?? 0) < 0 && !config.child("cleanup.policy").is("compact"))
      yield retention.violates("must be a number of milliseconds");
  },
});
