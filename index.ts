import { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { Provider } from "@pulumi/kubernetes/provider.js";
import * as pulumi from "@pulumi/pulumi";
import {
  AksCluster,
  AksNodePool,
  clusterLogCategories,
  ClusterMonitoring,
  ContainerRegistry,
  DiagnosticSettings,
  EventHubsKafka,
  KeyVault,
  nameRules,
  Observability,
  planAddresses,
  PlatformNetwork,
  PostgresFlexibleServer,
  PrivateDnsZones,
  PublicIp,
  ServiceImage,
  SqlServer,
  uniqueName,
  WorkloadIdentity,
} from "./components/azure/index.ts";
import { Microservice, NginxIngress, SharedHost, TenantNamespace } from "./components/kubernetes/index.ts";
import { loadConfiguration } from "./config.ts";
import { installGuard } from "./policies/guard.ts";
import { account } from "./start/account.ts";
import { dropTypeAliases } from "./start/drop-type-aliases.ts";

const config = loadConfiguration();
if (!config.migrated) dropTypeAliases();
installGuard();

const { subscriptionId, tenantId } = await account();
const project = pulumi.getProject();
const stack = pulumi.getStack();
const { administrators, location, protect, services } = config;
const tags = { project, stack, ...config.tags };
const seed = [subscriptionId, project, stack];
const addresses = planAddresses(config.network.addressSpace);
const namespace = "apps";

const group = new ResourceGroup("platform", { resourceGroupName: `${project}-${stack}`, location, tags });
const azure = { resourceGroupName: group.name, tags };

const network = new PlatformNetwork("network", { ...azure, ...config.network });
const zones = new PrivateDnsZones("zones", { ...azure, virtualNetworkId: network.virtualNetworkId });
const privateLink = (privateDnsZoneId: pulumi.Input<string>) => ({
  subnetId: network.privateEndpointSubnetId,
  privateDnsZoneId,
});

const dnsLabel = uniqueName(nameRules.publicIpDnsLabel, "platform", seed);
const publicIp = new PublicIp("ingress", { ...azure, dnsLabel, zones: config.ingress.zones, protect });
const host = config.ingress.host ?? `${dnsLabel}.${location}.cloudapp.azure.com`;

const observability = new Observability("observability", { ...azure, ...config.observability, protect });

const { private: privateCluster, systemPool, userPool, ...clusterSettings } = config.cluster;
const cluster = new AksCluster("aks", {
  ...azure,
  ...clusterSettings,
  privateCluster,
  systemPool,
  protect,
  tenantId,
  nodeSubnetId: network.nodeSubnetId,
  apiServerSubnetId: network.apiServerSubnetId,
  egress: config.network.egress,
  publicIpScopeId: group.id,
  logAnalyticsWorkspaceId: observability.workspaceId,
  adminGroupObjectIds: [administrators.objectId],
  clusterAdmins: [{ name: "administrators", principalId: administrators.objectId, principalType: "Group" }],
});
const pool = new AksNodePool("user", {
  ...azure,
  ...userPool,
  clusterName: cluster.clusterName,
  nodeSubnetId: network.nodeSubnetId,
});
new ClusterMonitoring("cluster-monitoring", {
  ...azure,
  clusterId: cluster.clusterId,
  monitorWorkspaceId: observability.monitorWorkspaceId,
  logAnalyticsWorkspaceId: observability.workspaceId,
});

const registry = new ContainerRegistry("registry", {
  ...azure,
  ...config.registry,
  protect,
  registryName: uniqueName(nameRules.containerRegistry, "platform", seed),
  privateEndpoint: config.registry.sku === "Premium" ? privateLink(zones.containerRegistryZoneId) : undefined,
  pullPrincipals: { cluster: cluster.kubeletIdentityObjectId },
});

const keyVault = new KeyVault("vault", {
  ...azure,
  ...config.keyVault,
  protect,
  tenantId,
  vaultName: uniqueName(nameRules.keyVault, "kv", seed),
  privateEndpoint: privateLink(zones.keyVaultZoneId),
});

const identities = services.map(
  (service) =>
    new WorkloadIdentity(service.name, {
      ...azure,
      oidcIssuerUrl: cluster.oidcIssuerUrl,
      namespace,
      serviceAccount: service.name,
      grants: [{ name: "secrets", role: "Key Vault Secrets User", scope: keyVault.vaultId }],
    }),
);

const databasesOf = (engine: string) =>
  services
    .filter(({ database }) => database.engine === engine)
    .map(({ database }) => ({ name: database.name }));

const postgres = new PostgresFlexibleServer("postgres", {
  ...azure,
  skuName: config.postgres.skuName,
  storageGb: config.postgres.storageGb,
  postgresVersion: config.postgres.version,
  highAvailability: config.postgres.highAvailability,
  backupRetentionDays: config.postgres.backupRetentionDays,
  geoRedundantBackup: config.postgres.geoRedundantBackup,
  protect,
  tenantId,
  serverName: uniqueName(nameRules.postgresServer, "platform", seed),
  delegatedSubnetId: network.postgresSubnetId,
  privateDnsZoneId: zones.postgresZoneId,
  entraAdministrators: [
    {
      name: "administrators",
      objectId: administrators.objectId,
      principalName: administrators.name,
      principalType: "Group",
    },
  ],
  databases: databasesOf("postgresql"),
});

const { publicNetworkAccess, allowedIpRanges, ...sqlDatabase } = config.sql;
const sql = new SqlServer("sql", {
  ...azure,
  protect,
  tenantId,
  serverName: uniqueName(nameRules.sqlServer, "platform", seed),
  publicNetworkAccess,
  allowedIpRanges,
  privateEndpoint: privateLink(zones.sqlServerZoneId),
  entraAdministrator: {
    login: administrators.name,
    objectId: administrators.objectId,
    principalType: "Group",
  },
  logAnalyticsWorkspaceId: observability.workspaceId,
  databases: databasesOf("sqlserver").map((database) => ({ ...sqlDatabase, ...database })),
});

/** The principals of the services that a test holds for, by the services' names. */
const principals = (holds: (service: (typeof services)[number]) => boolean) =>
  Object.fromEntries(
    services.flatMap((service, index) => {
      const identity = identities[index];
      return identity !== undefined && holds(service) ? [[service.name, identity.principalId]] : [];
    }),
  );

const kafka = new EventHubsKafka("kafka", {
  ...azure,
  tier: config.kafka.tier,
  capacity: config.kafka.capacity,
  maximumThroughputUnits: config.kafka.maximumThroughputUnits,
  publicNetworkAccess: config.kafka.publicNetworkAccess,
  allowedIpRanges: config.kafka.allowedIpRanges,
  protect,
  namespaceName: uniqueName(nameRules.eventHubsNamespace, "platform", seed),
  privateEndpoint: privateLink(zones.eventHubsZoneId),
  topics: [...new Set(services.flatMap(({ publishes }) => publishes))].map((topic) => ({
    name: topic,
    partitions: config.kafka.partitions,
    retentionHours: config.kafka.retentionHours,
    writers: principals(({ publishes }) => publishes.includes(topic)),
    readers: principals(({ reads }) => reads.includes(topic)),
  })),
});

const subnets = ["nodes", "api-server", "private-endpoints", "postgres", "gateways"];
new DiagnosticSettings("diagnostics", {
  workspaceId: observability.workspaceId,
  targets: [
    { name: "aks", resourceId: cluster.clusterId, logCategories: [...clusterLogCategories] },
    { name: "registry", resourceId: registry.registryId },
    { name: "vault", resourceId: keyVault.vaultId },
    { name: "postgres", resourceId: postgres.serverId },
    { name: "kafka", resourceId: kafka.namespaceId },
    { name: "network", resourceId: network.virtualNetworkId },
    ...subnets.map((subnet) => ({
      name: `rules-${subnet}`,
      resourceId: network.securityGroupIds.apply((ids) => ids[subnet] ?? ""),
    })),
    ...(network.egressIpId === undefined ? [] : [{ name: "egress", resourceId: network.egressIpId }]),
    { name: "ingress", resourceId: publicIp.publicIpId },
    ...databasesOf("sqlserver").map(({ name }) => ({
      name: `sql-${name}`,
      resourceId: sql.databaseIds.apply((ids) => ids[name] ?? ""),
    })),
  ],
});

const inCluster = {
  provider: new Provider("kubernetes", { kubeconfig: cluster.kubeconfig }, { dependsOn: [cluster, pool] }),
};
const apps = new TenantNamespace(namespace, {}, inCluster);
const ingress = new NginxIngress(
  "nginx",
  {
    watchNamespaces: [namespace],
    publicIp: { name: publicIp.publicIpName, resourceGroup: publicIp.resourceGroupName },
    scaling: { minReplicas: config.ingress.minReplicas, maxReplicas: config.ingress.maxReplicas },
    wildcardTlsSecret: config.ingress.tlsSecret,
  },
  { ...inCluster, dependsOn: [apps] },
);

const sharedHost = new SharedHost(
  "api",
  { namespace: apps.name, host, ingressClassName: ingress.ingressClassName },
  inCluster,
);

const databaseServers = {
  postgresql: { host: postgres.host, cidrs: [addresses.postgres] },
  sqlserver: { host: sql.host, cidrs: [addresses.privateEndpoints] },
};
const endpoints = services.map((service, index) => {
  const { imageReference } = new ServiceImage(service.name, {
    image: service.image,
    context: service.build?.context,
    dockerfile: service.build?.dockerfile,
    registryServer: registry.loginServer,
  });
  const identity = identities[index];
  const { database } = service;
  const microservice = new Microservice(
    service.name,
    {
      namespace: apps.name,
      image: imageReference,
      healthPath: "/healthz",
      readinessPath: "/readyz",
      scaling: { minReplicas: service.minReplicas, maxReplicas: service.maxReplicas },
      env: { SERVICE_NAME: service.name },
      identity: identity && { clientId: identity.clientId },
      database: {
        engine: database.engine,
        name: database.name,
        user: identity?.identityName ?? service.name,
        ...databaseServers[database.engine],
      },
      kafka: {
        bootstrapServers: kafka.bootstrapServers,
        cidrs: [addresses.privateEndpoints],
        produces: service.publishes,
        consumes: service.reads,
        consumerGroup: service.name,
      },
      route: {
        host: sharedHost.host,
        sharedHost: true,
        path: service.path,
        ingressClassName: ingress.ingressClassName,
      },
    },
    inCluster,
  );
  return [service.name, microservice.url] as const;
});

/** Outputs: where the services answer, what things are called, how to get in. */
export const serviceUrls = pulumi.all(Object.fromEntries(endpoints));
export const ingressAddress = publicIp.ipAddress;
export const ingressHost = host;
export const resourceGroupName = group.name;
export const clusterName = cluster.clusterName;
export const registryServer = registry.loginServer;
export const postgresHost = postgres.host;
export const sqlHost = sql.host;
export const kafkaBootstrapServers = kafka.bootstrapServers;
export const keyVaultUri = keyVault.vaultUri;
export const logAnalyticsWorkspace = observability.workspaceName;
export const kubeconfig = pulumi.secret(cluster.kubeconfig);
