import * as pulumi from "@pulumi/pulumi";
import { NatGateway } from "@pulumi/azure-native/network/natGateway.js";
import { NetworkSecurityGroup } from "@pulumi/azure-native/network/networkSecurityGroup.js";
import { PublicIPAddress } from "@pulumi/azure-native/network/publicIPAddress.js";
import { Subnet } from "@pulumi/azure-native/network/subnet.js";
import { VirtualNetwork } from "@pulumi/azure-native/network/virtualNetwork.js";
import { answered } from "../answers/answered.ts";
import { distinct, matching, oneOf, wholeNumber } from "../refusals/checks.ts";
import { refuse } from "../refusals/refusal.ts";
import type { Refusal } from "../refusals/refusal.ts";
import { addressPlanRefusals, planAddresses } from "./address-plan.ts";
import type { SubnetRequest } from "./address-plan.ts";
import { parseCidr } from "./cidr.ts";
import { NetworkEgress } from "./egress.ts";
import {
  bastionSubnetRules,
  gatewaySubnetRules,
  ingressSubnetRules,
  privateSubnetRules,
} from "./security-rules.ts";
import type { SecurityRule } from "./security-rules.ts";

/** Arguments of {@link PlatformNetwork}. */
export interface PlatformNetworkArgs {
  /** Resource group of the network. */
  resourceGroupName: pulumi.Input<string>;
  /** Region. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Name of the virtual network. Default: the component's name. */
  networkName?: string;
  /** Address space, an IPv4 block from /8 to /22. Default: 10.224.0.0/16. Must not overlap the cluster's pod and service ranges. */
  addressSpace?: string;
  /** How nodes reach the Internet. Default: natGateway. */
  egress?: NetworkEgress;
  /** Availability zone of the NAT gateway and its address, "1", "2" or "3". Default: Azure chooses. */
  natGatewayZone?: string;
  /** Id of the route table of the nodes' subnet; needed with, and only with, the egress userDefinedRouting. Default: none. */
  routeTableId?: pulumi.Input<string>;
  /** Who may reach the ingress and the gateways: IPv4 blocks or service tags such as Internet; empty: nobody. Default: Internet. */
  ingressSources?: string[];
  /** TCP ports of the ingress. Default: 443 alone; plain HTTP has to be asked for (CKV_AZURE_160). */
  ingressPorts?: number[];
  /** Whether there is a subnet for Azure Bastion. Default: false. */
  bastion?: boolean;
  /** Further subnets, private like those of the nodes. Append only: the order decides their addresses. Default: none. */
  extraSubnets?: SubnetRequest[];
  /** Id of a DDoS protection plan. Default: none; the platform's basic protection stays. */
  ddosProtectionPlanId?: pulumi.Input<string>;
  /** Tags of every resource. Default: none. */
  tags?: Record<string, string>;
}

/** Service tags are words, some with a region behind a dot. */
function sourceRefusals(sources: readonly string[]): Refusal[] {
  const bad = sources.findIndex(
    (source) => parseCidr(source) === undefined && !/^[A-Z][A-Za-z]+(\.[A-Za-z]+)?$/.test(source),
  );
  return bad < 0
    ? []
    : [
        {
          property: `ingressSources[${bad}]`,
          value: sources[bad],
          allowed: 'an IPv4 block such as "203.0.113.0/24" or a service tag such as "Internet"',
          remedy: 'Name the sources; "*" is refused because it also means the rest of Azure.',
        },
      ];
}

