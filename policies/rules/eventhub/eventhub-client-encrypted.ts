import { each } from "../../evaluate.ts";
import { kafkaClientsOf } from "../../kubernetes/kafka-client.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "eventhub-client-encrypted",
  title: "Kafka clients encrypt their traffic, and sign in to Event Hubs with Entra tokens",
  severity: "high",
  description:
    "A Kafka client speaks plain text unless it is told otherwise; with PLAIN as mechanism it sends a key of the whole namespace, which does not expire. Environment variables and ConfigMaps are judged whose names end in the client's own, such as KAFKA_SECURITY_PROTOCOL or security.protocol.",
  remediation:
    'Set security.protocol to "SASL_SSL", and for brokers at servicebus.windows.net sasl.mechanism to "OAUTHBEARER".',
  references: {
    catalogue: ["X-06"],
    nist: ["IA-2", "IA-5", "SC-8", "SC-8(1)"],
    docs: [
      "https://learn.microsoft.com/azure/event-hubs/azure-event-hubs-apache-kafka-overview#security-and-authentication",
      "https://kafka.apache.org/documentation/#producerconfigs_security.protocol",
    ],
  },
  appliesTo: kubernetesObjects,
  check: (resource) =>
    each(kafkaClientsOf(resource), function* (client) {
      for (const protocol of client.protocols) {
        if (!protocol.is("SASL_SSL")) yield protocol.violates('must be "SASL_SSL"');
      }
      for (const mechanism of client.mechanisms) {
        if (mechanism.is("OAUTHBEARER")) continue;
        if (client.brokers.some((brokers) => /\.servicebus\./i.test(brokers.string ?? "")))
          yield mechanism.violates('must be "OAUTHBEARER"');
      }
      if (client.protocols.length > 0 || client.mayBeSetElsewhere) return;
      for (const brokers of client.brokers)
        yield {
          path: brokers.path,
          message: `${brokers.path} names brokers, but nothing sets security.protocol to SASL_SSL`,
        };
    }),
});
