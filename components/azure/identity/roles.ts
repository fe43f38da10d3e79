import type { Refusal } from "../refusals/refusal.ts";

/**
 * Built-in roles that the platform grants, by Azure's display name.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const builtInRoles = {
  AcrPull: "7f951dda-4ed3-4680-a7ca-43fe172d538d",
  AcrPush: "8311e382-0749-4cb8-b61a-304f252e45ec",
  "Azure Event Hubs Data Receiver": "a638d3c7-ab3a-418d-83e6-5f17a39d4fde",
  "Azure Event Hubs Data Sender": "2b629674-e913-4c01-ae53-ef4638d8f975",
  "Azure Kubernetes Service Cluster User Role": "4abbcc35-e782-43d8-92c5-2d3f1bd2253f",
  "Azure Kubernetes Service RBAC Admin": "3498e952-d568-435e-9b2c-8d77e338d7f7",
  "Azure Kubernetes Service RBAC Cluster Admin": "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b",
  "Azure Kubernetes Service RBAC Reader": "7f6c6a51-bcf8-42ba-9220-52d62157d7db",
  "Azure Kubernetes Service RBAC Writer": "a7ffa36f-339b-4b5c-8bdf-e2c188b2c0eb",
  "Key Vault Certificate User": "db79e9a7-68ee-4b58-9aeb-b90e7c24fcba",
  "Key Vault Crypto User": "12338af0-0e69-4776-bea7-57ae8d297424",
  "Key Vault Secrets Officer": "b86a8fe4-44ce-4948-aee5-eccb2c155cd7",
  "Key Vault Secrets User": "4633458b-17de-408a-b874-0445c86b69e6",
  "Managed Identity Operator": "f1a07417-d97a-45cb-824c-7a7467783830",
  "Monitoring Metrics Publisher": "3913510d-42f4-4e42-8a64-420c390055eb",
  "Network Contributor": "4d97b98b-1d4f-4787-a291-c67834d212e7",
  "Private DNS Zone Contributor": "b12aa53e-6015-4669-85d0-8515ebb3ae7f",
  "Storage Blob Data Contributor": "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
  "Storage Blob Data Reader": "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
} as const;

/** Display name of a role in {@link builtInRoles}. */
export type BuiltInRole = keyof typeof builtInRoles;

function isBuiltInRole(role: string): role is BuiltInRole {
  return Object.hasOwn(builtInRoles, role);
}

/** @throws RangeError for a role that {@link roleRefusals} refuses */
export function knownRole(role: string): BuiltInRole {
  if (!isBuiltInRole(role)) {
    throw new RangeError(`"${role}" is no role that the platform grants`);
  }
  return role;
}

/**
 * The ARM id of a built-in role. It names no subscription, so that it is known at preview, when the scope of the
 * assignment is not; Azure fills the subscription in.
 */
export function roleDefinitionId(role: BuiltInRole): string {
  return `/providers/Microsoft.Authorization/roleDefinitions/${builtInRoles[role]}`;
}

/**
 * Refuses a role that is not in {@link builtInRoles}. Owner, Contributor and User Access Administrator are left out on
 * purpose: no workload needs them (PSRule Azure.RBAC.LimitOwner, CIS Azure 5.7).
 */
export function roleRefusals(property: string, role: string): Refusal[] {
  if (isBuiltInRole(role)) {
    return [];
  }
  return [
    {
      property,
      value: role,
      allowed: Object.keys(builtInRoles).join(", "),
      remedy: "Choose the narrowest role that lets the workload do its work.",
    },
  ];
}
