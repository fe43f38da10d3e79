import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "identity-no-custom-role",
  title: "Built-in roles are used instead of custom ones",
  severity: "low",
  enforcement: "advisory",
  description:
    "A custom role is reviewed by nobody when Azure adds actions; most tasks have a built-in role. The rule advises, because some do not.",
  remediation: "Assign a built-in role, or exempt the custom one with its reason.",
  references: {
    catalogue: ["IAM-06"],
    azurePolicy: ["a451c1ef"],
    nist: ["AC-3", "AC-6(7)"],
    docs: ["https://learn.microsoft.com/azure/role-based-access-control/built-in-roles"],
  },
  appliesTo: ["azure-native:authorization:RoleDefinition"],
  *check({ props }) {
    const type = props.at("roleType");
    if (!type.is("BuiltInRole"))
      yield {
        path: "",
        message:
          "the program makes a role of its own; it must be a built-in role, or be exempted with a reason",
      };
  },
});
