import { localAccount } from "../../../../local/azure/arm/account.ts";
import type { ArmBody, ArmResource } from "../../../../local/azure/arm/service.ts";
import { location, type LocalArm } from "./local-arm.ts";

/** One resource of the platform that the tests build: short token, path parameters, body. */
type Step = readonly [token: string, parameters: Record<string, string>, body: (made: Made) => ArmBody];

/** What was built so far, by short token and name. */
export class Made {
  readonly #resources = new Map<string, ArmResource>();

  add(token: string, resource: ArmResource): void {
    this.#resources.set(`${token}/${resource.id.slice(resource.id.lastIndexOf("/") + 1)}`, resource);
  }

  all(): [string, ArmResource][] {
    return [...this.#resources];
  }

  resource(key: string): ArmResource {
    const resource = this.#resources.get(key);
    if (resource === undefined)
      throw new Error(`${key} is not built; built are ${[...this.#resources.keys()].join(", ")}`);
    return resource;
  }

  id(key: string): string {
    return this.resource(key).id;
  }

  output(key: string, name: string): string {
    const value = this.resource(key).outputs[name];
    if (typeof value !== "string") throw new Error(`${key} has no text ${name}`);
    return value;
  }
}

const database = { serverName: "platform-sql", databaseName: "organization" };
const scoped = (made: Made, key: string): string => made.id(key).slice(1);

/** Every type once at least, in an order that satisfies all references. */
const steps: readonly Step[] = [
  ["resources:ResourceGroup", { resourceGroupName: "rg" }, () => ({ location, tags: { stack: "test" } })],
  [
    "network:NetworkSecurityGroup",
    { networkSecurityGroupName: "nodes" },
    () => ({
      location,
      securityRules: [
        {
          name: "https",
          access: "Allow",
          direction: "Inbound",
          priority: 100,
          protocol: "Tcp",
          sourceAddressPrefix: "Internet",
          sourcePortRange: "*",
          destinationAddressPrefix: "*",
          destinationPortRange: "443",
        },
      ],
    }),
  ],
  [
    "network:SecurityRule",
    { networkSecurityGroupName: "nodes", securityRuleName: "http" },
    () => ({
      access: "Deny",
      direction: "Inbound",
      priority: 110,
      protocol: "Tcp",
      sourceAddressPrefix: "Internet",
      sourcePortRange: "*",
      destinationAddressPrefix: "*",
      destinationPortRange: "80",
    }),
  ],
  [
    "network:PublicIPAddress",
    { publicIpAddressName: "egress" },
    () => ({ location, sku: { name: "Standard" }, publicIPAllocationMethod: "Static", zones: ["1"] }),
  ],
  [
    "network:PublicIPAddress",
    { publicIpAddressName: "ingress" },
    () => ({
      location,
      sku: { name: "Standard" },
      publicIPAllocationMethod: "Static",
      dnsSettings: { domainNameLabel: "platform" },
    }),
  ],
  [
    "network:NatGateway",
    { natGatewayName: "egress" },
    (made) => ({
      location,
      sku: { name: "Standard" },
      publicIpAddresses: [{ id: made.id("network:PublicIPAddress/egress") }],
      zones: ["1"],
    }),
  ],
  [
    "network:RouteTable",
    { routeTableName: "routes" },
    () => ({ location, routes: [{ name: "out", addressPrefix: "10.1.0.0/16", nextHopType: "VnetLocal" }] }),
  ],
  [
    "network:Route",
    { routeTableName: "routes", routeName: "drop" },
    () => ({ addressPrefix: "10.2.0.0/16", nextHopType: "None" }),
  ],
  [
    "network:VirtualNetwork",
    { virtualNetworkName: "vnet" },
    () => ({
      location,
      addressSpace: { addressPrefixes: ["10.224.0.0/16"] },
      subnets: [{ name: "inline", addressPrefix: "10.224.250.0/24" }],
    }),
  ],
  [
    "network:VirtualNetwork",
    { virtualNetworkName: "other" },
    () => ({ location, addressSpace: { addressPrefixes: ["10.9.0.0/16"] } }),
  ],
  [
    "network:VirtualNetworkPeering",
    { virtualNetworkName: "vnet", virtualNetworkPeeringName: "to-other" },
    (made) => ({ remoteVirtualNetwork: { id: made.id("network:VirtualNetwork/other") } }),
  ],
  [
    "network:Subnet",
    { virtualNetworkName: "vnet", subnetName: "nodes" },
    (made) => ({
      addressPrefix: "10.224.0.0/20",
      natGateway: { id: made.id("network:NatGateway/egress") },
      networkSecurityGroup: { id: made.id("network:NetworkSecurityGroup/nodes") },
    }),
  ],
  [
    "network:Subnet",
    { virtualNetworkName: "vnet", subnetName: "endpoints" },
    () => ({ addressPrefix: "10.224.16.0/24" }),
  ],
  [
    "network:Subnet",
    { virtualNetworkName: "vnet", subnetName: "postgres" },
    () => ({
      addressPrefix: "10.224.17.0/24",
      delegations: [{ name: "postgres", serviceName: "Microsoft.DBforPostgreSQL/flexibleServers" }],
    }),
  ],
  ["privatedns:PrivateZone", { privateZoneName: "privatelink.azurecr.io" }, () => ({ location: "global" })],
  [
    "privatedns:PrivateZone",
    { privateZoneName: "platform.private.postgres.database.azure.com" },
    () => ({ location: "global" }),
  ],
  [
    "privatedns:VirtualNetworkLink",
    { privateZoneName: "privatelink.azurecr.io", virtualNetworkLinkName: "vnet" },
    (made) => ({
      location: "global",
      registrationEnabled: false,
      virtualNetwork: { id: made.id("network:VirtualNetwork/vnet") },
    }),
  ],
  [
    "operationalinsights:Workspace",
    { workspaceName: "logs" },
    () => ({ location, sku: { name: "PerGB2018" }, retentionInDays: 90 }),
  ],
  [
    "applicationinsights:Component",
    { resourceName: "traces" },
    (made) => ({
      location,
      kind: "web",
      applicationType: "web",
      workspaceResourceId: made.id("operationalinsights:Workspace/logs"),
    }),
  ],
  ["monitor:AzureMonitorWorkspace", { azureMonitorWorkspaceName: "metrics" }, () => ({ location })],
  ["managedidentity:UserAssignedIdentity", { resourceName: "control-plane" }, () => ({ location })],
  [
    "authorization:RoleAssignment",
    { roleAssignmentName: "0b9b9a2e-1111-4a4a-9c9c-000000000001" },
    (made) => ({
      principalId: made.output("managedidentity:UserAssignedIdentity/control-plane", "principalId"),
      principalType: "ServicePrincipal",
      roleDefinitionId: `/subscriptions/${localAccount.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/4d97b98b-1d4f-4787-a291-c67834d212e7`,
    }),
  ],
  [
    "containerservice:ManagedCluster",
    { resourceName: "aks" },
    (made) => ({
      location,
      dnsPrefix: "platform",
      sku: { name: "Base", tier: "Standard" },
      identity: {
        type: "UserAssigned",
        userAssignedIdentities: [made.id("managedidentity:UserAssignedIdentity/control-plane")],
      },
      disableLocalAccounts: true,
      aadProfile: { managed: true, enableAzureRBAC: true },
      oidcIssuerProfile: { enabled: true },
      securityProfile: { workloadIdentity: { enabled: true } },
      addonProfiles: {
        azurepolicy: { enabled: true },
        omsagent: {
          enabled: true,
          config: {
            logAnalyticsWorkspaceResourceID: made.id("operationalinsights:Workspace/logs"),
            useAADAuth: "true",
          },
        },
      },
      networkProfile: {
        networkPlugin: "azure",
        networkPluginMode: "overlay",
        networkDataplane: "cilium",
        networkPolicy: "cilium",
        outboundType: "userAssignedNATGateway",
        podCidr: "10.244.0.0/16",
        serviceCidr: "10.0.0.0/16",
        dnsServiceIP: "10.0.0.10",
      },
      agentPoolProfiles: [
        {
          name: "system",
          mode: "System",
          count: 2,
          vmSize: "Standard_D4ds_v5",
          vnetSubnetID: made.id("network:Subnet/nodes"),
          availabilityZones: ["1", "2", "3"],
        },
      ],
    }),
  ],
  [
    "containerservice:AgentPool",
    { resourceName: "aks", agentPoolName: "user" },
    (made) => ({
      count: 3,
      mode: "User",
      vmSize: "Standard_D4ds_v5",
      osDiskType: "Ephemeral",
      vnetSubnetID: made.id("network:Subnet/nodes"),
      nodeTaints: ["workload=batch:NoSchedule"],
    }),
  ],
  [
    "containerservice:MaintenanceConfiguration",
    { resourceName: "aks", configName: "aksManagedAutoUpgradeSchedule" },
    () => ({
      maintenanceWindow: {
        durationHours: 4,
        startTime: "02:00",
        utcOffset: "+00:00",
        schedule: { weekly: { dayOfWeek: "Sunday", intervalWeeks: 1 } },
      },
    }),
  ],
  [
    "containerregistry:Registry",
    { registryName: "platformregistry" },
    () => ({
      location,
      sku: { name: "Premium" },
      publicNetworkAccess: "Disabled",
      dataEndpointEnabled: true,
      zoneRedundancy: "Enabled",
    }),
  ],
  [
    "network:PrivateEndpoint",
    { privateEndpointName: "registry" },
    (made) => ({
      location,
      subnet: { id: made.id("network:Subnet/endpoints") },
      privateLinkServiceConnections: [
        {
          name: "registry",
          groupIds: ["registry"],
          privateLinkServiceId: made.id("containerregistry:Registry/platformregistry"),
        },
      ],
    }),
  ],
  [
    "network:PrivateDnsZoneGroup",
    { privateEndpointName: "registry", privateDnsZoneGroupName: "default" },
    (made) => ({
      privateDnsZoneConfigs: [
        { name: "registry", privateDnsZoneId: made.id("privatedns:PrivateZone/privatelink.azurecr.io") },
      ],
    }),
  ],
  [
    "managedidentity:FederatedIdentityCredential",
    { resourceName: "control-plane", federatedIdentityCredentialResourceName: "idea" },
    () => ({
      issuer: "https://issuer.example/",
      subject: "system:serviceaccount:idea:idea",
      audiences: ["api://AzureADTokenExchange"],
    }),
  ],
  [
    "dbforpostgresql:Server",
    { serverName: "platform-postgres" },
    (made) => ({
      location,
      version: "17",
      sku: { name: "Standard_D2ds_v5", tier: "GeneralPurpose" },
      authConfig: {
        activeDirectoryAuth: "Enabled",
        passwordAuth: "Disabled",
        tenantId: localAccount.tenantId,
      },
      highAvailability: { mode: "ZoneRedundant", standbyAvailabilityZone: "2" },
      availabilityZone: "1",
      storage: { storageSizeGB: 128, autoGrow: "Enabled" },
      network: {
        delegatedSubnetResourceId: made.id("network:Subnet/postgres"),
        privateDnsZoneArmResourceId: made.id(
          "privatedns:PrivateZone/platform.private.postgres.database.azure.com",
        ),
        publicNetworkAccess: "Disabled",
      },
    }),
  ],
  [
    "dbforpostgresql:Database",
    { serverName: "platform-postgres", databaseName: "activity" },
    () => ({ charset: "UTF8", collation: "en_US.utf8" }),
  ],
  [
    "dbforpostgresql:Configuration",
    { serverName: "platform-postgres", configurationName: "log_checkpoints" },
    () => ({ value: "on", source: "user-override" }),
  ],
  [
    "dbforpostgresql:AdministratorsMicrosoftEntra",
    { serverName: "platform-postgres", objectId: localAccount.objectId },
    () => ({ principalName: "engineer", principalType: "user", tenantId: localAccount.tenantId }),
  ],
  [
    "dbforpostgresql:Administrator",
    { serverName: "platform-postgres", objectId: "10ca1000-0000-4000-8000-00000000000a" },
    () => ({ principalName: "team", principalType: "group" }),
  ],
  [
    "dbforpostgresql:Server",
    { serverName: "public-postgres" },
    () => ({
      location,
      sku: { name: "Standard_B2s", tier: "Burstable" },
      administratorLogin: "platform",
      administratorLoginPassword: "S3cret-of-the-test",
    }),
  ],
  [
    "dbforpostgresql:FirewallRule",
    { serverName: "public-postgres", firewallRuleName: "office" },
    () => ({ startIpAddress: "198.51.100.1", endIpAddress: "198.51.100.7" }),
  ],
  [
    "sql:Server",
    { serverName: "platform-sql" },
    () => ({
      location,
      administrators: {
        administratorType: "ActiveDirectory",
        azureADOnlyAuthentication: true,
        login: "engineer",
        principalType: "User",
        sid: localAccount.objectId,
        tenantId: localAccount.tenantId,
      },
      identity: { type: "SystemAssigned" },
    }),
  ],
  [
    "sql:Database",
    database,
    () => ({ location, sku: { name: "GP_S_Gen5_1" }, autoPauseDelay: 60, zoneRedundant: false }),
  ],
  [
    "sql:ServerAzureADAdministrator",
    { serverName: "platform-sql", administratorName: "ActiveDirectory" },
    () => ({ administratorType: "ActiveDirectory", login: "engineer", sid: localAccount.objectId }),
  ],
  [
    "sql:ServerAzureADOnlyAuthentication",
    { serverName: "platform-sql", authenticationName: "Default" },
    () => ({ azureADOnlyAuthentication: true }),
  ],
  [
    "sql:FirewallRule",
    { serverName: "platform-sql", firewallRuleName: "office" },
    () => ({ startIpAddress: "198.51.100.1", endIpAddress: "198.51.100.1" }),
  ],
  [
    "sql:VirtualNetworkRule",
    { serverName: "platform-sql", virtualNetworkRuleName: "nodes" },
    (made) => ({ virtualNetworkSubnetId: made.id("network:Subnet/nodes") }),
  ],
  [
    "sql:ServerBlobAuditingPolicy",
    { serverName: "platform-sql", blobAuditingPolicyName: "default" },
    () => ({ state: "Enabled", isAzureMonitorTargetEnabled: true }),
  ],
  [
    "sql:ExtendedServerBlobAuditingPolicy",
    { serverName: "platform-sql", blobAuditingPolicyName: "default" },
    () => ({ state: "Enabled", isAzureMonitorTargetEnabled: true }),
  ],
  [
    "sql:ServerSecurityAlertPolicy",
    { serverName: "platform-sql", securityAlertPolicyName: "Default" },
    () => ({ state: "Enabled" }),
  ],
  [
    "sql:DatabaseBlobAuditingPolicy",
    { ...database, blobAuditingPolicyName: "default" },
    () => ({ state: "Enabled", isAzureMonitorTargetEnabled: true }),
  ],
  [
    "sql:ExtendedDatabaseBlobAuditingPolicy",
    { ...database, blobAuditingPolicyName: "default" },
    () => ({ state: "Enabled", isAzureMonitorTargetEnabled: true }),
  ],
  [
    "sql:DatabaseSecurityAlertPolicy",
    { ...database, securityAlertPolicyName: "default" },
    () => ({ state: "Enabled" }),
  ],
  ["sql:TransparentDataEncryption", { ...database, tdeName: "current" }, () => ({ state: "Enabled" })],
  [
    "sql:BackupShortTermRetentionPolicy",
    { ...database, policyName: "default" },
    () => ({ retentionDays: 14 }),
  ],
  ["sql:LongTermRetentionPolicy", { ...database, policyName: "default" }, () => ({ weeklyRetention: "P4W" })],
  [
    "eventhub:Namespace",
    { namespaceName: "platform-events" },
    () => ({
      location,
      sku: { name: "Standard", tier: "Standard", capacity: 1 },
      isAutoInflateEnabled: true,
      maximumThroughputUnits: 4,
    }),
  ],
  [
    "eventhub:NamespaceNetworkRuleSet",
    { namespaceName: "platform-events" },
    () => ({
      defaultAction: "Deny",
      publicNetworkAccess: "Enabled",
      ipRules: [{ ipMask: "198.51.100.1", action: "Allow" }],
    }),
  ],
  [
    "eventhub:NamespaceAuthorizationRule",
    { namespaceName: "platform-events", authorizationRuleName: "writer" },
    () => ({ rights: ["Send"] }),
  ],
  [
    "eventhub:EventHub",
    { namespaceName: "platform-events", eventHubName: "idea" },
    () => ({
      partitionCount: 4,
      retentionDescription: { cleanupPolicy: "Delete", retentionTimeInHours: 168 },
    }),
  ],
  [
    "eventhub:EventHubAuthorizationRule",
    { namespaceName: "platform-events", eventHubName: "idea", authorizationRuleName: "reader" },
    () => ({ rights: ["Listen"] }),
  ],
  [
    "eventhub:ConsumerGroup",
    { namespaceName: "platform-events", eventHubName: "idea", consumerGroupName: "activity" },
    () => ({}),
  ],
  [
    "keyvault:Vault",
    { vaultName: "platform-vault" },
    () => ({
      location,
      properties: {
        tenantId: localAccount.tenantId,
        sku: { family: "A", name: "standard" },
        enableRbacAuthorization: true,
        enablePurgeProtection: true,
      },
    }),
  ],
  [
    "keyvault:Secret",
    { vaultName: "platform-vault", secretName: "password" },
    () => ({ properties: { value: "S3cret-of-the-test" } }),
  ],
  [
    "monitor:DiagnosticSetting",
    { name: "to-logs" },
    (made) => ({
      workspaceId: made.id("operationalinsights:Workspace/logs"),
      logs: [{ categoryGroup: "allLogs", enabled: true }],
      metrics: [{ category: "AllMetrics", enabled: true }],
    }),
  ],
  [
    "monitor:DataCollectionEndpoint",
    { dataCollectionEndpointName: "cluster" },
    () => ({ location, kind: "Linux" }),
  ],
  [
    "monitor:DataCollectionRule",
    { dataCollectionRuleName: "cluster" },
    (made) => ({
      location,
      kind: "Linux",
      dataCollectionEndpointId: made.id("monitor:DataCollectionEndpoint/cluster"),
      dataSources: {
        prometheusForwarder: [{ name: "prometheus", streams: ["Microsoft-PrometheusMetrics"] }],
      },
      destinations: {
        monitoringAccounts: [
          { name: "metrics", accountResourceId: made.id("monitor:AzureMonitorWorkspace/metrics") },
        ],
        logAnalytics: [{ name: "logs", workspaceResourceId: made.id("operationalinsights:Workspace/logs") }],
      },
      dataFlows: [{ streams: ["Microsoft-PrometheusMetrics"], destinations: ["metrics"] }],
    }),
  ],
  [
    "monitor:DataCollectionRuleAssociation",
    { associationName: "cluster" },
    (made) => ({ dataCollectionRuleId: made.id("monitor:DataCollectionRule/cluster") }),
  ],
  [
    "monitor:ActionGroup",
    { actionGroupName: "team" },
    () => ({
      location: "global",
      enabled: true,
      groupShortName: "team",
      emailReceivers: [{ name: "team", emailAddress: "team@example.com" }],
    }),
  ],
  [
    "monitor:MetricAlert",
    { ruleName: "cpu" },
    (made) => ({
      location: "global",
      enabled: true,
      severity: 2,
      evaluationFrequency: "PT5M",
      windowSize: "PT15M",
      scopes: [made.id("containerservice:ManagedCluster/aks")],
      criteria: { odataType: "Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria", allOf: [] },
      actions: [{ actionGroupId: made.id("monitor:ActionGroup/team") }],
    }),
  ],
  [
    "storage:StorageAccount",
    { accountName: "platformstorage" },
    () => ({ location, kind: "StorageV2", sku: { name: "Standard_ZRS" } }),
  ],
  ["storage:BlobContainer", { accountName: "platformstorage", containerName: "backups" }, () => ({})],
  [
    "authorization:ManagementLockByScope",
    { lockName: "keep" },
    () => ({ level: "CanNotDelete", notes: "Holds data" }),
  ],
];

/** Where scoped resources of the platform belong. */
const scopes: Readonly<Record<string, readonly [parameter: string, resource: string]>> = {
  "authorization:RoleAssignment": ["scope", "network:Subnet/nodes"],
  "authorization:ManagementLockByScope": ["scope", "dbforpostgresql:Server/platform-postgres"],
  "monitor:DiagnosticSetting": ["resourceUri", "containerservice:ManagedCluster/aks"],
  "monitor:DataCollectionRuleAssociation": ["resourceUri", "containerservice:ManagedCluster/aks"],
};

/** Writes a platform with every type of resource in it. */
export async function putPlatform(local: Pick<LocalArm, "put">): Promise<Made> {
  const made = new Made();
  for (const [token, parameters, body] of steps) {
    const scope = scopes[token];
    const all = scope === undefined ? parameters : { ...parameters, [scope[0]]: scoped(made, scope[1]) };
    made.add(token, await local.put(`azure-native:${token}`, all, body(made)));
  }
  return made;
}
