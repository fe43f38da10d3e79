import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "confluent-protected",
  title: "Confluent environments, clusters and topics are protected from deletion",
  severity: "high",
  description:
    "Deleting a topic, or what holds it, deletes its messages for good; a renamed resource or a changed property may do so without anybody wanting it.",
  remediation: "Give the resource the option protect: true.",
  references: {
    catalogue: ["X-02"],
    nist: ["CP-9", "SI-12"],
    docs: [
      "https://www.pulumi.com/docs/iac/concepts/resources/options/protect/",
      "https://www.pulumi.com/registry/packages/confluentcloud/api-docs/kafkatopic/",
    ],
  },
  appliesTo: [
    "confluentcloud:index:Environment",
    "confluentcloud:index:KafkaCluster",
    "confluentcloud:index:KafkaTopic",
    "azure-native:confluent:Organization",
    "azure-native:confluent:OrganizationEnvironmentById",
    "azure-native:confluent:OrganizationClusterById",
    "azure-native:confluent:Topic",
  ],
  *check({ options }) {
    if (!options.protect)
      yield { path: "", message: "the resource has not the option protect; it must be true" };
  },
});
