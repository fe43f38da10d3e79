import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "identity-no-user-assignment",
  title: "Roles are given to groups and workloads, not to single people",
  severity: "medium",
  description:
    "What is given to a person stays when he moves on; a group is reviewed, and its members change with the team.",
  remediation: 'Assign the role to an Entra group (principalType: "Group") and put the person into it.',
  references: {
    catalogue: ["IAM-04"],
    psrule: ["RBAC.UseGroups"],
    nist: ["AC-2", "AC-2(7)", "AC-6"],
    pulumi: ["aad-direct-user-roles"],
    docs: ["https://learn.microsoft.com/azure/role-based-access-control/best-practices"],
  },
  appliesTo: ["azure-native:authorization:RoleAssignment"],
  check: mustNotBe("principalType", "User"),
});
