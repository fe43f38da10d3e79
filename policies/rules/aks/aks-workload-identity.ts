import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-workload-identity",
  title: "AKS offers workload identity",
  severity: "medium",
  description:
    "With an OIDC issuer and workload identity a pod gets Entra tokens of its own; without, it needs a stored secret or shares the node's identity.",
  remediation:
    "Set oidcIssuerProfile: { enabled: true } and securityProfile: { workloadIdentity: { enabled: true } }.",
  references: {
    catalogue: ["AKS-15"],
    azurePolicy: ["2cc2e023"],
    nist: ["AC-6", "IA-5", "IA-9"],
    docs: ["https://learn.microsoft.com/azure/aks/workload-identity-overview"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  *check({ props }) {
    yield* demandOneOf(props.at("oidcIssuerProfile.enabled"), [true]);
    yield* demandOneOf(props.at("securityProfile.workloadIdentity.enabled"), [true]);
  },
});
