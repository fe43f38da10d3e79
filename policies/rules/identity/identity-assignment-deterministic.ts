import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "identity-assignment-deterministic",
  title: "Role assignments say what their principal is, and have a name of their own",
  severity: "medium",
  description:
    "Without principalType Azure looks a new identity up before Entra ID knows it, and fails; with a name that is made up at random a lost state means a second assignment that is refused.",
  remediation: "Set principalType, and roleAssignmentName to a GUID made of scope, principal and role.",
  references: {
    catalogue: ["X-28"],
    nist: ["AC-2", "CM-6"],
    docs: [
      "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---assigning-a-role-to-a-new-principal-sometimes-fails",
    ],
  },
  appliesTo: ["azure-native:authorization:RoleAssignment"],
  *check({ props }) {
    const type = props.at("principalType");
    if (!type.is("User", "Group", "ServicePrincipal", "ForeignGroup", "Device"))
      yield type.violates('must be "Group", "ServicePrincipal", "User", "ForeignGroup" or "Device"');
    const name = props.at("roleAssignmentName");
    if (!name.isSet) yield name.violates("must be a GUID made of scope, principal and role");
  },
});
