/** How machines of the network reach the Internet. Nothing uses Azure's retired default outbound access. */
export const NetworkEgress = {
  /** A NAT gateway with a static address that others can allow. */
  natGateway: "natGateway",
  /** The outbound rules of the cluster's load balancer. */
  loadBalancer: "loadBalancer",
  /** A route table, usually to a firewall. */
  userDefinedRouting: "userDefinedRouting",
} as const;
export type NetworkEgress = (typeof NetworkEgress)[keyof typeof NetworkEgress];
