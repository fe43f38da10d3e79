import { isRole, powerfulRoles } from "../../azure/role-definition.ts";
import { resourceRule } from "../../rule.ts";

const broadScope =
  /^\/?(subscriptions\/[^/]+\/?|providers\/Microsoft\.Management\/managementGroups\/[^/]+\/?)?$/i;

export default resourceRule({
  id: "identity-least-privilege",
  title: "Nobody is Owner or Contributor of a subscription",
  severity: "high",
  description:
    "At the scope of a subscription or management group these roles reach everything that is there, and everything that will be.",
  remediation: "Assign a role for the task at the scope of the resource, or of its resource group.",
  references: {
    catalogue: ["IAM-03"],
    psrule: ["RBAC.LimitOwner", "RBAC.LimitMGDelegation", "RBAC.UseRGDelegation"],
    cis: ["Found6 5.7"],
    nist: ["AC-3", "AC-6", "AC-6(5)"],
    pulumi: ["rbac-least-privilege", "aad-role-assignments", "aad-role-no-wildcard-assignments"],
    docs: ["https://learn.microsoft.com/azure/role-based-access-control/best-practices"],
  },
  appliesTo: ["azure-native:authorization:RoleAssignment"],
  *check({ props }) {
    if (!isRole(props.at("roleDefinitionId"), ...Object.values(powerfulRoles))) return;
    const scope = props.at("scope");
    if (broadScope.test(scope.string ?? ""))
      yield scope.violates("must be a resource group or a resource for this role");
  },
});
