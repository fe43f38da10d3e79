import type { Rule } from "../../rule.ts";
import k8sApparmorProfile from "./k8s-apparmor-profile.ts";
import k8sApprovedRegistries from "./k8s-approved-registries.ts";
import k8sCapabilitiesAllowed from "./k8s-capabilities-allowed.ts";
import k8sCapabilitiesDropped from "./k8s-capabilities-dropped.ts";
import k8sCpuLimit from "./k8s-cpu-limit.ts";
import k8sCpuRequest from "./k8s-cpu-request.ts";
import k8sDefaultNamespaceUnused from "./k8s-default-namespace-unused.ts";
import k8sHighUserId from "./k8s-high-user-id.ts";
import k8sImageByDigest from "./k8s-image-by-digest.ts";
import k8sImagePullPolicy from "./k8s-image-pull-policy.ts";
import k8sImageTagFixed from "./k8s-image-tag-fixed.ts";
import k8sLivenessProbe from "./k8s-liveness-probe.ts";
import k8sMemoryLimit from "./k8s-memory-limit.ts";
import k8sMemoryRequest from "./k8s-memory-request.ts";
import k8sNoClusterAdminBinding from "./k8s-no-cluster-admin-binding.ts";
import k8sNoCommunityIngressNginx from "./k8s-no-community-ingress-nginx.ts";
import k8sNoContainerSocket from "./k8s-no-container-socket.ts";
import k8sNoHandlerHost from "./k8s-no-handler-host.ts";
import k8sNoHelmRelease from "./k8s-no-helm-release.ts";
import k8sNoHostAliases from "./k8s-no-host-aliases.ts";
import k8sNoHostIpc from "./k8s-no-host-ipc.ts";
import k8sNoHostNetwork from "./k8s-no-host-network.ts";
import k8sNoHostPath from "./k8s-no-host-path.ts";
import k8sNoHostPid from "./k8s-no-host-pid.ts";
import k8sNoHostPort from "./k8s-no-host-port.ts";
import k8sNoNetRaw from "./k8s-no-net-raw.ts";
import k8sNoPrivilegeEscalation from "./k8s-no-privilege-escalation.ts";
import k8sNoPrivilegedContainer from "./k8s-no-privileged-container.ts";
import k8sNoSysAdmin from "./k8s-no-sys-admin.ts";
import k8sNoWildcardRole from "./k8s-no-wildcard-role.ts";
import k8sPreStopHook from "./k8s-pre-stop-hook.ts";
import k8sProcMount from "./k8s-proc-mount.ts";
import k8sReadOnlyRootFilesystem from "./k8s-read-only-root-filesystem.ts";
import k8sReadinessProbe from "./k8s-readiness-probe.ts";
import k8sRequestsEqualLimits from "./k8s-requests-equal-limits.ts";
import k8sRunAsNonRoot from "./k8s-run-as-non-root.ts";
import k8sSafeSysctls from "./k8s-safe-sysctls.ts";
import k8sSeccompProfile from "./k8s-seccomp-profile.ts";
import k8sSecretsAsFiles from "./k8s-secrets-as-files.ts";
import k8sSecurityContext from "./k8s-security-context.ts";
import k8sSelinuxOptions from "./k8s-selinux-options.ts";
import k8sServiceAccountToken from "./k8s-service-account-token.ts";
import k8sVolumeTypes from "./k8s-volume-types.ts";
import k8sWindowsContainerUser from "./k8s-windows-container-user.ts";

/** The rules of this folder. */
export const kubernetesRules: readonly Rule[] = [
  k8sApparmorProfile,
  k8sApprovedRegistries,
  k8sCapabilitiesAllowed,
  k8sCapabilitiesDropped,
  k8sCpuLimit,
  k8sCpuRequest,
  k8sDefaultNamespaceUnused,
  k8sHighUserId,
  k8sImageByDigest,
  k8sImagePullPolicy,
  k8sImageTagFixed,
  k8sLivenessProbe,
  k8sMemoryLimit,
  k8sMemoryRequest,
  k8sNoClusterAdminBinding,
  k8sNoCommunityIngressNginx,
  k8sNoContainerSocket,
  k8sNoHandlerHost,
  k8sNoHelmRelease,
  k8sNoHostAliases,
  k8sNoHostIpc,
  k8sNoHostNetwork,
  k8sNoHostPath,
  k8sNoHostPid,
  k8sNoHostPort,
  k8sNoNetRaw,
  k8sNoPrivilegeEscalation,
  k8sNoPrivilegedContainer,
  k8sNoSysAdmin,
  k8sNoWildcardRole,
  k8sPreStopHook,
  k8sProcMount,
  k8sReadOnlyRootFilesystem,
  k8sReadinessProbe,
  k8sRequestsEqualLimits,
  k8sRunAsNonRoot,
  k8sSafeSysctls,
  k8sSeccompProfile,
  k8sSecretsAsFiles,
  k8sSecurityContext,
  k8sSelinuxOptions,
  k8sServiceAccountToken,
  k8sVolumeTypes,
  k8sWindowsContainerUser,
];
