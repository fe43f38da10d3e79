import * as pulumi from "@pulumi/pulumi";
import { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment.js";
import { assignmentName } from "./assignment-name.ts";
import { roleDefinitionId } from "./roles.ts";
import type { BuiltInRole } from "./roles.ts";

/** Kinds of Entra principals that a role is granted to. */
export const DirectoryPrincipalType = {
  User: "User",
  Group: "Group",
  ServicePrincipal: "ServicePrincipal",
} as const;
export type DirectoryPrincipalType = (typeof DirectoryPrincipalType)[keyof typeof DirectoryPrincipalType];

/** Who gets which role where. */
export interface RoleAssignmentSpec {
  readonly principalId: pulumi.Input<string>;
  /** Spares Azure the look-up that fails for a minute after a principal was created. */
  readonly principalType: DirectoryPrincipalType;
  readonly role: BuiltInRole;
  readonly scope: pulumi.Input<string>;
  readonly description: string;
}

/** Registers a role assignment whose name follows from what it says. */
export function assignRole(
  name: string,
  spec: RoleAssignmentSpec,
  opts: pulumi.CustomResourceOptions,
): RoleAssignment {
  return new RoleAssignment(
    name,
    {
      roleAssignmentName: pulumi
        .all([spec.scope, spec.principalId])
        .apply(([scope, principalId]) => assignmentName(scope, principalId, spec.role)),
      principalId: spec.principalId,
      principalType: spec.principalType,
      roleDefinitionId: roleDefinitionId(spec.role),
      scope: spec.scope,
      description: spec.description,
    },
    opts,
  );
}
