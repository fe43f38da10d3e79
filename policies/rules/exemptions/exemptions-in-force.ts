import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "exemptions-in-force",
  title: "Exemptions from the policies are dated, in force, and needed",
  severity: "high",
  description:
    "An exemption that has expired, or that nothing needs any more, is a hole that nobody looks at: the next resource that matches it would break the rule unseen.",
  remediation:
    "Remove the exemption from policies.yaml and keep the rule, or have its owner set another day, after looking at the reason again.",
  references: {
    catalogue: ["X-25"],
    nist: ["CA-5", "CM-6", "RA-7"],
    docs: ["https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final"],
  },
  appliesTo: ["pulumi:pulumi:Stack"],
  reads: [],
  *check({ exemptions }) {
    for (const { exemption, expired, resources } of exemptions) {
      const { rule, resource, owner, expires } = exemption;
      const path = "exemptions";
      if (expired) {
        yield { path, message: `the exemption of ${owner} from ${rule} for ${resource} ended on ${expires}` };
      } else if (resources.length === 0) {
        yield {
          path,
          message: `the exemption of ${owner} from ${rule} for ${resource} is not needed: nothing that matches breaks the rule`,
        };
      }
    }
  },
});
