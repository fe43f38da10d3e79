import { isRole, powerfulRoles } from "../../azure/role-definition.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "acr-narrow-roles",
  title: "Nobody has more rights on ACR than its own roles give",
  severity: "high",
  description:
    "Owner, Contributor and User Access Administrator let a person or a pipeline open the registry to the Internet, or to others, and not only push.",
  remediation: "Assign AcrPull, AcrPush, AcrDelete or a Container Registry role instead.",
  references: {
    catalogue: ["ACR-23"],
    cis: ["AKS 5.1.2"],
    kics: ["tf:azure_container_registry_with_broad_permissions"],
    nist: ["AC-3", "AC-6"],
    pulumi: ["acr-user-access-minimized"],
    docs: [
      "https://learn.microsoft.com/azure/container-registry/container-registry-rbac-built-in-roles-overview",
    ],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  reads: ["azure-native:authorization:RoleAssignment"],
  check: (stack) => {
    const registries = stack.ofType("azure-native:containerregistry:Registry").map(({ urn }) => urn);
    const assignments = stack
      .ofType("azure-native:authorization:RoleAssignment")
      .filter((assignment) => assignment.dependenciesOf("scope").some((urn) => registries.includes(urn)));
    return each(assignments, function* (assignment) {
      const role = assignment.props.at("roleDefinitionId");
      if (isRole(role, ...Object.values(powerfulRoles)))
        yield {
          ...role.violates("must be a role of the registry alone, such as AcrPull"),
          resource: assignment,
        };
    });
  },
});
