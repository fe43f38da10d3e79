import { hasPrivateEndpoint, privateEndpoints } from "../../azure/private-endpoint.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "grafana-access",
  title: "Grafana is reached privately, by groups, without API keys",
  severity: "medium",
  enforcement: "advisory",
  description:
    "Who may edit dashboards and data sources is best a matter of group membership, which is reviewed and revoked in one place; keys and personal grants are forgotten.",
  remediation:
    'Set properties.apiKey: "Disabled", add a private endpoint, and assign Grafana roles with principalType: "Group".',
  references: {
    catalogue: ["X-27"],
    nist: ["AC-2", "AC-6", "SC-7"],
    docs: [
      "https://learn.microsoft.com/azure/managed-grafana/how-to-manage-access-permissions-users-identities",
      "https://learn.microsoft.com/azure/managed-grafana/how-to-set-up-private-access",
    ],
  },
  appliesTo: ["azure-native:dashboard:Grafana"],
  reads: [...privateEndpoints, "azure-native:authorization:RoleAssignment"],
  check: (stack) =>
    each(stack.ofType("azure-native:dashboard:Grafana"), function* (grafana) {
      if (!hasPrivateEndpoint(stack, grafana))
        yield {
          path: "",
          message: "no private endpoint of the stack leads to the workspace",
          resource: grafana,
        };
      const grants = stack
        .ofType("azure-native:authorization:RoleAssignment")
        .filter((assignment) => assignment.dependenciesOf("scope").includes(grafana.urn));
      for (const grant of grants) {
        const principal = grant.props.at("principalType");
        if (!principal.is("Group", "ServicePrincipal", "ForeignGroup"))
          yield {
            ...principal.violates('must be "Group", or "ServicePrincipal" for a machine'),
            resource: grant,
          };
      }
      const keys = grafana.props.at("properties.apiKey");
      if (keys.is("Enabled")) yield { ...keys.violates('must be "Disabled"'), resource: grafana };
    }),
});
