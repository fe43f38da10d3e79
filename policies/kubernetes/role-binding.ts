import type { TypePattern } from "../resource-type.ts";

/** The objects that give a role to somebody. */
export const roleBindings: readonly TypePattern[] = [
  "kubernetes:rbac.authorization.k8s.io:ClusterRoleBinding",
  "kubernetes:rbac.authorization.k8s.io:RoleBinding",
  "kubernetes:rbac.authorization.k8s.io:ClusterRoleBindingPatch",
  "kubernetes:rbac.authorization.k8s.io:RoleBindingPatch",
];
