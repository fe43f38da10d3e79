/**
 * What the local Azure supports: a resource type is one line with its ARM path, an invoke is one line. After a change:
 * `node local/azure/metadata/generate.ts`.
 *
 * The SDK does not hold the paths. They are those of the PUT operations in Microsoft's REST reference
 * (https://learn.microsoft.com/rest/api/azure/), as the `azure-mgmt-*` packages of Python carry them, with the SDK's parameter
 * names; the generator refuses a path whose parameters are not those of the SDK's `get…` function.
 */

const subscription = "/subscriptions/{subscriptionId}";
const group = `${subscription}/resourceGroups/{resourceGroupName}`;
const network = `${group}/providers/Microsoft.Network`;
const virtualNetwork = `${network}/virtualNetworks/{virtualNetworkName}`;
const securityGroup = `${network}/networkSecurityGroups/{networkSecurityGroupName}`;
const routeTable = `${network}/routeTables/{routeTableName}`;
const privateEndpoint = `${network}/privateEndpoints/{privateEndpointName}`;
const privateZone = `${network}/privateDnsZones/{privateZoneName}`;
const cluster = `${group}/providers/Microsoft.ContainerService/managedClusters/{resourceName}`;
const registry = `${group}/providers/Microsoft.ContainerRegistry/registries/{registryName}`;
const identity = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{resourceName}`;
const postgres = `${group}/providers/Microsoft.DBforPostgreSQL/flexibleServers/{serverName}`;
const sql = `${group}/providers/Microsoft.Sql/servers/{serverName}`;
const sqlDatabase = `${sql}/databases/{databaseName}`;
const events = `${group}/providers/Microsoft.EventHub/namespaces/{namespaceName}`;
const eventHub = `${events}/eventhubs/{eventHubName}`;
const vault = `${group}/providers/Microsoft.KeyVault/vaults/{vaultName}`;
const workspace = `${group}/providers/Microsoft.OperationalInsights/workspaces/{workspaceName}`;
const insights = `${group}/providers/Microsoft.Insights`;
const storage = `${group}/providers/Microsoft.Storage/storageAccounts/{accountName}`;

/** ARM path by resource type, written as `module:Resource`. */
export const supportedResources: Readonly<Record<string, string>> = {
  "resources:ResourceGroup": group,

  "network:VirtualNetwork": virtualNetwork,
  "network:Subnet": `${virtualNetwork}/subnets/{subnetName}`,
  "network:VirtualNetworkPeering": `${virtualNetwork}/virtualNetworkPeerings/{virtualNetworkPeeringName}`,
  "network:NetworkSecurityGroup": securityGroup,
  "network:SecurityRule": `${securityGroup}/securityRules/{securityRuleName}`,
  "network:PublicIPAddress": `${network}/publicIPAddresses/{publicIpAddressName}`,
  "network:NatGateway": `${network}/natGateways/{natGatewayName}`,
  "network:RouteTable": routeTable,
  "network:Route": `${routeTable}/routes/{routeName}`,
  "network:PrivateEndpoint": privateEndpoint,
  "network:PrivateDnsZoneGroup": `${privateEndpoint}/privateDnsZoneGroups/{privateDnsZoneGroupName}`,

  "privatedns:PrivateZone": privateZone,
  "privatedns:VirtualNetworkLink": `${privateZone}/virtualNetworkLinks/{virtualNetworkLinkName}`,

  "containerservice:ManagedCluster": cluster,
  "containerservice:AgentPool": `${cluster}/agentPools/{agentPoolName}`,
  "containerservice:MaintenanceConfiguration": `${cluster}/maintenanceConfigurations/{configName}`,

  "containerregistry:Registry": registry,

  "authorization:RoleAssignment":
    "/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}",
  "authorization:ManagementLockByScope": "/{scope}/providers/Microsoft.Authorization/locks/{lockName}",

  "managedidentity:UserAssignedIdentity": identity,
  "managedidentity:FederatedIdentityCredential": `${identity}/federatedIdentityCredentials/{federatedIdentityCredentialResourceName}`,

  "dbforpostgresql:Server": postgres,
  "dbforpostgresql:Database": `${postgres}/databases/{databaseName}`,
  "dbforpostgresql:Configuration": `${postgres}/configurations/{configurationName}`,
  "dbforpostgresql:FirewallRule": `${postgres}/firewallRules/{firewallRuleName}`,
  "dbforpostgresql:Administrator": `${postgres}/administrators/{objectId}`,
  "dbforpostgresql:AdministratorsMicrosoftEntra": `${postgres}/administrators/{objectId}`,

  "sql:Server": sql,
  "sql:Database": sqlDatabase,
  "sql:FirewallRule": `${sql}/firewallRules/{firewallRuleName}`,
  "sql:VirtualNetworkRule": `${sql}/virtualNetworkRules/{virtualNetworkRuleName}`,
  "sql:ServerAzureADAdministrator": `${sql}/administrators/{administratorName}`,
  "sql:ServerAzureADOnlyAuthentication": `${sql}/azureADOnlyAuthentications/{authenticationName}`,
  "sql:ServerBlobAuditingPolicy": `${sql}/auditingSettings/{blobAuditingPolicyName}`,
  "sql:ExtendedServerBlobAuditingPolicy": `${sql}/extendedAuditingSettings/{blobAuditingPolicyName}`,
  "sql:ServerSecurityAlertPolicy": `${sql}/securityAlertPolicies/{securityAlertPolicyName}`,
  "sql:DatabaseBlobAuditingPolicy": `${sqlDatabase}/auditingSettings/{blobAuditingPolicyName}`,
  "sql:ExtendedDatabaseBlobAuditingPolicy": `${sqlDatabase}/extendedAuditingSettings/{blobAuditingPolicyName}`,
  "sql:DatabaseSecurityAlertPolicy": `${sqlDatabase}/securityAlertPolicies/{securityAlertPolicyName}`,
  "sql:TransparentDataEncryption": `${sqlDatabase}/transparentDataEncryption/{tdeName}`,
  "sql:BackupShortTermRetentionPolicy": `${sqlDatabase}/backupShortTermRetentionPolicies/{policyName}`,
  "sql:LongTermRetentionPolicy": `${sqlDatabase}/backupLongTermRetentionPolicies/{policyName}`,

  "eventhub:Namespace": events,
  "eventhub:NamespaceAuthorizationRule": `${events}/authorizationRules/{authorizationRuleName}`,
  "eventhub:NamespaceNetworkRuleSet": `${events}/networkRuleSets/default`,
  "eventhub:EventHub": eventHub,
  "eventhub:EventHubAuthorizationRule": `${eventHub}/authorizationRules/{authorizationRuleName}`,
  "eventhub:ConsumerGroup": `${eventHub}/consumergroups/{consumerGroupName}`,

  "keyvault:Vault": vault,
  "keyvault:Secret": `${vault}/secrets/{secretName}`,

  "operationalinsights:Workspace": workspace,

  "monitor:AzureMonitorWorkspace": `${group}/providers/Microsoft.Monitor/accounts/{azureMonitorWorkspaceName}`,
  "monitor:DiagnosticSetting": "/{resourceUri}/providers/Microsoft.Insights/diagnosticSettings/{name}",
  "monitor:DataCollectionEndpoint": `${insights}/dataCollectionEndpoints/{dataCollectionEndpointName}`,
  "monitor:DataCollectionRule": `${insights}/dataCollectionRules/{dataCollectionRuleName}`,
  "monitor:DataCollectionRuleAssociation":
    "/{resourceUri}/providers/Microsoft.Insights/dataCollectionRuleAssociations/{associationName}",
  "monitor:ActionGroup": `${insights}/actionGroups/{actionGroupName}`,
  "monitor:MetricAlert": `${insights}/metricAlerts/{ruleName}`,

  "applicationinsights:Component": `${insights}/components/{resourceName}`,

  "storage:StorageAccount": storage,
  "storage:BlobContainer": `${storage}/blobServices/default/containers/{containerName}`,
};

/** Invokes beside the `get…` of each supported resource type, written as `module:invoke`. */
export const supportedInvokes: readonly string[] = [
  "authorization:getClientConfig",
  "authorization:getClientToken",
  "containerservice:listManagedClusterUserCredentials",
  "containerservice:listManagedClusterAdminCredentials",
  "containerregistry:listRegistryCredentials",
  "eventhub:listNamespaceKeys",
  "eventhub:listEventHubKeys",
  "operationalinsights:getSharedKeys",
  "operationalinsights:getWorkspaceSharedKeys",
  "storage:listStorageAccountKeys",
];
