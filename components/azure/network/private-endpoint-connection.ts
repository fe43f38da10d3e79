import * as pulumi from "@pulumi/pulumi";
import { PrivateDnsZoneGroup } from "@pulumi/azure-native/network/privateDnsZoneGroup.js";
import { PrivateEndpoint } from "@pulumi/azure-native/network/privateEndpoint.js";

/** Arguments of {@link PrivateEndpointConnection}. */
export interface PrivateEndpointConnectionArgs {
  /** Resource group of the endpoint. */
  resourceGroupName: pulumi.Input<string>;
  /** Region; that of the subnet. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Name of the endpoint. Default: the component's name. */
  endpointName?: string;
  /** Id of the service that the endpoint connects to. */
  targetId: pulumi.Input<string>;
  /** Part of the service, such as registry, vault, sqlServer or namespace. */
  groupId: string;
  /** Id of the subnet in which the endpoint takes an address. */
  subnetId: pulumi.Input<string>;
  /** Id of the private DNS zone in which the endpoint registers the service's name. */
  privateDnsZoneId: pulumi.Input<string>;
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/**
 * A private endpoint of a service with its name in a private DNS zone. Token: azure-platform:index:PrivateEndpointConnection.
 */
export class PrivateEndpointConnection extends pulumi.ComponentResource {
  /** Id of the private endpoint; there when the DNS record is. */
  readonly privateEndpointId: pulumi.Output<string>;

  constructor(name: string, args: PrivateEndpointConnectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("azure-platform:index:PrivateEndpointConnection", name, args, opts);

    const { resourceGroupName, location, tags } = args;
    const privateEndpointName = args.endpointName ?? name;
    const endpoint = new PrivateEndpoint(
      `${name}-endpoint`,
      {
        resourceGroupName,
        location,
        tags,
        privateEndpointName,
        subnet: { id: args.subnetId },
        customNetworkInterfaceName: `${privateEndpointName}-nic`,
        privateLinkServiceConnections: [
          { name: privateEndpointName, privateLinkServiceId: args.targetId, groupIds: [args.groupId] },
        ],
      },
      { parent: this },
    );
    const zoneGroup = new PrivateDnsZoneGroup(
      `${name}-dns`,
      {
        resourceGroupName,
        privateEndpointName: endpoint.name,
        privateDnsZoneGroupName: "default",
        privateDnsZoneConfigs: [{ name: args.groupId, privateDnsZoneId: args.privateDnsZoneId }],
      },
      { parent: this },
    );

    this.privateEndpointId = pulumi.all([endpoint.id, zoneGroup.urn]).apply(([id]) => id);
    this.registerOutputs({ privateEndpointId: this.privateEndpointId });
  }
}
