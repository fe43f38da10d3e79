import { isRole } from "../../azure/role-definition.ts";
import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

/** AcrPull, and Container Registry Repository Reader for registries that grant by repository. */
const pullRoles = ["7f951dda-4ed3-4680-a7ca-43fe172d538d", "b93aa761-3e63-49ed-ac28-beffa264f7ac"];

export default stackRule({
  id: "aks-kubelet-pull-only",
  title: "AKS nodes may pull images, and nothing else",
  severity: "high",
  description:
    "Every pod can take the identity of its node; with the right to push it could put code of its own into the images of all.",
  remediation:
    "Give the identity in identityProfile.kubeletidentity the role AcrPull on the registry, and no other.",
  references: {
    catalogue: ["AKS-47"],
    cis: ["AKS 5.1.3"],
    nist: ["AC-3", "AC-6"],
    pulumi: ["aks-acr-readonly-access"],
    docs: [
      "https://learn.microsoft.com/azure/aks/cluster-container-registry-integration",
      "https://learn.microsoft.com/azure/container-registry/container-registry-rbac-built-in-roles-overview",
    ],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  reads: ["azure-native:authorization:RoleAssignment", "azure-native:containerregistry:Registry"],
  check: (stack) =>
    each(stack.ofType("azure-native:containerservice:ManagedCluster"), (cluster) => {
      const identities = [cluster.urn, ...cluster.dependenciesOf("identityProfile")];
      const registries = stack.ofType("azure-native:containerregistry:Registry").map(({ urn }) => urn);
      const assignments = stack
        .ofType("azure-native:authorization:RoleAssignment")
        .filter(
          (assignment) =>
            assignment.dependenciesOf("scope").some((urn) => registries.includes(urn)) &&
            assignment.dependenciesOf("principalId").some((urn) => identities.includes(urn)),
        );
      return each(assignments, function* (assignment) {
        const role = assignment.props.at("roleDefinitionId");
        if (!isRole(role, ...pullRoles)) yield { ...role.violates("must be AcrPull"), resource: assignment };
      });
    }),
});
