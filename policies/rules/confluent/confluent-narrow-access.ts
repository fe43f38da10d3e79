import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "confluent-narrow-access",
  title: "Access to Confluent topics names a principal and a topic",
  severity: "high",
  description:
    "A grant to every principal, or to every topic, covers services and topics that do not exist yet and that nobody has thought of.",
  remediation:
    'Name one principal, such as "User:sa-123abc", and one topic or a prefix (patternType: "PREFIXED"; in a role binding, …/topic=orders-*).',
  references: {
    catalogue: ["X-04"],
    nist: ["AC-3", "AC-6"],
    docs: [
      "https://docs.confluent.io/cloud/current/security/access-control/acl.html",
      "https://docs.confluent.io/cloud/current/security/access-control/rbac/overview.html",
      "https://www.pulumi.com/registry/packages/confluentcloud/api-docs/kafkaacl/",
      "https://www.pulumi.com/registry/packages/confluentcloud/api-docs/rolebinding/",
    ],
  },
  appliesTo: ["confluentcloud:index:KafkaAcl", "confluentcloud:index:RoleBinding"],
  *check({ kind, props }) {
    if (props.at("permission").is("DENY")) return;
    const principal = props.at("principal");
    if (/^\s*(User:)?\*\s*$/i.test(principal.string ?? ""))
      yield principal.violates("must not be every principal");
    if (kind.name === "RoleBinding") {
      const pattern = props.at("crnPattern");
      if (/\/topic=\*($|\/)/i.test(pattern.string ?? "")) yield pattern.violates("must not be every topic");
      return;
    }
    const topic = props.at("resourceName");
    if (topic.is("*") && props.at("resourceType").is("TOPIC"))
      yield topic.violates("must not be every topic");
  },
});
