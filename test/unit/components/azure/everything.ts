import type * as pulumi from "@pulumi/pulumi";
import {
  AksCluster,
  AksNodePool,
  ClusterMonitoring,
  ContainerRegistry,
  DiagnosticSettings,
  EventHubsKafka,
  KeyVault,
  Observability,
  PlatformNetwork,
  PostgresFlexibleServer,
  PrivateDnsZones,
  PrivateEndpointConnection,
  PublicIp,
  ServiceImage,
  SqlServer,
  WorkloadIdentity,
} from "../../../../components/azure/index.ts";

type Construct = (name: string, opts: pulumi.ComponentResourceOptions) => pulumi.ComponentResource;

const resourceGroupName = "group";
const privateEndpoint = { subnetId: "/subnet", privateDnsZoneId: "/zone" };
const publicAccess = { publicNetworkAccess: true, allowedIpRanges: ["203.0.113.0/24"] };

/** Every component with all the parts it can have. */
export const everything: Readonly<Record<string, Construct>> = {
  AksCluster: (name, opts) =>
    new AksCluster(
      name,
      {
        resourceGroupName,
        nodeSubnetId: "/nodes",
        apiServerSubnetId: "/api",
        publicIpScopeId: "/group",
        logAnalyticsWorkspaceId: "/logs",
        clusterAdmins: [{ name: "people", principalId: "id", principalType: "Group" }],
      },
      opts,
    ),
  AksNodePool: (name, opts) =>
    new AksNodePool(name, { resourceGroupName, clusterName: "aks", nodeSubnetId: "/nodes" }, opts),
  ClusterMonitoring: (name, opts) =>
    new ClusterMonitoring(
      name,
      {
        resourceGroupName,
        clusterId: "/aks",
        monitorWorkspaceId: "/metrics",
        logAnalyticsWorkspaceId: "/logs",
      },
      opts,
    ),
  ContainerRegistry: (name, opts) =>
    new ContainerRegistry(
      name,
      { resourceGroupName, privateEndpoint, pullPrincipals: { cluster: "id" } },
      opts,
    ),
  DiagnosticSettings: (name, opts) =>
    new DiagnosticSettings(
      name,
      { workspaceId: "/logs", targets: [{ name: "vault", resourceId: "/vault" }] },
      opts,
    ),
  EventHubsKafka: (name, opts) =>
    new EventHubsKafka(
      name,
      {
        resourceGroupName,
        privateEndpoint,
        topics: [
          { name: "idea", writers: { idea: "id" }, readers: { activity: "id" }, consumerGroups: ["lag"] },
        ],
      },
      opts,
    ),
  KeyVault: (name, opts) =>
    new KeyVault(name, { resourceGroupName, tenantId: "tenant", privateEndpoint }, opts),
  Observability: (name, opts) =>
    new Observability(name, { resourceGroupName, workspaceName: "logs", applicationInsights: true }, opts),
  PlatformNetwork: (name, opts) =>
    new PlatformNetwork(
      name,
      { resourceGroupName, bastion: true, extraSubnets: [{ name: "batch", prefixLength: 24 }] },
      opts,
    ),
  PostgresFlexibleServer: (name, opts) =>
    new PostgresFlexibleServer(
      name,
      {
        resourceGroupName,
        delegatedSubnetId: "/subnet",
        privateDnsZoneId: "/zone",
        tenantId: "tenant",
        entraAdministrators: [
          { name: "people", objectId: "id", principalName: "dba", principalType: "Group" },
        ],
        databases: [{ name: "idea" }],
      },
      opts,
    ),
  PrivateDnsZones: (name, opts) =>
    new PrivateDnsZones(name, { resourceGroupName, virtualNetworkId: "/network" }, opts),
  PrivateEndpointConnection: (name, opts) =>
    new PrivateEndpointConnection(
      name,
      { resourceGroupName, targetId: "/vault", groupId: "vault", ...privateEndpoint },
      opts,
    ),
  PublicIp: (name, opts) => new PublicIp(name, { resourceGroupName }, opts),
  ServiceImage: (name, opts) =>
    new ServiceImage(
      name,
      {
        context: import.meta.dirname,
        dockerfile: `${import.meta.dirname}/everything.ts`,
        registryServer: "a.azurecr.io",
      },
      opts,
    ),
  SqlServer: (name, opts) =>
    new SqlServer(
      name,
      {
        resourceGroupName,
        tenantId: "tenant",
        entraAdministrator: { login: "dba", objectId: "id", principalType: "Group" },
        logAnalyticsWorkspaceId: "/logs",
        privateEndpoint,
        ...publicAccess,
        databases: [{ name: "organization", weeklyBackupRetention: "P4W" }],
      },
      opts,
    ),
  WorkloadIdentity: (name, opts) =>
    new WorkloadIdentity(
      name,
      {
        resourceGroupName,
        oidcIssuerUrl: "https://issuer.example.net/",
        namespace: "apps",
        serviceAccount: "idea",
        grants: [{ name: "secrets", role: "Key Vault Secrets User", scope: "/vault" }],
      },
      opts,
    ),
};
