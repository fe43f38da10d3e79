import { each } from "../../evaluate.ts";
import { grantedResource, roles } from "../../kubernetes/role.ts";
import { resourceRule } from "../../rule.ts";

const secrets = { apiGroup: "", resources: ["secrets"] } as const;

export default resourceRule({
  id: "k8s-role-secret-access",
  title: "Secrets are read in one namespace at a time, and by nobody else written",
  severity: "high",
  description:
    "A ClusterRole that reads Secrets reads every password and certificate of the cluster. A Role may get, list and watch those of its own namespace, as an ingress controller must for its certificates, and nothing more.",
  remediation:
    "Use a Role in the namespace instead of a ClusterRole, with the verbs get, list and watch, or name the Secrets in resourceNames.",
  references: {
    catalogue: ["K8S-60"],
    checkov: ["CKV2_K8S_5"],
    cis: ["AKS 4.1.2"],
    trivy: ["KSV-0041", "KSV-0113"],
    kics: ["b7bca5c4", "056ac60e"],
    nist: ["AC-3", "AC-6", "SC-28"],
    pulumi: ["k8s-rbac-secret-access-minimized"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: roles,
  *check({ kind, props }) {
    const acrossNamespaces = kind.name.startsWith("ClusterRole");
    yield* each(props.at("rules").items(), function* (rule) {
      if (rule.at("resourceNames").items().length > 0) return;
      const read = grantedResource(rule, { ...secrets, verbs: ["get", "list", "watch"] });
      const written = grantedResource(rule, {
        ...secrets,
        verbs: ["create", "update", "patch", "delete", "deletecollection"],
      });
      if (written !== undefined) yield written.violates("must not be written");
      else if (read !== undefined && acrossNamespaces)
        yield read.violates("must be granted by a Role in a namespace");
    });
  },
});
