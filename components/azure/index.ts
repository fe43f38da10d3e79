export { AksCluster } from "./aks/aks-cluster.ts";
export type { AksClusterArgs, ClusterAdminArgs } from "./aks/aks-cluster.ts";
export { AksNodePool } from "./aks/aks-node-pool.ts";
export type { AksNodePoolArgs } from "./aks/aks-node-pool.ts";
export { ClusterTier, NodeOsUpgradeChannel, UpgradeChannel } from "./aks/cluster-choices.ts";
export { KubeloginMode } from "./aks/kubelogin-mode.ts";
export { WeekDay } from "./aks/maintenance-window.ts";
export type { MaintenanceWindowArgs } from "./aks/maintenance-window.ts";
export { PoolMode } from "./aks/pool-profile.ts";
export type { NodePoolArgs } from "./aks/pool-profile.ts";
export { DirectoryPrincipalType } from "./identity/role-assignment.ts";
export { builtInRoles } from "./identity/roles.ts";
export type { BuiltInRole } from "./identity/roles.ts";
export { WorkloadIdentity } from "./identity/workload-identity.ts";
export type { RoleGrantArgs, WorkloadIdentityArgs } from "./identity/workload-identity.ts";
export { ServiceImage } from "./image/service-image.ts";
export type { ImageRegistryCredentialsArgs, ServiceImageArgs } from "./image/service-image.ts";
export { EventHubsKafka } from "./kafka/event-hubs-kafka.ts";
export type { EventHubsKafkaArgs, KafkaTopicArgs } from "./kafka/event-hubs-kafka.ts";
export type { KafkaLink } from "./kafka/kafka-link.ts";
export { EventHubsTier, TopicCleanup } from "./kafka/topic-profile.ts";
export { KeyVault, VaultSku } from "./keyvault/key-vault.ts";
export type { KeyVaultArgs } from "./keyvault/key-vault.ts";
export { ClusterMonitoring } from "./monitor/cluster-monitoring.ts";
export type { ClusterMonitoringArgs } from "./monitor/cluster-monitoring.ts";
export { clusterLogCategories, DiagnosticSettings } from "./monitor/diagnostic-settings.ts";
export type { DiagnosticSettingsArgs, DiagnosticTargetArgs } from "./monitor/diagnostic-settings.ts";
export { Observability } from "./monitor/observability.ts";
export type { ObservabilityArgs } from "./monitor/observability.ts";
export { nameRules } from "./naming/name-rules.ts";
export type { NameRule } from "./naming/name-rules.ts";
export { uniqueName } from "./naming/unique-name.ts";
export { planAddresses } from "./network/address-plan.ts";
export type { AddressPlan, SubnetRequest } from "./network/address-plan.ts";
export { cidrsOverlap } from "./network/cidr.ts";
export { NetworkEgress } from "./network/egress.ts";
export { PlatformNetwork } from "./network/platform-network.ts";
export type { PlatformNetworkArgs } from "./network/platform-network.ts";
export { PrivateDnsZones } from "./network/private-dns-zones.ts";
export type { PrivateDnsZonesArgs } from "./network/private-dns-zones.ts";
export { PrivateEndpointConnection } from "./network/private-endpoint-connection.ts";
export type { PrivateEndpointConnectionArgs } from "./network/private-endpoint-connection.ts";
export { privateLinkGroups, privateLinkZones } from "./network/private-link.ts";
export type { PrivateLinkArgs } from "./network/private-link.ts";
export { PublicIp } from "./network/public-ip.ts";
export type { PublicIpArgs } from "./network/public-ip.ts";
export { PostgresFlexibleServer } from "./postgres/postgres-flexible-server.ts";
export type {
  PostgresAdministratorArgs,
  PostgresDatabaseArgs,
  PostgresFlexibleServerArgs,
  PostgresMaintenanceArgs,
  PostgresPasswordArgs,
} from "./postgres/postgres-flexible-server.ts";
export { PostgresHighAvailability } from "./postgres/server-profile.ts";
export { ContainerRegistry } from "./registry/container-registry.ts";
export type { ContainerRegistryArgs } from "./registry/container-registry.ts";
export { RegistrySku } from "./registry/registry-profile.ts";
export { BackupRedundancy } from "./sql/server-profile.ts";
export { SqlServer } from "./sql/sql-server.ts";
export type { SqlAdministratorArgs, SqlDatabaseArgs, SqlServerArgs } from "./sql/sql-server.ts";
