import type { Rule } from "../../rule.ts";
import aksApiServerAccessRestricted from "./aks-api-server-access-restricted.ts";
import aksAuditLogs from "./aks-audit-logs.ts";
import aksAutoUpgrade from "./aks-auto-upgrade.ts";
import aksAutoscaling from "./aks-autoscaling.ts";
import aksAzureCni from "./aks-azure-cni.ts";
import aksAzurePolicyAddon from "./aks-azure-policy-addon.ts";
import aksAzureRbac from "./aks-azure-rbac.ts";
import aksBackup from "./aks-backup.ts";
import aksContainerInsights from "./aks-container-insights.ts";
import aksControlledEgress from "./aks-controlled-egress.ts";
import aksCsiDrivers from "./aks-csi-drivers.ts";
import aksDashboardOff from "./aks-dashboard-off.ts";
import aksDefender from "./aks-defender.ts";
import aksDeploymentSafeguards from "./aks-deployment-safeguards.ts";
import aksDiskEncryptionSet from "./aks-disk-encryption-set.ts";
import aksEntraIntegration from "./aks-entra-integration.ts";
import aksEphemeralOsDisk from "./aks-ephemeral-os-disk.ts";
import aksFleetMember from "./aks-fleet-member.ts";
import aksHostEncryption from "./aks-host-encryption.ts";
import aksHttpApplicationRoutingOff from "./aks-http-application-routing-off.ts";
import aksImageCleaner from "./aks-image-cleaner.ts";
import aksIstioStrict from "./aks-istio-strict.ts";
import aksKmsEncryption from "./aks-kms-encryption.ts";
import aksKubeletPullOnly from "./aks-kubelet-pull-only.ts";
import aksKubernetesRbac from "./aks-kubernetes-rbac.ts";
import aksLocalAccountsDisabled from "./aks-local-accounts-disabled.ts";
import aksMaintenanceWindow from "./aks-maintenance-window.ts";
import aksMaintenanceWindowsApart from "./aks-maintenance-windows-apart.ts";
import aksManagedIdentity from "./aks-managed-identity.ts";
import aksManagedPrometheus from "./aks-managed-prometheus.ts";
import aksMaxPods from "./aks-max-pods.ts";
import aksMinimumSystemNodes from "./aks-minimum-system-nodes.ts";
import aksMinimumUserNodes from "./aks-minimum-user-nodes.ts";
import aksNames from "./aks-names.ts";
import aksNetworkPolicy from "./aks-network-policy.ts";
import aksNoPublicNodeIp from "./aks-no-public-node-ip.ts";
import aksNodeGroupLocked from "./aks-node-group-locked.ts";
import aksNodeOsUpgrade from "./aks-node-os-upgrade.ts";
import aksNodeSshDisabled from "./aks-node-ssh-disabled.ts";
import aksPlatformLogs from "./aks-platform-logs.ts";
import aksPoolVersion from "./aks-pool-version.ts";
import aksPoolZones from "./aks-pool-zones.ts";
import aksPrivateApiServer from "./aks-private-api-server.ts";
import aksPrivateCluster from "./aks-private-cluster.ts";
import aksRunCommandDisabled from "./aks-run-command-disabled.ts";
import aksScaleSetPools from "./aks-scale-set-pools.ts";
import aksSecretRotation from "./aks-secret-rotation.ts";
import aksStandardLoadBalancer from "./aks-standard-load-balancer.ts";
import aksSubnetSize from "./aks-subnet-size.ts";
import aksSupportedVersion from "./aks-supported-version.ts";
import aksSystemPoolTainted from "./aks-system-pool-tainted.ts";
import aksTrustedLaunch from "./aks-trusted-launch.ts";
import aksUptimeSla from "./aks-uptime-sla.ts";
import aksWorkloadIdentity from "./aks-workload-identity.ts";

/** The rules of this folder. */
export const aksRules: readonly Rule[] = [
  aksApiServerAccessRestricted,
  aksAuditLogs,
  aksAutoUpgrade,
  aksAutoscaling,
  aksAzureCni,
  aksAzurePolicyAddon,
  aksAzureRbac,
  aksBackup,
  aksContainerInsights,
  aksControlledEgress,
  aksCsiDrivers,
  aksDashboardOff,
  aksDefender,
  aksDeploymentSafeguards,
  aksDiskEncryptionSet,
  aksEntraIntegration,
  aksEphemeralOsDisk,
  aksFleetMember,
  aksHostEncryption,
  aksHttpApplicationRoutingOff,
  aksImageCleaner,
  aksIstioStrict,
  aksKmsEncryption,
  aksKubeletPullOnly,
  aksKubernetesRbac,
  aksLocalAccountsDisabled,
  aksMaintenanceWindow,
  aksMaintenanceWindowsApart,
  aksManagedIdentity,
  aksManagedPrometheus,
  aksMaxPods,
  aksMinimumSystemNodes,
  aksMinimumUserNodes,
  aksNames,
  aksNetworkPolicy,
  aksNoPublicNodeIp,
  aksNodeGroupLocked,
  aksNodeOsUpgrade,
  aksNodeSshDisabled,
  aksPlatformLogs,
  aksPoolVersion,
  aksPoolZones,
  aksPrivateApiServer,
  aksPrivateCluster,
  aksRunCommandDisabled,
  aksScaleSetPools,
  aksSecretRotation,
  aksStandardLoadBalancer,
  aksSubnetSize,
  aksSupportedVersion,
  aksSystemPoolTainted,
  aksTrustedLaunch,
  aksUptimeSla,
  aksWorkloadIdentity,
];
