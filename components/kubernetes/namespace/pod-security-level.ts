/**
 * Levels of the Pod Security Standards (https://kubernetes.io/docs/concepts/security/pod-security-standards/).
 */
export const PodSecurityLevel = {
  /** Hardened pods only. */
  Restricted: "restricted",
  /** Keeps known privilege escalations out, but lets pods run as root. */
  Baseline: "baseline",
  /** No restriction at all: for system agents alone. */
  Privileged: "privileged",
} as const;

export type PodSecurityLevel = (typeof PodSecurityLevel)[keyof typeof PodSecurityLevel];

/**
 * The labels that make the API server hold a namespace to a level. Warnings and audit entries are of the same level,
 * so that what is refused is also seen where it was written: on the Deployment, not on its pods.
 */
export function podSecurityLabels(level: PodSecurityLevel): Record<string, string> {
  return {
    "pod-security.kubernetes.io/enforce": level,
    "pod-security.kubernetes.io/enforce-version": "latest",
    "pod-security.kubernetes.io/audit": level,
    "pod-security.kubernetes.io/audit-version": "latest",
    "pod-security.kubernetes.io/warn": level,
    "pod-security.kubernetes.io/warn-version": "latest",
  };
}
