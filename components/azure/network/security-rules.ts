/** A rule of a network security group, as Azure takes it. */
export interface SecurityRule {
  readonly name: string;
  readonly description: string;
  readonly priority: number;
  readonly direction: "Inbound" | "Outbound";
  readonly access: "Allow" | "Deny";
  readonly protocol: "*" | "Tcp";
  readonly sourceAddressPrefix?: string;
  readonly sourceAddressPrefixes?: string[];
  readonly sourcePortRange: "*";
  readonly destinationAddressPrefix: string;
  readonly destinationPortRange?: string;
  readonly destinationPortRanges?: string[];
}

/**
 * Azure's own default rules let nothing in from the Internet, but at the lowest priority: any later allow rule would win
 * unseen. This one stands right behind the allow rules (CKV_AZURE_9, _10, _77; CIS Azure 7.1 to 7.3).
 */
const denyInternet: SecurityRule = {
  name: "deny-internet-inbound",
  description: "Nothing comes in from the Internet but what a rule above allows",
  priority: 4096,
  direction: "Inbound",
  access: "Deny",
  protocol: "*",
  sourceAddressPrefix: "Internet",
  sourcePortRange: "*",
  destinationAddressPrefix: "*",
  destinationPortRange: "*",
};

/** A machine that was taken over must not reach its neighbours' management ports (PSRule Azure.NSG.LateralTraversal). */
const denyLateralManagement: SecurityRule = {
  name: "deny-management-outbound",
  description: "No SSH, RDP or WinRM from here to other machines of the network",
  priority: 4000,
  direction: "Outbound",
  access: "Deny",
  protocol: "*",
  sourceAddressPrefix: "*",
  sourcePortRange: "*",
  destinationAddressPrefix: "VirtualNetwork",
  destinationPortRanges: ["22", "3389", "5985", "5986"],
};

const allowLoadBalancerProbes: SecurityRule = {
  name: "allow-load-balancer-probes",
  description: "Health probes of Azure Load Balancer",
  priority: 210,
  direction: "Inbound",
  access: "Allow",
  protocol: "*",
  sourceAddressPrefix: "AzureLoadBalancer",
  sourcePortRange: "*",
  destinationAddressPrefix: "*",
  destinationPortRange: "*",
};

/** Rules of a subnet that nothing outside the network reaches. */
export function privateSubnetRules(): SecurityRule[] {
  return [denyInternet, denyLateralManagement];
}

/**
 * Rules of a subnet behind a public load balancer: the given ports from the given sources, nothing else.
 * The destination is open because the load balancer keeps its public address as the packet's destination.
 *
 * @param sources - CIDR blocks, or one service tag such as `Internet`; empty: no ingress
 * @param ports - TCP ports
 */
export function ingressSubnetRules(sources: readonly string[], ports: readonly number[]): SecurityRule[] {
  if (sources.length === 0 || ports.length === 0) {
    return privateSubnetRules();
  }
  const ingress = sources.map((source, index): SecurityRule => ({
    name: `allow-ingress-${index}`,
    description: `Public ingress from ${source}`,
    priority: 300 + index,
    direction: "Inbound",
    access: "Allow",
    protocol: "Tcp",
    sourceAddressPrefix: source,
    sourcePortRange: "*",
    destinationAddressPrefix: "*",
    destinationPortRanges: ports.map(String),
  }));
  return [allowLoadBalancerProbes, ...ingress, ...privateSubnetRules()];
}

/**
 * Rules of the subnet of gateways: as for ingress, and the management ports that Application Gateway v2 insists on.
 * Source: https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure#network-security-groups
 */
export function gatewaySubnetRules(sources: readonly string[], ports: readonly number[]): SecurityRule[] {
  const management: SecurityRule = {
    name: "allow-gateway-manager",
    description: "Management of Application Gateway v2",
    priority: 200,
    direction: "Inbound",
    access: "Allow",
    protocol: "Tcp",
    sourceAddressPrefix: "GatewayManager",
    sourcePortRange: "*",
    destinationAddressPrefix: "*",
    destinationPortRange: "65200-65535",
  };
  return [management, ...ingressSubnetRules(sources, ports)];
}

/**
 * Rules of the subnet of Azure Bastion, all of which it asks for: without them its creation fails.
 * Source: https://learn.microsoft.com/azure/bastion/bastion-nsg
 *
 * @param sources - who may open the Bastion page: CIDR blocks or service tags
 */
export function bastionSubnetRules(sources: readonly string[]): SecurityRule[] {
  const inbound = (name: string, priority: number, source: string, ports: string[]): SecurityRule => ({
    name,
    description: "Asked for by Azure Bastion",
    priority,
    direction: "Inbound",
    access: "Allow",
    protocol: "Tcp",
    sourceAddressPrefix: source,
    sourcePortRange: "*",
    destinationAddressPrefix: source === "VirtualNetwork" ? "VirtualNetwork" : "*",
    destinationPortRanges: ports,
  });
  const outbound = (name: string, priority: number, destination: string, ports: string[]): SecurityRule => ({
    name,
    description: "Asked for by Azure Bastion",
    priority,
    direction: "Outbound",
    access: "Allow",
    protocol: "Tcp",
    sourceAddressPrefix: "*",
    sourcePortRange: "*",
    destinationAddressPrefix: destination,
    destinationPortRanges: ports,
  });
  return [
    inbound("allow-gateway-manager", 110, "GatewayManager", ["443"]),
    inbound("allow-load-balancer", 120, "AzureLoadBalancer", ["443"]),
    inbound("allow-data-plane-inbound", 130, "VirtualNetwork", ["5701", "8080"]),
    ...sources.map((source, index) => inbound(`allow-people-${index}`, 300 + index, source, ["443"])),
    denyInternet,
    outbound("allow-sessions", 100, "VirtualNetwork", ["22", "3389"]),
    outbound("allow-azure", 110, "AzureCloud", ["443"]),
    outbound("allow-data-plane-outbound", 120, "VirtualNetwork", ["5701", "8080"]),
    outbound("allow-session-information", 130, "Internet", ["80"]),
  ];
}
