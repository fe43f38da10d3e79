import type { Rule } from "../../rule.ts";
import k8sCapabilitiesDropped from "./k8s-capabilities-dropped.ts";
import k8sCpuLimit from "./k8s-cpu-limit.ts";
import k8sDefaultNamespaceUnused from "./k8s-default-namespace-unused.ts";
import k8sImageTagFixed from "./k8s-image-tag-fixed.ts";
import k8sMemoryLimit from "./k8s-memory-limit.ts";
import k8sNoClusterAdminBinding from "./k8s-no-cluster-admin-binding.ts";
import k8sNoCommunityIngressNginx from "./k8s-no-community-ingress-nginx.ts";
import k8sNoHelmRelease from "./k8s-no-helm-release.ts";
import k8sNoHostIpc from "./k8s-no-host-ipc.ts";
import k8sNoHostNetwork from "./k8s-no-host-network.ts";
import k8sNoHostPath from "./k8s-no-host-path.ts";
import k8sNoHostPid from "./k8s-no-host-pid.ts";
import k8sNoHostPort from "./k8s-no-host-port.ts";
import k8sNoPrivilegeEscalation from "./k8s-no-privilege-escalation.ts";
import k8sNoPrivilegedContainer from "./k8s-no-privileged-container.ts";
import k8sNoWildcardRole from "./k8s-no-wildcard-role.ts";
import k8sReadOnlyRootFilesystem from "./k8s-read-only-root-filesystem.ts";
import k8sRunAsNonRoot from "./k8s-run-as-non-root.ts";
import k8sSeccompProfile from "./k8s-seccomp-profile.ts";
import k8sServiceAccountToken from "./k8s-service-account-token.ts";

/** The rules of this folder. */
export const kubernetesRules: readonly Rule[] = [
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
];
