import type { ResourceType } from "../resource-type.ts";
import { managementLock } from "./authorization/management-lock.ts";
import { roleAssignment } from "./authorization/role-assignment.ts";
import { agentPool } from "./containerservice/agent-pool.ts";
import { maintenanceConfiguration } from "./containerservice/maintenance-configuration.ts";
import { managedCluster } from "./containerservice/managed-cluster.ts";
import { federatedIdentityCredential } from "./managedidentity/federated-identity-credential.ts";
import { userAssignedIdentity } from "./managedidentity/user-assigned-identity.ts";
import { natGateway } from "./network/nat-gateway.ts";
import { networkSecurityGroup } from "./network/network-security-group.ts";
import { privateDnsZoneGroup } from "./network/private-dns-zone-group.ts";
import { privateEndpoint } from "./network/private-endpoint.ts";
import { publicIpAddress } from "./network/public-ip-address.ts";
import { routeTable } from "./network/route-table.ts";
import { securityRule } from "./network/security-rule.ts";
import { subnet } from "./network/subnet.ts";
import { virtualNetwork } from "./network/virtual-network.ts";
import { privateZone } from "./privatedns/private-zone.ts";
import { virtualNetworkLink } from "./privatedns/virtual-network-link.ts";
import { resourceGroup } from "./resources/resource-group.ts";

/** Every resource type of the local Azure. */
export const resourceTypes: readonly ResourceType[] = [
  resourceGroup,
  virtualNetwork,
  subnet,
  networkSecurityGroup,
  securityRule,
  publicIpAddress,
  natGateway,
  routeTable,
  privateEndpoint,
  privateDnsZoneGroup,
  privateZone,
  virtualNetworkLink,
  managedCluster,
  agentPool,
  maintenanceConfiguration,
  roleAssignment,
  managementLock,
  userAssignedIdentity,
  federatedIdentityCredential,
];
