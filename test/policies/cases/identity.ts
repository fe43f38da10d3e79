import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const definition = (id: string) => `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${id}`;
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const userAccessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";
const reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7";

/** A role assignment that breaks no rule. */
export const compliantAssignment: TestResource = {
  type: "azure-native:authorization:RoleAssignment",
  name: "assignment",
  inputs: {
    principalId: unknown,
    principalType: "ServicePrincipal",
    roleAssignmentName: unknown,
    roleDefinitionId: definition(reader),
    scope: unknown,
  },
};

const ownerOf = (scope: unknown) =>
  withInput(withInput(compliantAssignment, "roleDefinitionId", definition(owner)), "scope", scope);
const accessAdministrator = withInput(
  compliantAssignment,
  "roleDefinitionId",
  definition(userAccessAdministrator).toUpperCase(),
);

const role: TestResource = {
  type: "azure-native:authorization:RoleDefinition",
  inputs: {
    roleName: "Restarter",
    permissions: [{ actions: ["Microsoft.Compute/virtualMachines/restart/action"] }],
  },
};

const cluster: TestResource = {
  type: "azure-native:containerservice:ManagedCluster",
  name: "aks",
  inputs: {},
};
const namespace: TestResource = {
  type: "kubernetes:core/v1:Namespace",
  name: "namespace",
  inputs: { metadata: { name: "apps" } },
};
const credential: TestResource = {
  type: "azure-native:managedidentity:FederatedIdentityCredential",
  name: "credential",
  inputs: {
    issuer: "https://westeurope.oic.prod-aks.azure.com/tenant/cluster/",
    subject: "system:serviceaccount:apps:idea",
    audiences: ["api://AzureADTokenExchange"],
  },
};
const github: TestResource = withInput(
  withInput(credential, "issuer", "https://token.actions.githubusercontent.com"),
  "subject",
  "repo:example/platform:ref:refs/heads/main",
);
const identity: TestResource = {
  type: "azure-native:managedidentity:UserAssignedIdentity",
  inputs: { resourceName: "idea-identity" },
};
const group = (resourceGroupName: unknown): TestResource => ({
  type: "azure-native:resources:ResourceGroup",
  inputs: { resourceGroupName },
});

