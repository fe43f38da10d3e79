import { isRole, powerfulRoles } from "../../azure/role-definition.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "identity-no-user-access-administrator",
  title: "Nobody is User Access Administrator without a condition",
  severity: "high",
  description: "User Access Administrator gives any role to anybody, itself included.",
  remediation:
    "Assign Role Based Access Control Administrator with a condition that names the roles and principals, or a narrower role.",
  references: {
    catalogue: ["IAM-02"],
    cis: ["Found6 5.3.3"],
    prowler: ["iam_role_user_access_admin_restricted"],
    nist: ["AC-2(7)", "AC-3", "AC-6", "AC-6(5)"],
    docs: [
      "https://learn.microsoft.com/azure/role-based-access-control/delegate-role-assignments-overview",
      "https://learn.microsoft.com/azure/role-based-access-control/best-practices",
    ],
  },
  appliesTo: ["azure-native:authorization:RoleAssignment"],
  *check({ props }) {
    const role = props.at("roleDefinitionId");
    if (isRole(role, powerfulRoles.userAccessAdministrator) && !props.at("condition").isSet)
      yield role.violates("must be a narrower role, or have a condition");
  },
});
