import { resourceRule } from "../../rule.ts";
import { decidesSecurity } from "../../security-property.ts";

export default resourceRule({
  id: "governance-no-ignored-security",
  title: "Changes of security properties are not ignored",
  severity: "high",
  description:
    "ignoreChanges keeps whatever the property has become: an opened firewall stays open, while the program, and every rule that reads it, sees it closed.",
  remediation:
    "Take the property out of ignoreChanges. Name the exact property that another controller sets, such as spec.replicas, and not what holds it.",
  references: {
    catalogue: ["X-19"],
    nist: ["CM-3", "CM-6"],
    docs: ["https://www.pulumi.com/docs/iac/concepts/resources/options/ignorechanges/"],
  },
  appliesTo: ["azure-native:*:*", "azure:*:*", "kubernetes:*:*", "confluentcloud:*:*"],
  *check({ options }) {
    for (const ignored of options.ignoreChanges) {
      if (!decidesSecurity(ignored)) continue;
      yield {
        path: ignored,
        message: `ignoreChanges names ${JSON.stringify(ignored)}, which decides about security, or holds what does; it must not`,
      };
    }
  },
});
