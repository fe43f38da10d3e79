import type { Rule } from "../../rule.ts";
import aksApiServerAccessRestricted from "./aks-api-server-access-restricted.ts";
import aksAzurePolicyAddon from "./aks-azure-policy-addon.ts";
import aksAzureRbac from "./aks-azure-rbac.ts";
import aksEntraIntegration from "./aks-entra-integration.ts";
import aksHttpApplicationRoutingOff from "./aks-http-application-routing-off.ts";
import aksKubernetesRbac from "./aks-kubernetes-rbac.ts";
import aksLocalAccountsDisabled from "./aks-local-accounts-disabled.ts";
import aksManagedIdentity from "./aks-managed-identity.ts";
import aksNetworkPolicy from "./aks-network-policy.ts";
import aksNoPublicNodeIp from "./aks-no-public-node-ip.ts";
import aksRunCommandDisabled from "./aks-run-command-disabled.ts";
import aksSecretRotation from "./aks-secret-rotation.ts";
import aksWorkloadIdentity from "./aks-workload-identity.ts";

/** The rules of this folder. */
export const aksRules: readonly Rule[] = [
  aksApiServerAccessRestricted,
  aksAzurePolicyAddon,
  aksAzureRbac,
  aksEntraIntegration,
  aksHttpApplicationRoutingOff,
  aksKubernetesRbac,
  aksLocalAccountsDisabled,
  aksManagedIdentity,
  aksNetworkPolicy,
  aksNoPublicNodeIp,
  aksRunCommandDisabled,
  aksSecretRotation,
  aksWorkloadIdentity,
];
