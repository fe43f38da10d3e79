import type { ArmBody, ArmResource } from "../../../../local/azure/arm/service.ts";
import { location, type LocalArm } from "./local-arm.ts";

/** Short names of the types that many tests write. */
export const tokens = {
  group: "azure-native:resources:ResourceGroup",
  network: "azure-native:network:VirtualNetwork",
  subnet: "azure-native:network:Subnet",
  securityGroup: "azure-native:network:NetworkSecurityGroup",
  securityRule: "azure-native:network:SecurityRule",
  publicIp: "azure-native:network:PublicIPAddress",
  natGateway: "azure-native:network:NatGateway",
  routeTable: "azure-native:network:RouteTable",
  privateEndpoint: "azure-native:network:PrivateEndpoint",
  dnsZoneGroup: "azure-native:network:PrivateDnsZoneGroup",
  privateZone: "azure-native:privatedns:PrivateZone",
  networkLink: "azure-native:privatedns:VirtualNetworkLink",
  cluster: "azure-native:containerservice:ManagedCluster",
  pool: "azure-native:containerservice:AgentPool",
  maintenance: "azure-native:containerservice:MaintenanceConfiguration",
  identity: "azure-native:managedidentity:UserAssignedIdentity",
  credential: "azure-native:managedidentity:FederatedIdentityCredential",
  role: "azure-native:authorization:RoleAssignment",
  lock: "azure-native:authorization:ManagementLockByScope",
} as const;

/** A virtual network `vnet` of 10.224.0.0/16. */
export function putNetwork(local: LocalArm): Promise<ArmResource> {
  return local.put(
    tokens.network,
    { virtualNetworkName: "vnet" },
    { location, addressSpace: { addressPrefixes: ["10.224.0.0/16"] } },
  );
}

/** A subnet of the network `vnet`. */
export function putSubnet(
  local: LocalArm,
  subnetName: string,
  addressPrefix: string,
  more: ArmBody = {},
): Promise<ArmResource> {
  return local.put(tokens.subnet, { virtualNetworkName: "vnet", subnetName }, { addressPrefix, ...more });
}

/** A public IP address as AKS and NAT gateways need it. */
export function putPublicIp(local: LocalArm, publicIpAddressName: string): Promise<ArmResource> {
  return local.put(
    tokens.publicIp,
    { publicIpAddressName },
    { location, sku: { name: "Standard" }, publicIPAllocationMethod: "Static" },
  );
}

/** The least body of a cluster that AKS takes. */
export const leastCluster = {
  location,
  dnsPrefix: "platform",
  identity: { type: "SystemAssigned" },
  agentPoolProfiles: [{ name: "system", mode: "System", count: 2, vmSize: "Standard_D2s_v5" }],
};
