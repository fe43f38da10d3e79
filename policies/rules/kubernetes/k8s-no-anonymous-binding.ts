import { each } from "../../evaluate.ts";
import { roleBindings } from "../../kubernetes/role-binding.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-anonymous-binding",
  title: "No role is given to everybody or to system:masters",
  severity: "critical",
  description:
    "A role for system:unauthenticated is one for the whole network, system:authenticated stands for every account of the tenant, and system:masters passes every check.",
  remediation: "Bind the role to a group of Entra ID or to a service account.",
  references: {
    catalogue: ["K8S-71"],
    trivy: ["KSV-0122", "KSV-01011", "KSV-0123"],
    nist: ["AC-3", "AC-6", "AC-14", "IA-2"],
    docs: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings"],
  },
  appliesTo: roleBindings,
  check: ({ props }) =>
    each(props.at("subjects").items(), function* (subject) {
      const name = subject.at("name");
      if (name.is("system:anonymous", "system:unauthenticated", "system:authenticated", "system:masters"))
        yield name.violates("must name who needs the role");
    }),
});
