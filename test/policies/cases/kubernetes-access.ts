import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { withInput } from "./rule-cases.ts";
import type { RuleCases, ServiceCases } from "./rule-cases.ts";

const rbac = "kubernetes:rbac.authorization.k8s.io/v1";

interface Grant {
  readonly apiGroup?: string;
  readonly resource: string;
  readonly verb: string;
}

function grant(kind: string, { apiGroup = "", resource, verb }: Grant, more: object = {}): TestResource {
  const rules = [
    { apiGroups: [""], resources: ["pods"], verbs: ["get"] },
    { apiGroups: [apiGroup], resources: [resource], verbs: ["watch", verb], ...more },
  ];
  return { type: `${rbac}:${kind}`, inputs: { metadata: { name: "reader", namespace: "apps" }, rules } };
}

/** The cases of a rule that keeps permissions out of roles. */
function permissionCases(forbidden: readonly Grant[], allowed: readonly Grant[], kind = "Role"): RuleCases {
  const message = /rules\[1\]\.resources\[0\] is .* it must/;
  const [first] = forbidden;
  if (first === undefined) throw new Error("no forbidden permission");
  return {
    compliant: [
      ...allowed.map((permission) => grant(kind, permission)),
      grant(kind, { ...first, apiGroup: "example.com" }),
    ],
    violating: [
      ...forbidden.flatMap((permission) => [
        { subject: grant(kind, permission), message },
        { subject: grant("ClusterRole", permission), message },
        { subject: grant("ClusterRole", { ...permission, verb: "*" }), message },
        { subject: grant("ClusterRole", { ...permission, apiGroup: "*" }), message },
        { subject: grant("ClusterRole", { ...permission, resource: "*" }), message },
      ]),
      // A value that is not known hides no violation beside it.
      {
        subject: {
          type: `${rbac}:ClusterRole`,
          inputs: {
            rules: [
              { apiGroups: unknown, resources: unknown, verbs: unknown },
              { apiGroups: [first.apiGroup ?? ""], resources: [first.resource], verbs: [first.verb] },
            ],
          },
        },
        message,
      },
    ],
    absent: { subject: { type: `${rbac}:Role`, inputs: {} }, outcome: "pass" },
    unknown: [{ type: `${rbac}:ClusterRole`, inputs: { rules: unknown } }],
  };
}

const rbacGroup = "rbac.authorization.k8s.io";
const certificates = "certificates.k8s.io";
const aggregated = { metadata: { labels: { "rbac.authorization.k8s.io/aggregate-to-edit": "true" } } };

const editor = (resource: string, apiGroup = ""): TestResource => ({
  type: `${rbac}:ClusterRole`,
  inputs: { ...aggregated, rules: [{ apiGroups: [apiGroup], resources: [resource], verbs: ["patch"] }] },
});

const binding: TestResource = {
  type: `${rbac}:ClusterRoleBinding`,
  inputs: { roleRef: { kind: "ClusterRole", name: "view" }, subjects: [{ kind: "Group", name: "readers" }] },
};

