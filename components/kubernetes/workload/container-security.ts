import type * as inputs from "@pulumi/kubernetes/types/input.js";

/**
 * What a pod says about security so that the level "restricted" of the Pod Security Standards lets it in.
 * No AppArmor profile is named: nodes of Azure Linux have none, and would refuse the pod.
 */
export function restrictedPod(user: number): inputs.core.v1.PodSecurityContext {
  return {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    fsGroup: user,
    fsGroupChangePolicy: "OnRootMismatch",
    seccompProfile: { type: "RuntimeDefault" },
  };
}

/** The same for each container, which scanners read on its own: no privilege, no capability, nothing to write to. */
export function restrictedContainer(
  user: number,
  capabilities: readonly string[] = [],
): inputs.core.v1.SecurityContext {
  return {
    privileged: false,
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    capabilities: { drop: ["ALL"], ...(capabilities.length === 0 ? {} : { add: [...capabilities] }) },
    seccompProfile: { type: "RuntimeDefault" },
  };
}
