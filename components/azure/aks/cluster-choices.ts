/**
 * How far AKS upgrades the cluster by itself.
 * Source: https://learn.microsoft.com/azure/aks/auto-upgrade-cluster
 */
export const UpgradeChannel = {
  /** Never. */
  none: "none",
  /** The newest patch of the minor version. */
  patch: "patch",
  /** The newest patch of the second newest minor version. */
  stable: "stable",
  /** The newest version that is supported. */
  rapid: "rapid",
} as const;
export type UpgradeChannel = (typeof UpgradeChannel)[keyof typeof UpgradeChannel];

/**
 * How AKS keeps the operating system of the nodes up to date.
 * Source: https://learn.microsoft.com/azure/aks/auto-upgrade-node-os-image
 */
export const NodeOsUpgradeChannel = {
  /** Not at all. */
  None: "None",
  /** A new node image every week. */
  NodeImage: "NodeImage",
  /** Security patches as they come, without a restart where possible. */
  SecurityPatch: "SecurityPatch",
} as const;
export type NodeOsUpgradeChannel = (typeof NodeOsUpgradeChannel)[keyof typeof NodeOsUpgradeChannel];

/** Price tiers of the control plane. */
export const ClusterTier = {
  /** No uptime agreement; for trials. */
  Free: "Free",
  /** An uptime agreement (CKV_AZURE_170). */
  Standard: "Standard",
  /** Long-term support of Kubernetes versions as well. */
  Premium: "Premium",
} as const;
export type ClusterTier = (typeof ClusterTier)[keyof typeof ClusterTier];
