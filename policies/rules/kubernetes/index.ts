import type { Rule } from "../../rule.ts";
import k8sApparmorProfile from "./k8s-apparmor-profile.ts";
import k8sApprovedRegistries from "./k8s-approved-registries.ts";
import k8sCapabilitiesAllowed from "./k8s-capabilities-allowed.ts";
import k8sCapabilitiesDropped from "./k8s-capabilities-dropped.ts";
import k8sControllerSanity from "./k8s-controller-sanity.ts";
import k8sCpuLimit from "./k8s-cpu-limit.ts";
import k8sCpuRequest from "./k8s-cpu-request.ts";
import k8sCsiStorageClass from "./k8s-csi-storage-class.ts";
import k8sDedicatedServiceAccount from "./k8s-dedicated-service-account.ts";
import k8sDefaultNamespaceUnused from "./k8s-default-namespace-unused.ts";
import k8sDisruptionBudget from "./k8s-disruption-budget.ts";
import k8sHighUserId from "./k8s-high-user-id.ts";
import k8sImageByDigest from "./k8s-image-by-digest.ts";
import k8sImagePullPolicy from "./k8s-image-pull-policy.ts";
import k8sImageTagFixed from "./k8s-image-tag-fixed.ts";
import k8sIngressHost from "./k8s-ingress-host.ts";
import k8sIngressTls from "./k8s-ingress-tls.ts";
import k8sLivenessProbe from "./k8s-liveness-probe.ts";
import k8sLoadBalancerInternal from "./k8s-load-balancer-internal.ts";
import k8sMemoryLimit from "./k8s-memory-limit.ts";
import k8sMemoryRequest from "./k8s-memory-request.ts";
import k8sNamespaceDefaultDeny from "./k8s-namespace-default-deny.ts";
import k8sNamespaceLimits from "./k8s-namespace-limits.ts";
import k8sNamespacePodSecurity from "./k8s-namespace-pod-security.ts";
import k8sNoAksReserved from "./k8s-no-aks-reserved.ts";
import k8sNoAnonymousBinding from "./k8s-no-anonymous-binding.ts";
import k8sNoClusterAdminBinding from "./k8s-no-cluster-admin-binding.ts";
import k8sNoCommunityIngressNginx from "./k8s-no-community-ingress-nginx.ts";
import k8sNoContainerSocket from "./k8s-no-container-socket.ts";
import k8sNoDashboardOrTiller from "./k8s-no-dashboard-or-tiller.ts";
import k8sNoExternalIps from "./k8s-no-external-ips.ts";
import k8sNoHandlerHost from "./k8s-no-handler-host.ts";
import k8sNoHelmRelease from "./k8s-no-helm-release.ts";
import k8sNoHostAliases from "./k8s-no-host-aliases.ts";
import k8sNoHostIpc from "./k8s-no-host-ipc.ts";
import k8sNoHostNetwork from "./k8s-no-host-network.ts";
import k8sNoHostPath from "./k8s-no-host-path.ts";
import k8sNoHostPid from "./k8s-no-host-pid.ts";
import k8sNoHostPort from "./k8s-no-host-port.ts";
import k8sNoNakedPod from "./k8s-no-naked-pod.ts";
import k8sNoNetRaw from "./k8s-no-net-raw.ts";
import k8sNoNginxSnippets from "./k8s-no-nginx-snippets.ts";
import k8sNoNodePort from "./k8s-no-node-port.ts";
import k8sNoPrivilegeEscalation from "./k8s-no-privilege-escalation.ts";
import k8sNoPrivilegedContainer from "./k8s-no-privileged-container.ts";
import k8sNoSecretInConfigMap from "./k8s-no-secret-in-config-map.ts";
import k8sNoSysAdmin from "./k8s-no-sys-admin.ts";
import k8sNoWildcardRole from "./k8s-no-wildcard-role.ts";
import k8sPodsUnderNetworkPolicy from "./k8s-pods-under-network-policy.ts";
import k8sPreStopHook from "./k8s-pre-stop-hook.ts";
import k8sProcMount from "./k8s-proc-mount.ts";
import k8sReadOnlyRootFilesystem from "./k8s-read-only-root-filesystem.ts";
import k8sReadinessProbe from "./k8s-readiness-probe.ts";
import k8sRequestsEqualLimits from "./k8s-requests-equal-limits.ts";
import k8sRequiredLabels from "./k8s-required-labels.ts";
import k8sRoleNoCertificateApproval from "./k8s-role-no-certificate-approval.ts";
import k8sRoleNoEndpointsEdit from "./k8s-role-no-endpoints-edit.ts";
import k8sRoleNoEscalation from "./k8s-role-no-escalation.ts";
import k8sRoleNoNodeProxy from "./k8s-role-no-node-proxy.ts";
import k8sRoleNoPersistentVolumes from "./k8s-role-no-persistent-volumes.ts";
import k8sRoleNoPodCreation from "./k8s-role-no-pod-creation.ts";
import k8sRoleNoServiceStatus from "./k8s-role-no-service-status.ts";
import k8sRoleNoTokenCreation from "./k8s-role-no-token-creation.ts";
import k8sRoleNoTrafficControl from "./k8s-role-no-traffic-control.ts";
import k8sRoleNoWebhookConfiguration from "./k8s-role-no-webhook-configuration.ts";
import k8sRoleSecretAccess from "./k8s-role-secret-access.ts";
import k8sRunAsNonRoot from "./k8s-run-as-non-root.ts";
import k8sSafeSysctls from "./k8s-safe-sysctls.ts";
import k8sSeccompProfile from "./k8s-seccomp-profile.ts";
import k8sSecretsAsFiles from "./k8s-secrets-as-files.ts";
import k8sSecurityContext from "./k8s-security-context.ts";
import k8sSelinuxOptions from "./k8s-selinux-options.ts";
import k8sServiceAccountToken from "./k8s-service-account-token.ts";
import k8sServiceTargetsPods from "./k8s-service-targets-pods.ts";
import k8sSpreadAndReplicas from "./k8s-spread-and-replicas.ts";
import k8sStableApiVersion from "./k8s-stable-api-version.ts";
import k8sVolumeTypes from "./k8s-volume-types.ts";
import k8sWindowsContainerUser from "./k8s-windows-container-user.ts";

