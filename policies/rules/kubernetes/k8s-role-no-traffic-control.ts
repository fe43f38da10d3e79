import { grantsNone, roles } from "../../kubernetes/role.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-role-no-traffic-control",
  title: "Roles do not redirect traffic, change settings or delete logs",
  severity: "medium",
  enforcement: "advisory",
  description:
    "Whoever writes Services, Ingresses or NetworkPolicies leads traffic where he likes; ConfigMaps change what programs do, and deleted pod logs hide it. The rule advises, because operators exist that do this for a living.",
  remediation:
    "Remove the verbs that write these resources from the role, or name single objects of a controller's own in resourceNames.",
  references: {
    catalogue: ["K8S-70"],
    trivy: ["KSV-0056", "KSV-0049", "KSV-0042"],
    nist: ["AC-3", "AC-4", "AC-6", "AU-9", "CM-5"],
    docs: ["https://kubernetes.io/docs/concepts/security/rbac-good-practices/"],
  },
  appliesTo: roles,
  check: grantsNone([
    {
      apiGroup: "",
      resources: ["services", "endpoints", "configmaps"],
      verbs: ["create", "update", "patch", "delete", "deletecollection"],
    },
    {
      apiGroup: "discovery.k8s.io",
      resources: ["endpointslices"],
      verbs: ["create", "update", "patch", "delete", "deletecollection"],
    },
    {
      apiGroup: "networking.k8s.io",
      resources: ["ingresses", "networkpolicies"],
      verbs: ["create", "update", "patch", "delete", "deletecollection"],
    },
    { apiGroup: "", resources: ["pods/log"], verbs: ["delete", "deletecollection"] },
  ]),
});