function refusals(args: PlatformNetworkArgs): Refusal[] {
  const routed = args.egress === NetworkEgress.userDefinedRouting;
  return [
    ...addressPlanRefusals(args.addressSpace ?? "10.224.0.0/16", args.extraSubnets ?? []),
    ...oneOf("egress", args.egress, NetworkEgress),
    ...sourceRefusals(args.ingressSources ?? []),
    ...(args.ingressPorts ?? []).flatMap((port, index) =>
      wholeNumber(`ingressPorts[${index}]`, port, 1, 65535, "Give TCP port numbers."),
    ),
    ...matching(
      "natGatewayZone",
      args.natGatewayZone,
      /^[123]$/,
      '"1", "2" or "3"',
      "Leave it out in a region without zones.",
    ),
    ...distinct("extraSubnets", [
      ...["nodes", "private-endpoints", "gateways", "postgres", "api-server", "AzureBastionSubnet"],
      ...(args.extraSubnets ?? []).map(({ name }) => name),
    ]),
    ...(routed === (args.routeTableId !== undefined)
      ? []
      : [
          {
            property: "routeTableId",
            value: routed ? undefined : "given",
            allowed: "a route table with the egress userDefinedRouting, none otherwise",
            remedy: routed
              ? "Give the route table's id."
              : "Set egress to userDefinedRouting or leave it out.",
          },
        ]),
  ];
}

/**
 * A virtual network with subnets that do not overlap, each with a network security group that says what comes in.
 * Token: azure-platform:index:PlatformNetwork.
 */
export class PlatformNetwork extends pulumi.ComponentResource {
  /** Id of the virtual network. */
  readonly virtualNetworkId: pulumi.Output<string>;
  /** Name of the virtual network. */
  readonly virtualNetworkName: pulumi.Output<string>;
  /** Id of the subnet of the Kubernetes nodes. */
  readonly nodeSubnetId: pulumi.Output<string>;
  /** Id of the subnet for API server VNet integration; delegated to AKS. */
  readonly apiServerSubnetId: pulumi.Output<string>;
  /** Id of the subnet of private endpoints. */
  readonly privateEndpointSubnetId: pulumi.Output<string>;
  /** Id of the subnet that is delegated to PostgreSQL flexible servers. */
  readonly postgresSubnetId: pulumi.Output<string>;
  /** Id of the subnet of gateways. */
  readonly gatewaySubnetId: pulumi.Output<string>;
  /** Ids of the further subnets by name. */
  readonly extraSubnetIds: pulumi.Output<Record<string, string>>;
  /** Ids of the network security groups by the names of their subnets. */
  readonly securityGroupIds: pulumi.Output<Record<string, string>>;
  /** Address from which nodes reach the Internet; only with the egress natGateway. */
  readonly egressIpAddress?: pulumi.Output<string>;
  /** Id of the public IP address with that address; only with the egress natGateway. */
  readonly egressIpId?: pulumi.Output<string>;