/** The rules of this folder. */
export const kubernetesRules: readonly Rule[] = [
  k8sApparmorProfile,
  k8sApprovedRegistries,
  k8sCapabilitiesAllowed,
  k8sCapabilitiesDropped,
  k8sControllerSanity,
  k8sCpuLimit,
  k8sCpuRequest,
  k8sCsiStorageClass,
  k8sDedicatedServiceAccount,
  k8sDefaultNamespaceUnused,
  k8sDisruptionBudget,
  k8sHighUserId,
  k8sImageByDigest,
  k8sImagePullPolicy,
  k8sImageTagFixed,
  k8sIngressHost,
  k8sIngressTls,
  k8sLivenessProbe,
  k8sLoadBalancerInternal,
  k8sMemoryLimit,
  k8sMemoryRequest,
  k8sNamespaceDefaultDeny,
  k8sNamespaceLimits,
  k8sNamespacePodSecurity,
  k8sNoAksReserved,
  k8sNoAnonymousBinding,
  k8sNoClusterAdminBinding,
  k8sNoCommunityIngressNginx,
  k8sNoContainerSocket,
  k8sNoDashboardOrTiller,
  k8sNoExternalIps,
  k8sNoHandlerHost,
  k8sNoHelmRelease,
  k8sNoHostAliases,
  k8sNoHostIpc,
  k8sNoHostNetwork,
  k8sNoHostPath,
  k8sNoHostPid,
  k8sNoHostPort,
  k8sNoNakedPod,
  k8sNoNetRaw,
  k8sNoNginxSnippets,
  k8sNoNodePort,
  k8sNoPrivilegeEscalation,
  k8sNoPrivilegedContainer,
  k8sNoSecretInConfigMap,
  k8sNoSysAdmin,
  k8sNoWildcardRole,
  k8sPodsUnderNetworkPolicy,
  k8sPreStopHook,
  k8sProcMount,
  k8sReadOnlyRootFilesystem,
  k8sReadinessProbe,
  k8sRequestsEqualLimits,
  k8sRequiredLabels,
  k8sRoleNoCertificateApproval,
  k8sRoleNoEndpointsEdit,
  k8sRoleNoEscalation,
  k8sRoleNoNodeProxy,
  k8sRoleNoPersistentVolumes,
  k8sRoleNoPodCreation,
  k8sRoleNoServiceStatus,
  k8sRoleNoTokenCreation,
  k8sRoleNoTrafficControl,
  k8sRoleNoWebhookConfiguration,
  k8sRoleSecretAccess,
  k8sRunAsNonRoot,
  k8sSafeSysctls,
  k8sSeccompProfile,
  k8sSecretsAsFiles,
  k8sSecurityContext,
  k8sSelinuxOptions,
  k8sServiceAccountToken,
  k8sServiceTargetsPods,
  k8sSpreadAndReplicas,
  k8sStableApiVersion,
  k8sVolumeTypes,
  k8sWindowsContainerUser,
];
