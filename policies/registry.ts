import acrAdminUserDisabled from "./rules/acr/acr-admin-user-disabled.ts";
import acrAnonymousPullDisabled from "./rules/acr/acr-anonymous-pull-disabled.ts";
import acrExportDisabled from "./rules/acr/acr-export-disabled.ts";
import acrNetworkDefaultDeny from "./rules/acr/acr-network-default-deny.ts";
import acrPublicAccessDisabled from "./rules/acr/acr-public-access-disabled.ts";
import acrSkuNotBasic from "./rules/acr/acr-sku-not-basic.ts";
import acrWebhookHttps from "./rules/acr/acr-webhook-https.ts";
import aksApiServerAccessRestricted from "./rules/aks/aks-api-server-access-restricted.ts";
import aksAzurePolicyAddon from "./rules/aks/aks-azure-policy-addon.ts";
import aksAzureRbac from "./rules/aks/aks-azure-rbac.ts";
import aksEntraIntegration from "./rules/aks/aks-entra-integration.ts";
import aksHttpApplicationRoutingOff from "./rules/aks/aks-http-application-routing-off.ts";
import aksKubernetesRbac from "./rules/aks/aks-kubernetes-rbac.ts";
import aksLocalAccountsDisabled from "./rules/aks/aks-local-accounts-disabled.ts";
import aksManagedIdentity from "./rules/aks/aks-managed-identity.ts";
import aksNetworkPolicy from "./rules/aks/aks-network-policy.ts";
import aksNoPublicNodeIp from "./rules/aks/aks-no-public-node-ip.ts";
import aksRunCommandDisabled from "./rules/aks/aks-run-command-disabled.ts";
import aksSecretRotation from "./rules/aks/aks-secret-rotation.ts";
import aksWorkloadIdentity from "./rules/aks/aks-workload-identity.ts";
import eventhubLocalAuthDisabled from "./rules/eventhub/eventhub-local-auth-disabled.ts";
import eventhubMinimumTls from "./rules/eventhub/eventhub-minimum-tls.ts";
import eventhubNetworkDefaultDeny from "./rules/eventhub/eventhub-network-default-deny.ts";
import eventhubNoNamespaceKeys from "./rules/eventhub/eventhub-no-namespace-keys.ts";
import eventhubPublicAccessDisabled from "./rules/eventhub/eventhub-public-access-disabled.ts";
import eventhubRetention from "./rules/eventhub/eventhub-retention.ts";
import keyvaultKeyStrength from "./rules/keyvault/keyvault-key-strength.ts";
import keyvaultNetworkDefaultDeny from "./rules/keyvault/keyvault-network-default-deny.ts";
import keyvaultNoAccessPolicies from "./rules/keyvault/keyvault-no-access-policies.ts";
import keyvaultPurgeProtection from "./rules/keyvault/keyvault-purge-protection.ts";
import keyvaultRbacAuthorization from "./rules/keyvault/keyvault-rbac-authorization.ts";
import keyvaultSoftDelete from "./rules/keyvault/keyvault-soft-delete.ts";
import k8sCapabilitiesDropped from "./rules/kubernetes/k8s-capabilities-dropped.ts";
import k8sCpuLimit from "./rules/kubernetes/k8s-cpu-limit.ts";
import k8sDefaultNamespaceUnused from "./rules/kubernetes/k8s-default-namespace-unused.ts";
import k8sImageTagFixed from "./rules/kubernetes/k8s-image-tag-fixed.ts";
import k8sMemoryLimit from "./rules/kubernetes/k8s-memory-limit.ts";
import k8sNoClusterAdminBinding from "./rules/kubernetes/k8s-no-cluster-admin-binding.ts";
import k8sNoCommunityIngressNginx from "./rules/kubernetes/k8s-no-community-ingress-nginx.ts";
import k8sNoHelmRelease from "./rules/kubernetes/k8s-no-helm-release.ts";
import k8sNoHostIpc from "./rules/kubernetes/k8s-no-host-ipc.ts";
import k8sNoHostNetwork from "./rules/kubernetes/k8s-no-host-network.ts";
import k8sNoHostPath from "./rules/kubernetes/k8s-no-host-path.ts";
import k8sNoHostPid from "./rules/kubernetes/k8s-no-host-pid.ts";
import k8sNoHostPort from "./rules/kubernetes/k8s-no-host-port.ts";
import k8sNoPrivilegeEscalation from "./rules/kubernetes/k8s-no-privilege-escalation.ts";
import k8sNoPrivilegedContainer from "./rules/kubernetes/k8s-no-privileged-container.ts";
import k8sNoWildcardRole from "./rules/kubernetes/k8s-no-wildcard-role.ts";
import k8sReadOnlyRootFilesystem from "./rules/kubernetes/k8s-read-only-root-filesystem.ts";
import k8sRunAsNonRoot from "./rules/kubernetes/k8s-run-as-non-root.ts";
import k8sSeccompProfile from "./rules/kubernetes/k8s-seccomp-profile.ts";
import k8sServiceAccountToken from "./rules/kubernetes/k8s-service-account-token.ts";
import networkInterfaceNoIpForwarding from "./rules/network/network-interface-no-ip-forwarding.ts";
import networkInterfaceNoPublicIp from "./rules/network/network-interface-no-public-ip.ts";
import networkLoadBalancerStandard from "./rules/network/network-load-balancer-standard.ts";
import networkNoAnyPortFromInternet from "./rules/network/network-no-any-port-from-internet.ts";
import networkNoRdpFromInternet from "./rules/network/network-no-rdp-from-internet.ts";
import networkNoSensitivePortFromInternet from "./rules/network/network-no-sensitive-port-from-internet.ts";
import networkNoSshFromInternet from "./rules/network/network-no-ssh-from-internet.ts";
import networkNoUdpFromInternet from "./rules/network/network-no-udp-from-internet.ts";
import networkPublicIpStandard from "./rules/network/network-public-ip-standard.ts";
import networkSubnetHasNsg from "./rules/network/network-subnet-has-nsg.ts";
import postgresBackupRetention from "./rules/postgres/postgres-backup-retention.ts";
import postgresEntraAuthentication from "./rules/postgres/postgres-entra-authentication.ts";
import postgresGeoRedundantBackup from "./rules/postgres/postgres-geo-redundant-backup.ts";
import postgresMinimumTls from "./rules/postgres/postgres-minimum-tls.ts";
import postgresNoAzureServicesFirewall from "./rules/postgres/postgres-no-azure-services-firewall.ts";
import postgresNoOpenFirewall from "./rules/postgres/postgres-no-open-firewall.ts";
import postgresPasswordAuthenticationDisabled from "./rules/postgres/postgres-password-authentication-disabled.ts";
import postgresPublicAccessDisabled from "./rules/postgres/postgres-public-access-disabled.ts";
import postgresSecureTransport from "./rules/postgres/postgres-secure-transport.ts";
import sqlAuditRetention from "./rules/sql/sql-audit-retention.ts";
import sqlAuditing from "./rules/sql/sql-auditing.ts";
import sqlEncryptionAtRest from "./rules/sql/sql-encryption-at-rest.ts";
import sqlEntraAdministrator from "./rules/sql/sql-entra-administrator.ts";
import sqlEntraOnlyAuthentication from "./rules/sql/sql-entra-only-authentication.ts";
import sqlMinimumTls from "./rules/sql/sql-minimum-tls.ts";
import sqlNoAzureServicesFirewall from "./rules/sql/sql-no-azure-services-firewall.ts";
import sqlNoOpenFirewall from "./rules/sql/sql-no-open-firewall.ts";
import sqlPublicAccessDisabled from "./rules/sql/sql-public-access-disabled.ts";
import type { Rule } from "./rule.ts";

