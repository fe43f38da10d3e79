import * as pulumi from "@pulumi/pulumi";
import { PrivateZone } from "@pulumi/azure-native/privatedns/privateZone.js";
import { VirtualNetworkLink } from "@pulumi/azure-native/privatedns/virtualNetworkLink.js";
import { matching } from "../refusals/checks.ts";
import { refuse } from "../refusals/refusal.ts";
import { privateLinkZones } from "./private-link.ts";

/** Arguments of {@link PrivateDnsZones}. */
export interface PrivateDnsZonesArgs {
  /** Resource group of the zones. */
  resourceGroupName: pulumi.Input<string>;
  /** Id of the virtual network whose machines resolve the zones. */
  virtualNetworkId: pulumi.Input<string>;
  /**
   * Zone of PostgreSQL flexible servers in a delegated subnet; ends with .postgres.database.azure.com and is no server's
   * own name. Default: (component's name).private.postgres.database.azure.com.
   */
  postgresZoneName?: string;
  /** Tags of every resource. Default: none. */
  tags?: Record<string, string>;
}

/**
 * The private DNS zones of the platform's services, linked to one network, so that a service's ordinary name
 * resolves to its private address (Azure Policy and PSRule ask for a zone with every private endpoint).
 * Each id is there when the link is. Token: azure-platform:index:PrivateDnsZones.
 */
export class PrivateDnsZones extends pulumi.ComponentResource {
  /** Id of the zone of container registries. */
  readonly containerRegistryZoneId: pulumi.Output<string>;
  /** Id of the zone of key vaults. */
  readonly keyVaultZoneId: pulumi.Output<string>;
  /** Id of the zone of SQL servers. */
  readonly sqlServerZoneId: pulumi.Output<string>;
  /** Id of the zone of Event Hubs namespaces. */
  readonly eventHubsZoneId: pulumi.Output<string>;
  /** Id of the zone of PostgreSQL flexible servers. */
  readonly postgresZoneId: pulumi.Output<string>;

  constructor(name: string, args: PrivateDnsZonesArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse(
      "PrivateDnsZones",
      name,
      matching(
        "postgresZoneName",
        args.postgresZoneName,
        /^[a-z0-9-]+(\.[a-z0-9-]+)*\.postgres\.database\.azure\.com$/,
        "a name that ends with .postgres.database.azure.com",
        'Use one such as "platform.private.postgres.database.azure.com".',
      ),
    );
    super("azure-platform:index:PrivateDnsZones", name, args, opts);

    const { resourceGroupName, tags } = args;
    const zone = (suffix: string, zoneName: string): pulumi.Output<string> => {
      const privateZone = new PrivateZone(
        `${name}-${suffix}`,
        { resourceGroupName, privateZoneName: zoneName, location: "global", tags },
        { parent: this },
      );
      const link = new VirtualNetworkLink(
        `${name}-${suffix}-link`,
        {
          resourceGroupName,
          privateZoneName: privateZone.name,
          virtualNetworkLinkName: name,
          location: "global",
          virtualNetwork: { id: args.virtualNetworkId },
          registrationEnabled: false,
          tags,
        },
        { parent: this },
      );
      // A URN is known at preview, and carries the dependency: whoever uses the zone waits for its link.
      return pulumi.all([privateZone.id, link.urn]).apply(([id]) => id);
    };

    this.containerRegistryZoneId = zone("container-registry", privateLinkZones.containerRegistry);
    this.keyVaultZoneId = zone("key-vault", privateLinkZones.keyVault);
    this.sqlServerZoneId = zone("sql-server", privateLinkZones.sqlServer);
    this.eventHubsZoneId = zone("event-hubs", privateLinkZones.eventHubs);
    this.postgresZoneId = zone(
      "postgres",
      args.postgresZoneName ?? `${name}.private.postgres.database.azure.com`,
    );
    this.registerOutputs({
      containerRegistryZoneId: this.containerRegistryZoneId,
      keyVaultZoneId: this.keyVaultZoneId,
      sqlServerZoneId: this.sqlServerZoneId,
      eventHubsZoneId: this.eventHubsZoneId,
      postgresZoneId: this.postgresZoneId,
    });
  }
}
