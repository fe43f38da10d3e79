import { refusal, badRequest } from "../../refusal.ts";
import { absent, compact, number, text, texts } from "../../body.ts";
import { hasZones } from "../../regions.ts";
import type { ResourceType, Write } from "../../resource-type.ts";
import { invalidRequestFormat } from "./network-refusals.ts";

export const publicIpToken = "azure-native:network:PublicIPAddress";
export const publicIpType = "Microsoft.Network/publicIPAddresses";

export const publicIpAddress: ResourceType = {
  token: publicIpToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/publicIPAddresses/{publicIpAddressName}",
  apiVersion: "2024-05-01",
  place: "regional",
  stamps: ["provisioningState", "etag", "resourceGuid"],
  enumerations: {
    "sku.name": ["network", "PublicIPAddressSkuName"],
    "sku.tier": ["network", "PublicIPAddressSkuTier"],
    publicIPAllocationMethod: ["network", "IPAllocationMethod"],
    publicIPAddressVersion: ["network", "IPVersion"],
    deleteOption: ["network", "DeleteOptions"],
    "dnsSettings.domainNameLabelScope": ["network", "PublicIpAddressDnsSettingsDomainNameLabelScope"],
  },
  unknownValue: invalidRequestFormat,
  unique: {
    realm: "public-ip-dns",
    name: dnsName,
    taken: (write) =>
      badRequest(
        "DnsRecordInUse",
        `DNS record ${dnsName(write) ?? ""} is already used by another public IP.`,
      ),
  },
  defaults: (body) => ({
    publicIPAddressVersion: "IPv4",
    publicIPAllocationMethod: isStandard(text(body, "sku.name")) ? "Static" : "Dynamic",
    idleTimeoutInMinutes: 4,
    sku: { tier: "Regional" },
    ipTags: [],
    ddosSettings: { protectionMode: "VirtualNetworkInherited" },
  }),
  *refusals(body) {
    if (text(body, "sku.name")?.toLowerCase() === "basic") yield basicIsRetired();
    const idle = number(body, "idleTimeoutInMinutes");
    if (idle !== undefined && (idle < 4 || idle > 30)) {
      yield badRequest(
        "PublicIPAddressIdleTimeoutIsInvalid",
        `The idle timeout for public IP address is ${idle} minutes: it must be between 4 and 30.`,
      );
    }
    const label = text(body, "dnsSettings.domainNameLabel");
    if (label !== undefined && !/^[a-z][a-z0-9-]{1,61}[a-z0-9]$/.test(label)) {
      yield badRequest(
        "InvalidDomainNameLabel",
        `The domain name label ${label} is invalid. It must conform to the following regular expression: ^[a-z][a-z0-9-]{1,61}[a-z0-9]$.`,
      );
    }
  },
  *conflicts(write) {
    if (absent(write.sent, "sku.name")) yield basicIsRetired();
    if (
      isStandard(text(write.body, "sku.name")) &&
      text(write.body, "publicIPAllocationMethod") === "Dynamic"
    ) {
      yield badRequest(
        "StandardAndStandardV2SkuPublicIPAddressesMustBeStatic",
        `Standard sku publicIp ${write.id} must have AllocationMethod set to Static.`,
      );
    }
    const zones = texts(write.body, "zones");
    if (zones.length > 0 && !hasZones(write.location)) {
      yield badRequest(
        "ResourcesNotSupportedInAvailabilityZones",
        `The zone(s) '${zones.join(",")}' for resource 'Microsoft.Network/publicIPAddresses/${write.name}' is not supported. The supported zones for location '${write.location}' are ''`,
      );
    }
    if (write.before !== undefined && text(write.before.body, "sku.name") !== text(write.body, "sku.name")) {
      yield badRequest(
        "PublicIPAddressSkuCannotBeChanged",
        `Sku property is set at creation time and cannot be changed for public IP address ${write.id}.`,
      );
    }
  },
  facts: (write, azure) => ({ ipAddress: azure.store.addresses.allocate(write.id) }),
  *undeletable(resource, azure, container) {
    const [user] = azure.blockersOf(resource.id, container);
    if (user === undefined) return;
    yield badRequest(
      "PublicIPAddressCannotBeDeleted",
      `Public IP address ${resource.id} can not be deleted since it is still allocated to resource ${user}. In order to delete the public IP, disassociate/detach the Public IP address from the resource.  To learn how to do this, see aka.ms/deletepublicip.`,
    );
  },
  outputs: (resource, azure) => {
    const label = text(resource.body, "dnsSettings.domainNameLabel");
    const [frontend] = azure.store.links
      .to(resource.id)
      .filter((link) => /\/(frontendIPConfigurations|ipConfigurations)\//i.test(link.via));
    return compact({
      ipAddress: text(resource.facts, "ipAddress"),
      dnsSettings:
        label === undefined ? undefined : { fqdn: `${label}.${resource.location}.cloudapp.azure.com` },
      ipConfiguration: frontend === undefined ? undefined : { id: frontend.via },
    });
  },
};

/** Whether an SKU keeps its address for good. */
function isStandard(sku: string | undefined): boolean {
  return sku?.toLowerCase().startsWith("standard") === true;
}

function dnsName(write: Write): string | undefined {
  const label = text(write.body, "dnsSettings.domainNameLabel");
  return label === undefined ? undefined : `${label}.${write.location}.cloudapp.azure.com`;
}

/** Basic addresses, the default when no SKU is named, cannot be created since September 2025. */
function basicIsRetired() {
  return refusal(
    400,
    "IPv4BasicSkuPublicIpCountLimitReached",
    "Cannot create more than 0 IPv4 Basic SKU public IP addresses for this subscription in this region.",
  );
}