export const identityCases: ServiceCases = {
  "identity-no-custom-owner": {
    ...propertyCases(role, "permissions.0.actions.0", {
      good: ["Microsoft.Authorization/*/read", "Microsoft.Compute/*"],
      bad: [
        "*",
        "*/write",
        "Microsoft.Authorization/*",
        "Microsoft.Authorization/roleAssignments/write",
        "microsoft.authorization/roleDefinitions/*",
      ],
      absent: "pass",
    }),
    absent: { subject: withInput(role, "permissions", undefined), outcome: "pass" },
  },
  "identity-no-user-access-administrator": {
    compliant: [compliantAssignment, withInput(accessAdministrator, "condition", "(...)")],
    violating: [
      { subject: accessAdministrator, message: /roleDefinitionId is .* it must be a narrower role/ },
    ],
    absent: { subject: withInput(compliantAssignment, "roleDefinitionId", undefined), outcome: "pass" },
    unknown: [withInput(compliantAssignment, "roleDefinitionId", unknown)],
  },
  "identity-least-privilege": {
    compliant: [
      compliantAssignment,
      ownerOf(`${subscription}/resourceGroups/platform`),
      ownerOf(`${subscription}/resourceGroups/platform/providers/Microsoft.KeyVault/vaults/v`),
    ],
    violating: [
      {
        subject: ownerOf(subscription),
        message: /scope is "\/subscriptions\/.*; it must be a resource group or a resource/,
      },
      {
        subject: ownerOf("/providers/Microsoft.Management/managementGroups/root"),
        message: /managementGroups/,
      },
      { subject: ownerOf("/"), message: /scope is "\/"/ },
    ],
    absent: { subject: ownerOf(undefined), outcome: "fail" },
    unknown: [ownerOf(unknown)],
  },
  "identity-no-user-assignment": propertyCases(compliantAssignment, "principalType", {
    good: ["Group", "ServicePrincipal"],
    bad: ["User"],
    absent: "pass",
  }),
  "identity-no-custom-role": {
    compliant: [withInput(role, "roleType", "BuiltInRole")],
    violating: [
      { subject: withInput(role, "roleType", "CustomRole"), message: /the program makes a role of its own/ },
    ],
    absent: { subject: role, outcome: "fail" },
    unknown: [withInput(role, "roleType", unknown)],
  },
  "identity-federation-trusted": {
    compliant: [
      [credential],
      [github],
      [withInput(github, "subject", "repo:example/platform:environment:prod")],
      [{ ...withInput(credential, "issuer", unknown), dependencies: { issuer: ["aks"] } }, cluster],
    ],
    violating: [
      {
        subject: [withInput(credential, "issuer", "https://issuer.example.com")],
        message: /issuer is "https:\/\/issuer\.example\.com"; it must be an issuer that is trusted/,
      },
      {
        subject: [withInput(credential, "issuer", "https://example.com/?https://x.oic.prod-aks.azure.com/")],
        message: /issuer that is trusted/,
      },
      {
        subject: [withInput(github, "subject", "repo:example/*")],
        message: /subject is "repo:example\/\*"; it must name one repository/,
      },
      {
        subject: [withInput(credential, "audiences", ["api://AzureADTokenExchange", "api://other"])],
        message: /audiences\[1\] is "api:\/\/other"/,
      },
    ],
    absent: { subject: [withInput(credential, "issuer", undefined)], outcome: "fail" },
    unknown: [[withInput(credential, "issuer", unknown)]],
  },
  "identity-names": {
    compliant: [identity, group("rg-platform.(prod)"), group(undefined)],
    violating: [
      {
        subject: withInput(identity, "resourceName", "a b"),
        message: /resourceName is "a b"; it must be 3 to 128/,
      },
      { subject: group("platform."), message: /resourceGroupName is "platform\."; it must be 1 to 90/ },
    ],
    absent: { subject: withInput(identity, "resourceName", undefined), outcome: "pass" },
    unknown: [group(unknown)],
  },
  "identity-federation-one-account": {
    compliant: [[credential], [credential, namespace], [github, namespace]],
    violating: [
      {
        subject: [withInput(credential, "subject", "system:serviceaccount:other:idea"), namespace],
        message: /subject is "system:serviceaccount:other:idea"; it must name a namespace of the stack/,
      },
      {
        subject: [withInput(credential, "subject", "system:serviceaccount:apps:*")],
        message: /it must name one subject, without a wildcard/,
      },
      {
        subject: [withInput(credential, "subject", "system:serviceaccount:apps")],
        message: /it must be system:serviceaccount:<namespace>:<account>/,
      },
    ],
    absent: { subject: [withInput(credential, "subject", undefined)], outcome: "fail" },
    unknown: [[withInput(credential, "subject", unknown)]],
  },
  "identity-assignment-deterministic": {
    ...propertyCases(compliantAssignment, "principalType", {
      good: ["Group", "ServicePrincipal", "User"],
      bad: ["Robot"],
      absent: "fail",
    }),
    compliant: [
      compliantAssignment,
      withInput(compliantAssignment, "roleAssignmentName", "7b0c5a4e-2f6d-5e0a-9c3b-1d2e3f405162"),
    ],
    violating: [
      {
        subject: withInput(compliantAssignment, "roleAssignmentName", undefined),
        message: /roleAssignmentName is absent; it must be a GUID made of/,
      },
      {
        subject: withInput(compliantAssignment, "principalType", "Robot"),
        message: /principalType is "Robot"/,
      },
    ],
  },
};
