import type * as pulumi from "@pulumi/pulumi";

/**
 * Private DNS zones in which private endpoints register, in Azure's public cloud.
 * Source: https://learn.microsoft.com/azure/private-link/private-endpoint-dns
 */
export const privateLinkZones = {
  containerRegistry: "privatelink.azurecr.io",
  keyVault: "privatelink.vaultcore.azure.net",
  sqlServer: "privatelink.database.windows.net",
  eventHubs: "privatelink.servicebus.windows.net",
} as const;

/** The part of a service that a private endpoint connects to (its group id). */
export const privateLinkGroups = {
  containerRegistry: "registry",
  keyVault: "vault",
  sqlServer: "sqlServer",
  eventHubs: "namespace",
} as const;

/** Where a service gets a private endpoint. */
export interface PrivateLinkArgs {
  /** Id of the subnet in which the endpoint takes an address. */
  subnetId: pulumi.Input<string>;
  /** Id of the private DNS zone in which the endpoint registers the service's name. */
  privateDnsZoneId: pulumi.Input<string>;
}
