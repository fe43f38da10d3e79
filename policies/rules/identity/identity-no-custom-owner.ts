import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

const ownerActions =
  /^(\*|\*\/write|Microsoft\.Authorization\/(\*|\*\/write|role(Assignments|Definitions)\/(\*|write)))$/i;

export default resourceRule({
  id: "identity-no-custom-owner",
  title: "No custom role may do everything, or give roles away",
  severity: "high",
  description:
    "A custom role with * is an owner that no list of owners shows, and one that writes role assignments makes itself anything.",
  remediation: "List the actions that are needed in permissions[].actions.",
  references: {
    catalogue: ["IAM-01"],
    checkov: ["CKV_AZURE_39"],
    cis: ["Found6 5.4"],
    trivy: ["AZU-0030", "AZU-0052"],
    prowler: ["iam_subscription_roles_owner_custom_not_created"],
    kics: ["8fa9ceea", "tf:role_definition_allows_custom_role_creation"],
    nist: ["AC-2(7)", "AC-3", "AC-6", "AC-6(7)"],
    pulumi: ["aad-custom-roles"],
    docs: [
      "https://learn.microsoft.com/azure/role-based-access-control/custom-roles",
      "https://learn.microsoft.com/azure/role-based-access-control/best-practices",
    ],
  },
  appliesTo: ["azure-native:authorization:RoleDefinition"],
  check: ({ props }) =>
    each(props.at("permissions").items(), (permission) =>
      each(permission.at("actions").items(), function* (action) {
        if (ownerActions.test(action.string ?? "")) yield action.violates("must name what is needed");
      }),
    ),
});
