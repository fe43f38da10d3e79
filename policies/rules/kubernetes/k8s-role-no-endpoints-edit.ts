import { clusterRoles, grantsNone } from "../../kubernetes/role.ts";
import { resourceRule } from "../../rule.ts";

const writing = ["create", "update", "patch", "delete", "deletecollection"];

const endpoints = [
  { apiGroup: "", resources: ["endpoints"], verbs: writing },
  { apiGroup: "discovery.k8s.io", resources: ["endpointslices"], verbs: writing },
];

export default resourceRule({
  id: "k8s-role-no-endpoints-edit",
  title: "The role edit does not write endpoints",
  severity: "medium",
  description:
    "Whoever writes endpoints leads a Service's traffic to any address, past network policies (CVE-2021-25740); what is aggregated to edit is given to every editor.",
  remediation:
    "Remove the verbs that write endpoints and endpointslices, or the label rbac.authorization.k8s.io/aggregate-to-edit.",
  references: {
    catalogue: ["K8S-69"],
    azurePolicy: ["1ddac26b"],
    nist: ["AC-3", "AC-4", "AC-6"],
    docs: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#write-access-for-endpoints"],
  },
  appliesTo: clusterRoles,
  *check(resource) {
    const { props } = resource;
    const isAggregated = props
      .at("metadata.labels")
      .child("rbac.authorization.k8s.io/aggregate-to-edit")
      .is("true", true);
    if (isAggregated || props.at("metadata.name").is("edit", "system:aggregate-to-edit"))
      yield* grantsNone(endpoints)(resource);
  },
});