  constructor(name: string, args: PlatformNetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("PlatformNetwork", name, refusals(args));
    super("azure-platform:index:PlatformNetwork", name, args, opts);

    const { resourceGroupName, location, tags } = args;
    const common = { resourceGroupName, location, tags };
    const child = { parent: this };
    const addressSpace = args.addressSpace ?? "10.224.0.0/16";
    const plan = planAddresses(addressSpace, args.extraSubnets);
    const networkName = args.networkName ?? name;
    const egress = args.egress ?? NetworkEgress.natGateway;

    const network = new VirtualNetwork(
      `${name}-network`,
      {
        ...common,
        virtualNetworkName: networkName,
        addressSpace: { addressPrefixes: [addressSpace] },
        enableDdosProtection: args.ddosProtectionPlanId !== undefined,
        ddosProtectionPlan:
          args.ddosProtectionPlanId === undefined ? undefined : { id: args.ddosProtectionPlanId },
      },
      child,
    );

    let natGateway: NatGateway | undefined;
    if (egress === NetworkEgress.natGateway) {
      const zones = args.natGatewayZone === undefined ? undefined : [args.natGatewayZone];
      const address = new PublicIPAddress(
        `${name}-egress-ip`,
        {
          ...common,
          publicIpAddressName: `${networkName}-egress`,
          sku: { name: "Standard", tier: "Regional" },
          publicIPAllocationMethod: "Static",
          publicIPAddressVersion: "IPv4",
          zones: zones ?? ["1", "2", "3"],
        },
        child,
      );
      natGateway = new NatGateway(
        `${name}-egress`,
        {
          ...common,
          natGatewayName: `${networkName}-egress`,
          sku: { name: "Standard" },
          publicIpAddresses: [{ id: address.id }],
          zones,
        },
        child,
      );
      this.egressIpId = address.id;
      this.egressIpAddress = address.ipAddress.apply((ip) => answered(ip, "the egress address"));
    }

    const securityGroupIds: Record<string, pulumi.Output<string>> = {};
    const subnet = (
      subnetName: string,
      addressPrefix: string,
      rules: SecurityRule[],
      options: { delegation?: string; serviceEndpoints?: string[]; nodes?: boolean } = {},
    ): Subnet => {
      const suffix = subnetName === "AzureBastionSubnet" ? "bastion" : subnetName;
      const group = new NetworkSecurityGroup(
        `${name}-${suffix}-rules`,
        { ...common, networkSecurityGroupName: `${networkName}-${suffix}`, securityRules: rules },
        child,
      );
      securityGroupIds[subnetName] = group.id;
      return new Subnet(
        `${name}-${suffix}`,
        {
          resourceGroupName,
          virtualNetworkName: network.name,
          subnetName,
          addressPrefix,
          networkSecurityGroup: { id: group.id },
          // Azure does not let a delegated subnet be marked private; PSRule Azure.VNET.PrivateSubnet skips those.
          defaultOutboundAccess: options.delegation === undefined ? false : undefined,
          // Security rules hold for private endpoints only when this is on; the default is off.
          privateEndpointNetworkPolicies: "Enabled",
          delegations:
            options.delegation === undefined
              ? undefined
              : [{ name: "service", serviceName: options.delegation }],
          serviceEndpoints: options.serviceEndpoints?.map((service) => ({ service })),
          natGateway: options.nodes === true && natGateway !== undefined ? { id: natGateway.id } : undefined,
          routeTable:
            options.nodes === true && args.routeTableId !== undefined ? { id: args.routeTableId } : undefined,
        },
        child,
      );
    };

    const sources = args.ingressSources ?? ["Internet"];
    const ports = args.ingressPorts ?? [443];
    const nodes = subnet("nodes", plan.nodes, ingressSubnetRules(sources, ports), { nodes: true });
    const apiServer = subnet("api-server", plan.apiServer, privateSubnetRules(), {
      delegation: "Microsoft.ContainerService/managedClusters",
    });
    const privateEndpoints = subnet("private-endpoints", plan.privateEndpoints, privateSubnetRules());
    const postgres = subnet("postgres", plan.postgres, privateSubnetRules(), {
      delegation: "Microsoft.DBforPostgreSQL/flexibleServers",
      // The server archives its write-ahead log to storage:
      // https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-private
      serviceEndpoints: ["Microsoft.Storage"],
    });
    const gateways = subnet("gateways", plan.gateways, gatewaySubnetRules(sources, ports));
    if (args.bastion === true) {
      subnet("AzureBastionSubnet", plan.bastion, bastionSubnetRules(sources));
    }
    const extra = Object.entries(plan.extra).map(
      ([subnetName, range]) =>
        [subnetName, subnet(subnetName, range, privateSubnetRules(), { nodes: true }).id] as const,
    );

    this.virtualNetworkId = network.id;
    this.virtualNetworkName = network.name;
    this.nodeSubnetId = nodes.id;
    this.apiServerSubnetId = apiServer.id;
    this.privateEndpointSubnetId = privateEndpoints.id;
    this.postgresSubnetId = postgres.id;
    this.gatewaySubnetId = gateways.id;
    this.extraSubnetIds = pulumi.output(Object.fromEntries(extra));
    this.securityGroupIds = pulumi.output(securityGroupIds);
    this.registerOutputs({
      virtualNetworkId: this.virtualNetworkId,
      virtualNetworkName: this.virtualNetworkName,
      nodeSubnetId: this.nodeSubnetId,
      apiServerSubnetId: this.apiServerSubnetId,
      privateEndpointSubnetId: this.privateEndpointSubnetId,
      postgresSubnetId: this.postgresSubnetId,
      gatewaySubnetId: this.gatewaySubnetId,
      extraSubnetIds: this.extraSubnetIds,
      securityGroupIds: this.securityGroupIds,
      egressIpAddress: this.egressIpAddress,
      egressIpId: this.egressIpId,
    });
  }
}