/** The cases of the rules on who may do what in a cluster. */
export const kubernetesAccessCases: ServiceCases = {
  "k8s-role-no-pod-creation": permissionCases(
    [
      { resource: "pods", verb: "create" },
      { apiGroup: "apps", resource: "deployments", verb: "create" },
      { apiGroup: "batch", resource: "cronjobs", verb: "create" },
    ],
    [
      { resource: "pods", verb: "list" },
      { resource: "configmaps", verb: "create" },
    ],
  ),
  "k8s-role-no-escalation": permissionCases(
    [
      { apiGroup: rbacGroup, resource: "clusterroles", verb: "bind" },
      { apiGroup: rbacGroup, resource: "roles", verb: "escalate" },
      { apiGroup: rbacGroup, resource: "rolebindings", verb: "create" },
      { resource: "serviceaccounts", verb: "impersonate" },
      { apiGroup: "authentication.k8s.io", resource: "uids", verb: "impersonate" },
    ],
    [{ apiGroup: rbacGroup, resource: "roles", verb: "get" }],
  ),
  "k8s-role-no-node-proxy": permissionCases(
    [
      { resource: "nodes/proxy", verb: "get" },
      { resource: "pods/exec", verb: "create" },
      { resource: "*/attach", verb: "create" },
    ],
    [{ resource: "pods/log", verb: "get" }],
  ),
  "k8s-role-no-webhook-configuration": permissionCases(
    [
      {
        apiGroup: "admissionregistration.k8s.io",
        resource: "mutatingwebhookconfigurations",
        verb: "patch",
      },
    ],
    [{ apiGroup: "admissionregistration.k8s.io", resource: "validatingwebhookconfigurations", verb: "get" }],
  ),
  "k8s-role-no-certificate-approval": permissionCases(
    [
      { apiGroup: certificates, resource: "certificatesigningrequests/approval", verb: "update" },
      { apiGroup: certificates, resource: "signers", verb: "approve" },
    ],
    [{ apiGroup: certificates, resource: "certificatesigningrequests", verb: "create" }],
  ),
  "k8s-role-no-service-status": permissionCases(
    [{ resource: "services/status", verb: "patch" }],
    [{ resource: "services", verb: "patch" }],
  ),
  "k8s-role-no-persistent-volumes": permissionCases(
    [{ resource: "persistentvolumes", verb: "create" }],
    [{ resource: "persistentvolumeclaims", verb: "create" }],
  ),
  "k8s-role-no-token-creation": permissionCases(
    [{ resource: "serviceaccounts/token", verb: "create" }],
    [{ resource: "serviceaccounts", verb: "get" }],
  ),
  "k8s-role-no-traffic-control": permissionCases(
    [
      { resource: "services", verb: "update" },
      { resource: "configmaps", verb: "delete" },
      { apiGroup: "networking.k8s.io", resource: "networkpolicies", verb: "patch" },
      { resource: "pods/log", verb: "delete" },
    ],
    [
      { resource: "configmaps", verb: "get" },
      { apiGroup: "networking.k8s.io", resource: "ingresses/status", verb: "update" },
    ],
  ),
  "k8s-role-secret-access": {
    compliant: [
      grant("Role", { resource: "secrets", verb: "list" }),
      grant("ClusterRole", { resource: "secrets", verb: "get" }, { resourceNames: ["certificate"] }),
      grant("ClusterRole", { resource: "configmaps", verb: "get" }),
    ],
    violating: [
      {
        subject: grant("ClusterRole", { resource: "secrets", verb: "get" }),
        message: /rules\[1\]\.resources\[0\] is "secrets"; it must be granted by a Role in a namespace/,
      },
      {
        subject: grant("Role", { resource: "secrets", verb: "patch" }),
        message: /resources\[0\] is "secrets"; it must not be written/,
      },
      { subject: grant("Role", { resource: "*", verb: "*" }), message: /resources\[0\] is "\*"/ },
    ],
    absent: { subject: { type: `${rbac}:ClusterRole`, inputs: {} }, outcome: "pass" },
    unknown: [{ type: `${rbac}:ClusterRole`, inputs: { rules: unknown } }],
  },
  "k8s-role-no-endpoints-edit": {
    compliant: [
      editor("configmaps"),
      withInput(editor("endpoints"), "metadata.labels", {}),
      { type: `${rbac}:ClusterRole`, inputs: aggregated },
    ],
    violating: [
      { subject: editor("endpoints"), message: /rules\[0\]\.resources\[0\] is "endpoints"/ },
      {
        subject: withInput(editor("endpointslices", "discovery.k8s.io"), "metadata", { name: "edit" }),
        message: /resources\[0\] is "endpointslices"/,
      },
    ],
    absent: { subject: withInput(editor("endpoints"), "metadata", undefined), outcome: "pass" },
    unknown: [withInput(editor("endpoints"), "rules", unknown)],
  },
  "k8s-no-anonymous-binding": {
    compliant: [binding],
    violating: ["system:anonymous", "system:unauthenticated", "system:authenticated", "system:masters"].map(
      (name) => ({
        subject: withInput(binding, "subjects", [
          { kind: "Group", name: unknown },
          { kind: "Group", name },
        ]),
        message: new RegExp(`subjects\\[1\\]\\.name is "${name}"; it must name who needs the role`),
      }),
    ),
    absent: { subject: withInput(binding, "subjects", undefined), outcome: "pass" },
    unknown: [withInput(binding, "subjects.0.name", unknown)],
  },
};
