import * as pulumi from "@pulumi/pulumi";
import { PublicIPAddress } from "@pulumi/azure-native/network/publicIPAddress.js";
import { answered } from "../answers/answered.ts";
import { acceptableName } from "../naming/name-check.ts";
import { nameRules } from "../naming/name-rules.ts";
import { wholeNumber, zones } from "../refusals/checks.ts";
import { refuse } from "../refusals/refusal.ts";

/** Arguments of {@link PublicIp}. */
export interface PublicIpArgs {
  /** Resource group of the address. */
  resourceGroupName: pulumi.Input<string>;
  /** Region. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Name of the address. Default: the component's name. */
  publicIpName?: string;
  /** DNS label, unique in the region: the address answers to (label).(region).cloudapp.azure.com. Default: none. */
  dnsLabel?: string;
  /** Availability zones; an empty list in a region without zones. Default: all three (PSRule Azure.PublicIP.AvailabilityZone). */
  zones?: string[];
  /** Minutes after which an idle TCP connection ends, 4 to 30. Default: 4. */
  idleTimeoutMinutes?: number;
  /** Whether Pulumi refuses to delete or replace the address. Default: false. */
  protect?: boolean;
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/** A static public IP address of SKU Standard, the only one left. Token: azure-platform:index:PublicIp. */
export class PublicIp extends pulumi.ComponentResource {
  /** Id of the address. */
  readonly publicIpId: pulumi.Output<string>;
  /** Name of the address, as the Azure load balancer's annotations want it. */
  readonly publicIpName: pulumi.Output<string>;
  /** The address, such as 203.0.113.7. */
  readonly ipAddress: pulumi.Output<string>;
  /** Fully qualified domain name; only with a DNS label. */
  readonly fqdn?: pulumi.Output<string>;
  /** Resource group of the address. */
  readonly resourceGroupName: pulumi.Output<string>;

  constructor(name: string, args: PublicIpArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("PublicIp", name, [
      ...acceptableName("dnsLabel", args.dnsLabel, nameRules.publicIpDnsLabel),
      ...zones("zones", args.zones),
      ...wholeNumber("idleTimeoutMinutes", args.idleTimeoutMinutes, 4, 30, "Azure offers 4 to 30 minutes."),
    ]);
    super("azure-platform:index:PublicIp", name, args, opts);

    const publicIpName = args.publicIpName ?? name;
    const address = new PublicIPAddress(
      `${name}-address`,
      {
        resourceGroupName: args.resourceGroupName,
        location: args.location,
        tags: args.tags,
        publicIpAddressName: publicIpName,
        // PSRule Azure.PublicIP.StandardSKU: Basic was retired on 2025-09-30.
        sku: { name: "Standard", tier: "Regional" },
        publicIPAllocationMethod: "Static",
        publicIPAddressVersion: "IPv4",
        zones: args.zones ?? ["1", "2", "3"],
        idleTimeoutInMinutes: args.idleTimeoutMinutes ?? 4,
        ddosSettings: { protectionMode: "VirtualNetworkInherited" },
        dnsSettings: args.dnsLabel === undefined ? undefined : { domainNameLabel: args.dnsLabel },
      },
      { parent: this, protect: args.protect },
    );

    this.publicIpId = address.id;
    this.publicIpName = address.name;
    this.ipAddress = address.ipAddress.apply((ip) => answered(ip, "the address"));
    if (args.dnsLabel !== undefined) {
      this.fqdn = address.dnsSettings.apply((settings) =>
        answered(settings?.fqdn, "the address's domain name"),
      );
    }
    this.resourceGroupName = pulumi.output(args.resourceGroupName);
    this.registerOutputs({
      publicIpId: this.publicIpId,
      publicIpName: this.publicIpName,
      ipAddress: this.ipAddress,
      fqdn: this.fqdn,
      resourceGroupName: this.resourceGroupName,
    });
  }
}
