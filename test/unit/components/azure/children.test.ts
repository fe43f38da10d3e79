import assert from "node:assert/strict";
import { everything } from "./everything.ts";
import { build } from "./registrations.ts";

/**
 * What every component registers, as "parent > name: type", for the component's name x. A renamed, moved or retyped child is another
 * resource to Pulumi, which deletes the old one with its data: whoever changes a line here adds an alias in the same change.
 */
const children: Readonly<Record<string, readonly string[]>> = {
  AksCluster: [
    " > x: azure-platform:index:AksCluster",
    "x > x-identity: azure-native:managedidentity:UserAssignedIdentity",
    "x > x-kubelet-identity: azure-native:managedidentity:UserAssignedIdentity",
    "x > x-kubelet-identity-role: azure-native:authorization:RoleAssignment",
    "x > x-node-subnet-role: azure-native:authorization:RoleAssignment",
    "x > x-api-server-subnet-role: azure-native:authorization:RoleAssignment",
    "x > x-public-ip-role: azure-native:authorization:RoleAssignment",
    "x > x-cluster: azure-native:containerservice:ManagedCluster",
    "x > x-cluster-upgrades: azure-native:containerservice:MaintenanceConfiguration",
    "x > x-node-upgrades: azure-native:containerservice:MaintenanceConfiguration",
    "x > x-admin-people: azure-native:authorization:RoleAssignment",
  ],
  AksNodePool: [
    " > x: azure-platform:index:AksNodePool",
    "x > x-pool: azure-native:containerservice:AgentPool",
  ],
  ClusterMonitoring: [
    " > x: azure-platform:index:ClusterMonitoring",
    "x > x-endpoint: azure-native:monitor:DataCollectionEndpoint",
    "x > x-prometheus: azure-native:monitor:DataCollectionRule",
    "x > x-prometheus-association: azure-native:monitor:DataCollectionRuleAssociation",
    "x > x-endpoint-association: azure-native:monitor:DataCollectionRuleAssociation",
    "x > x-insights: azure-native:monitor:DataCollectionRule",
    "x > x-insights-association: azure-native:monitor:DataCollectionRuleAssociation",
  ],
  ContainerRegistry: [
    " > x: azure-platform:index:ContainerRegistry",
    "x > x-registry: azure-native:containerregistry:Registry",
    "x > x-private: azure-platform:index:PrivateEndpointConnection",
    "x-private > x-private-endpoint: azure-native:network:PrivateEndpoint",
    "x-private > x-private-dns: azure-native:network:PrivateDnsZoneGroup",
    "x > x-pull-cluster: azure-native:authorization:RoleAssignment",
  ],
  DiagnosticSettings: [
    " > x: azure-platform:index:DiagnosticSettings",
    "x > x-vault: azure-native:monitor:DiagnosticSetting",
  ],
  EventHubsKafka: [
    " > x: azure-platform:index:EventHubsKafka",
    "x > x-namespace: azure-native:eventhub:Namespace",
    "x > x-firewall: azure-native:eventhub:NamespaceNetworkRuleSet",
    "x > x-private: azure-platform:index:PrivateEndpointConnection",
    "x-private > x-private-endpoint: azure-native:network:PrivateEndpoint",
    "x-private > x-private-dns: azure-native:network:PrivateDnsZoneGroup",
    "x > x-topic-idea: azure-native:eventhub:EventHub",
    "x > x-topic-idea-group-activity: azure-native:eventhub:ConsumerGroup",
    "x > x-topic-idea-group-lag: azure-native:eventhub:ConsumerGroup",
    "x > x-topic-idea-writer-idea: azure-native:authorization:RoleAssignment",
    "x > x-topic-idea-reader-activity: azure-native:authorization:RoleAssignment",
  ],
  KeyVault: [
    " > x: azure-platform:index:KeyVault",
    "x > x-vault: azure-native:keyvault:Vault",
    "x > x-private: azure-platform:index:PrivateEndpointConnection",
    "x-private > x-private-endpoint: azure-native:network:PrivateEndpoint",
    "x-private > x-private-dns: azure-native:network:PrivateDnsZoneGroup",
  ],
  Observability: [
    " > x: azure-platform:index:Observability",
    "x > x-logs: azure-native:operationalinsights:Workspace",
    "x > x-metrics: azure-native:monitor:AzureMonitorWorkspace",
    "x > x-traces: azure-native:applicationinsights:Component",
  ],
  PlatformNetwork: [
    " > x: azure-platform:index:PlatformNetwork",
    "x > x-network: azure-native:network:VirtualNetwork",
    "x > x-egress-ip: azure-native:network:PublicIPAddress",
    "x > x-egress: azure-native:network:NatGateway",
    "x > x-nodes-rules: azure-native:network:NetworkSecurityGroup",
    "x > x-nodes: azure-native:network:Subnet",
    "x > x-api-server-rules: azure-native:network:NetworkSecurityGroup",
    "x > x-api-server: azure-native:network:Subnet",
    "x > x-private-endpoints-rules: azure-native:network:NetworkSecurityGroup",
    "x > x-private-endpoints: azure-native:network:Subnet",
    "x > x-postgres-rules: azure-native:network:NetworkSecurityGroup",
    "x > x-postgres: azure-native:network:Subnet",
    "x > x-gateways-rules: azure-native:network:NetworkSecurityGroup",
    "x > x-gateways: azure-native:network:Subnet",
    "x > x-bastion-rules: azure-native:network:NetworkSecurityGroup",
    "x > x-bastion: azure-native:network:Subnet",
    "x > x-batch-rules: azure-native:network:NetworkSecurityGroup",
    "x > x-batch: azure-native:network:Subnet",
  ],
  PostgresFlexibleServer: [
    " > x: azure-platform:index:PostgresFlexibleServer",
    "x > x-server: azure-native:dbforpostgresql:Server",
    "x > x-administrator-people: azure-native:dbforpostgresql:AdministratorsMicrosoftEntra",
    "x > x-database-idea: azure-native:dbforpostgresql:Database",
    "x > x-parameter-azure.extensions: azure-native:dbforpostgresql:Configuration",
    "x > x-parameter-connection_throttle.enable: azure-native:dbforpostgresql:Configuration",
    "x > x-parameter-log_checkpoints: azure-native:dbforpostgresql:Configuration",
    "x > x-parameter-log_connections: azure-native:dbforpostgresql:Configuration",
    "x > x-parameter-log_disconnections: azure-native:dbforpostgresql:Configuration",
    "x > x-parameter-logfiles.retention_days: azure-native:dbforpostgresql:Configuration",
    "x > x-parameter-pgaudit.log: azure-native:dbforpostgresql:Configuration",
    "x > x-parameter-pgbouncer.enabled: azure-native:dbforpostgresql:Configuration",
    "x > x-parameter-require_secure_transport: azure-native:dbforpostgresql:Configuration",
    "x > x-parameter-shared_preload_libraries: azure-native:dbforpostgresql:Configuration",
    "x > x-parameter-ssl_min_protocol_version: azure-native:dbforpostgresql:Configuration",
  ],
  PrivateDnsZones: [
    " > x: azure-platform:index:PrivateDnsZones",
    "x > x-container-registry: azure-native:privatedns:PrivateZone",
    "x > x-container-registry-link: azure-native:privatedns:VirtualNetworkLink",
    "x > x-key-vault: azure-native:privatedns:PrivateZone",
    "x > x-key-vault-link: azure-native:privatedns:VirtualNetworkLink",
    "x > x-sql-server: azure-native:privatedns:PrivateZone",
    "x > x-sql-server-link: azure-native:privatedns:VirtualNetworkLink",
    "x > x-event-hubs: azure-native:privatedns:PrivateZone",
    "x > x-event-hubs-link: azure-native:privatedns:VirtualNetworkLink",
    "x > x-postgres: azure-native:privatedns:PrivateZone",
    "x > x-postgres-link: azure-native:privatedns:VirtualNetworkLink",
  ],
  PrivateEndpointConnection: [
    " > x: azure-platform:index:PrivateEndpointConnection",
    "x > x-endpoint: azure-native:network:PrivateEndpoint",
    "x > x-dns: azure-native:network:PrivateDnsZoneGroup",
  ],
  PublicIp: [" > x: azure-platform:index:PublicIp", "x > x-address: azure-native:network:PublicIPAddress"],
  ServiceImage: [" > x: azure-platform:index:ServiceImage", "x > x-image: docker:index/image:Image"],
  SqlServer: [
    " > x: azure-platform:index:SqlServer",
    "x > x-server: azure-native:sql:Server",
    "x > x-allow-0: azure-native:sql:FirewallRule",
    "x > x-private: azure-platform:index:PrivateEndpointConnection",
    "x-private > x-private-endpoint: azure-native:network:PrivateEndpoint",
    "x-private > x-private-dns: azure-native:network:PrivateDnsZoneGroup",
    "x > x-audit: azure-native:sql:ServerBlobAuditingPolicy",
    "x > x-audit-log: azure-native:monitor:DiagnosticSetting",
    "x > x-defender: azure-native:sql:ServerSecurityAlertPolicy",
    "x > x-database-organization: azure-native:sql:Database",
    "x > x-database-organization-backup: azure-native:sql:BackupShortTermRetentionPolicy",
    "x > x-database-organization-archive: azure-native:sql:LongTermRetentionPolicy",
  ],
  WorkloadIdentity: [
    " > x: azure-platform:index:WorkloadIdentity",
    "x > x-identity: azure-native:managedidentity:UserAssignedIdentity",
    "x > x-credential: azure-native:managedidentity:FederatedIdentityCredential",
    "x > x-role-secrets: azure-native:authorization:RoleAssignment",
  ],
};

describe("the children of a component", () => {
  it("are listed here for every component", () => {
    assert.deepEqual(Object.keys(children).sort(), Object.keys(everything).sort());
  });

  for (const [component, construct] of Object.entries(everything)) {
    it(`of type ${component} have kept their names, types and parents`, async () => {
      const { registered } = await build((opts) => construct("x", opts));
      assert.deepEqual(
        registered.map(({ type, name, parent = "" }) => `${parent} > ${name}: ${type}`),
        children[component],
      );
    });
  }
});