/** Every rule of the pack, by service. A test fails when a rule file is not listed here. */
export const rules: readonly Rule[] = [
  acrAdminUserDisabled,
  acrAnonymousPullDisabled,
  acrExportDisabled,
  acrNetworkDefaultDeny,
  acrPublicAccessDisabled,
  acrSkuNotBasic,
  acrWebhookHttps,
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
  eventhubLocalAuthDisabled,
  eventhubMinimumTls,
  eventhubNetworkDefaultDeny,
  eventhubNoNamespaceKeys,
  eventhubPublicAccessDisabled,
  eventhubRetention,
  keyvaultKeyStrength,
  keyvaultNetworkDefaultDeny,
  keyvaultNoAccessPolicies,
  keyvaultPurgeProtection,
  keyvaultRbacAuthorization,
  keyvaultSoftDelete,
  k8sCapabilitiesDropped,
  k8sCpuLimit,
  k8sDefaultNamespaceUnused,
  k8sImageTagFixed,
  k8sMemoryLimit,
  k8sNoClusterAdminBinding,
  k8sNoCommunityIngressNginx,
  k8sNoHelmRelease,
  k8sNoHostIpc,
  k8sNoHostNetwork,
  k8sNoHostPath,
  k8sNoHostPid,
  k8sNoHostPort,
  k8sNoPrivilegeEscalation,
  k8sNoPrivilegedContainer,
  k8sNoWildcardRole,
  k8sReadOnlyRootFilesystem,
  k8sRunAsNonRoot,
  k8sSeccompProfile,
  k8sServiceAccountToken,
  networkInterfaceNoIpForwarding,
  networkInterfaceNoPublicIp,
  networkLoadBalancerStandard,
  networkNoAnyPortFromInternet,
  networkNoRdpFromInternet,
  networkNoSensitivePortFromInternet,
  networkNoSshFromInternet,
  networkNoUdpFromInternet,
  networkPublicIpStandard,
  networkSubnetHasNsg,
  postgresBackupRetention,
  postgresEntraAuthentication,
  postgresGeoRedundantBackup,
  postgresMinimumTls,
  postgresNoAzureServicesFirewall,
  postgresNoOpenFirewall,
  postgresPasswordAuthenticationDisabled,
  postgresPublicAccessDisabled,
  postgresSecureTransport,
  sqlAuditRetention,
  sqlAuditing,
  sqlEncryptionAtRest,
  sqlEntraAdministrator,
  sqlEntraOnlyAuthentication,
  sqlMinimumTls,
  sqlNoAzureServicesFirewall,
  sqlNoOpenFirewall,
  sqlPublicAccessDisabled,
];
