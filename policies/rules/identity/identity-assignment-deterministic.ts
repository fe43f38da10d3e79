import { knownValue } from "../../known-value.ts";
import { resourceRule } from "../../rule.ts";

/** A UUID of version 3, 5 or 8, which is a hash; random ones are of version 4, or of none. */
const nameBased = /^[0-9a-f]{8}-[0-9a-f]{4}-[358][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

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
    // One that is not known yet is made of what other resources are; where there is none the provider makes one up.
    const text = knownValue(name);
    if (!name.isSet || (typeof text === "string" && !nameBased.test(text)))
      yield name.violates("must be a GUID made of scope, principal and role");
  },
});
