import { each } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { Property } from "../property.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView } from "../view.ts";

/** The objects that grant permissions within the cluster. */
export const roles: readonly TypePattern[] = [
  "kubernetes:rbac.authorization.k8s.io:ClusterRole",
  "kubernetes:rbac.authorization.k8s.io:Role",
  "kubernetes:rbac.authorization.k8s.io:ClusterRolePatch",
  "kubernetes:rbac.authorization.k8s.io:RolePatch",
];

/** The same without those that hold in one namespace only. */
export const clusterRoles: readonly TypePattern[] = [
  "kubernetes:rbac.authorization.k8s.io:ClusterRole",
  "kubernetes:rbac.authorization.k8s.io:ClusterRolePatch",
];

/** A permission that should not be given away: any of the verbs on any of the resources of an API group. */
export interface Permission {
  /** `""` is the core group. */
  readonly apiGroup: string;
  /** Subresources too: `pods/exec`. */
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** A check that no rule of a role grants any of these permissions. A wildcard grants everything. */
export function grantsNone(permissions: readonly Permission[], expectation = "must be left out") {
  return ({ props }: ResourceView): Iterable<Finding> =>
    each(props.at("rules").items(), function* (rule) {
      const granted = permissions.map((permission) => grantedResource(rule, permission));
      const first = granted.find((resource) => resource !== undefined);
      if (first !== undefined) yield first.violates(expectation);
    });
}

/** The resource in a role's rule by which it grants the permission, if it does. */
export function grantedResource(rule: Property, permission: Permission): Property | undefined {
  if (!holds(rule.at("apiGroups"), [permission.apiGroup])) return undefined;
  if (!holds(rule.at("verbs"), permission.verbs)) return undefined;
  return rule
    .at("resources")
    .items()
    .find((resource) => resource.is("*", ...permission.resources, ...anySubresource(permission.resources)));
}

function holds(list: Property, wanted: readonly string[]): boolean {
  return list.items().some((entry) => entry.is("*", ...wanted));
}

// A star before the slash stands for every resource with that subresource.
function anySubresource(resources: readonly string[]): string[] {
  return resources
    .map((resource) => resource.split("/")[1])
    .filter((subresource) => subresource !== undefined)
    .map((subresource) => `*/${subresource}`);
}
