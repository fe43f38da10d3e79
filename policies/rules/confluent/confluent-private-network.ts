import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "confluent-private-network",
  title: "Confluent clusters are reached over a private network",
  severity: "high",
  description:
    "Basic and Standard clusters have public endpoints only, so that a key that leaks is enough to read every topic from anywhere.",
  remediation:
    'Make the cluster dedicated with a network of the connection type PRIVATELINK or PEERING, or an Enterprise cluster with a private link attachment; in azure-native, spec.config.kind: "Dedicated" with spec.network.id, or "Enterprise".',
  references: {
    catalogue: ["X-01"],
    nist: ["AC-4", "SC-7"],
    docs: [
      "https://docs.confluent.io/cloud/current/networking/overview.html",
      "https://www.pulumi.com/registry/packages/confluentcloud/api-docs/kafkacluster/",
    ],
  },
  appliesTo: ["confluentcloud:index:KafkaCluster", "azure-native:confluent:OrganizationClusterById"],
  *check({ kind, props }) {
    if (kind.name === "OrganizationClusterById") {
      const cluster = props.at("spec.config.kind");
      yield* demandOneOf(cluster, ["Dedicated", "Enterprise"]);
      const network = props.at("spec.network.id");
      if (cluster.is("Dedicated") && !network.isSet) yield network.violates("must be the id of a network");
      return;
    }
    // Enterprise and Freight clusters have private endpoints only.
    if (props.at("enterprises").isSet || props.at("freights").isSet) return;
    const dedicated = props.at("dedicated");
    if (!dedicated.isSet) {
      yield dedicated.violates("must be set: Basic and Standard clusters are public");
      return;
    }
    const network = props.at("network.id");
    if (!network.isSet) yield network.violates("must be the id of a network");
  },
});
