import { resourceRule } from "../../rule.ts";
import { demandOneOf } from "../../requirement.ts";

export default resourceRule({
  id: "aks-managed-identity",
  title: "AKS runs under a managed identity",
  severity: "medium",
  description:
    "A service principal brings a secret that must be stored, rotated and can leak; a managed identity has none.",
  remediation:
    'Set identity.type to "UserAssigned" or "SystemAssigned", and leave servicePrincipalProfile out.',
  references: {
    catalogue: ["AKS-14"],
    psrule: ["AKS.ManagedIdentity"],
    azurePolicy: ["da6e2401"],
    nist: ["IA-5", "IA-9"],
    docs: ["https://learn.microsoft.com/azure/aks/managed-identity-overview"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  *check({ props }) {
    yield* demandOneOf(props.at("identity.type"), ["UserAssigned", "SystemAssigned"]);
    const clientId = props.at("servicePrincipalProfile.clientId");
    // Azure itself reports "msi" here for a cluster with a managed identity.
    if (clientId.isSet && !clientId.is("msi")) yield clientId.violates("must be left out");
  },
});
