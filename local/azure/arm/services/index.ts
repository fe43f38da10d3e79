import type { ResourceType } from "../resource-type.ts";
import { component } from "./applicationinsights/component.ts";
import { managementLock } from "./authorization/management-lock.ts";
import { roleAssignment } from "./authorization/role-assignment.ts";
import { registry } from "./containerregistry/registry.ts";
import { agentPool } from "./containerservice/agent-pool.ts";
import { maintenanceConfiguration } from "./containerservice/maintenance-configuration.ts";
import { managedCluster } from "./containerservice/managed-cluster.ts";
import { postgresAdministrator, postgresEntraAdministrator } from "./dbforpostgresql/administrator.ts";
import { postgresConfiguration } from "./dbforpostgresql/configuration.ts";
import { postgresDatabase } from "./dbforpostgresql/database.ts";
import { postgresFirewallRule } from "./dbforpostgresql/firewall-rule.ts";
import { postgresServer } from "./dbforpostgresql/server.ts";
import { eventHubAuthorizationRule, namespaceAuthorizationRule } from "./eventhub/authorization-rules.ts";
import { consumerGroup } from "./eventhub/consumer-group.ts";
import { eventHub } from "./eventhub/event-hub.ts";
import { eventHubsNamespace } from "./eventhub/namespace.ts";
import { networkRuleSet } from "./eventhub/network-rule-set.ts";
import { secret } from "./keyvault/secret.ts";
import { vault } from "./keyvault/vault.ts";
import { federatedIdentityCredential } from "./managedidentity/federated-identity-credential.ts";
import { userAssignedIdentity } from "./managedidentity/user-assigned-identity.ts";
import { actionGroup } from "./monitor/action-group.ts";
import { dataCollectionEndpoint } from "./monitor/data-collection-endpoint.ts";
import { dataCollectionRuleAssociation } from "./monitor/data-collection-rule-association.ts";
import { dataCollectionRule } from "./monitor/data-collection-rule.ts";
import { diagnosticSetting } from "./monitor/diagnostic-setting.ts";
import { metricAlert } from "./monitor/metric-alert.ts";
import { monitorWorkspace } from "./monitor/monitor-workspace.ts";
import { natGateway } from "./network/nat-gateway.ts";
import { networkSecurityGroup } from "./network/network-security-group.ts";
import { privateDnsZoneGroup } from "./network/private-dns-zone-group.ts";
import { privateEndpoint } from "./network/private-endpoint.ts";
import { publicIpAddress } from "./network/public-ip-address.ts";
import { routeTable } from "./network/route-table.ts";
import { route } from "./network/route.ts";
import { securityRule } from "./network/security-rule.ts";
import { subnet } from "./network/subnet.ts";
import { virtualNetworkPeering } from "./network/virtual-network-peering.ts";
import { virtualNetwork } from "./network/virtual-network.ts";
import { workspace } from "./operationalinsights/workspace.ts";
import { privateZone } from "./privatedns/private-zone.ts";
import { virtualNetworkLink } from "./privatedns/virtual-network-link.ts";
import { resourceGroup } from "./resources/resource-group.ts";
import { sqlAdministrator } from "./sql/administrator.ts";
import { longTermRetention, shortTermRetention } from "./sql/backup-policies.ts";
import { sqlDatabase } from "./sql/database.ts";
import { sqlEntraOnlyAuthentication } from "./sql/entra-only-authentication.ts";
import { sqlFirewallRule, sqlNetworkRule } from "./sql/network-rules.ts";
import {
  databaseAuditing,
  databaseSecurityAlerts,
  extendedDatabaseAuditing,
  extendedServerAuditing,
  serverAuditing,
  serverSecurityAlerts,
  transparentDataEncryption,
} from "./sql/server-policies.ts";
import { sqlServer } from "./sql/server.ts";
import { blobContainer } from "./storage/blob-container.ts";
import { storageAccount } from "./storage/storage-account.ts";

/** Every resource type of the local Azure. */
export const resourceTypes: readonly ResourceType[] = [
  resourceGroup,

  virtualNetwork,
  subnet,
  virtualNetworkPeering,
  networkSecurityGroup,
  securityRule,
  publicIpAddress,
  natGateway,
  routeTable,
  route,
  privateEndpoint,
  privateDnsZoneGroup,

  privateZone,
  virtualNetworkLink,

  managedCluster,
  agentPool,
  maintenanceConfiguration,

  registry,

  roleAssignment,
  managementLock,

  userAssignedIdentity,
  federatedIdentityCredential,

  postgresServer,
  postgresDatabase,
  postgresConfiguration,
  postgresFirewallRule,
  postgresAdministrator,
  postgresEntraAdministrator,

  sqlServer,
  sqlDatabase,
  sqlAdministrator,
  sqlEntraOnlyAuthentication,
  sqlFirewallRule,
  sqlNetworkRule,
  serverAuditing,
  extendedServerAuditing,
  serverSecurityAlerts,
  databaseAuditing,
  extendedDatabaseAuditing,
  databaseSecurityAlerts,
  transparentDataEncryption,
  shortTermRetention,
  longTermRetention,

  eventHubsNamespace,
  eventHub,
  consumerGroup,
  networkRuleSet,
  namespaceAuthorizationRule,
  eventHubAuthorizationRule,

  vault,
  secret,

  workspace,
  component,

  monitorWorkspace,
  diagnosticSetting,
  dataCollectionEndpoint,
  dataCollectionRule,
  dataCollectionRuleAssociation,
  actionGroup,
  metricAlert,

  storageAccount,
  blobContainer,
];
