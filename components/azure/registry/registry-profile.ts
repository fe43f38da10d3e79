import { ipRangeRefusals } from "../network/firewall.ts";
import { oneOf, wholeNumber } from "../refusals/checks.ts";
import type { Refusal } from "../refusals/refusal.ts";
import type { ContainerRegistryArgs } from "./container-registry.ts";

/** Price tiers of a registry. */
export const RegistrySku = {
  Basic: "Basic",
  Standard: "Standard",
  Premium: "Premium",
} as const;
export type RegistrySku = (typeof RegistrySku)[keyof typeof RegistrySku];

/** Arguments that only the tier Premium has. */
const premiumOnly = [
  "allowedIpRanges",
  "privateEndpoint",
  "zoneRedundant",
  "retentionDays",
  "dataEndpoints",
  "quarantine",
  "contentTrust",
] as const;

/** What is wrong with the arguments of a registry. */
export function registryRefusals(args: ContainerRegistryArgs): Refusal[] {
  const sku = args.sku ?? RegistrySku.Premium;
  const publicNetworkAccess = args.publicNetworkAccess ?? false;
  const found: Refusal[] = [
    ...oneOf("sku", args.sku, RegistrySku),
    ...ipRangeRefusals("allowedIpRanges", args.allowedIpRanges),
    ...wholeNumber("retentionDays", args.retentionDays, 0, 365, "0 keeps untagged manifests for ever."),
    ...wholeNumber("softDeleteDays", args.softDeleteDays, 1, 90, "Azure keeps deleted images 1 to 90 days."),
  ];
  if (sku !== RegistrySku.Premium) {
    for (const property of premiumOnly) {
      if (args[property] !== undefined && args[property] !== false) {
        found.push({
          property,
          value: property === "privateEndpoint" ? "given" : args[property],
          allowed: `nothing with the sku ${sku}`,
          remedy: "Leave it out, or use the sku Premium.",
        });
      }
    }
    if (!publicNetworkAccess) {
      found.push({
        property: "publicNetworkAccess",
        value: args.publicNetworkAccess,
        allowed: `true with the sku ${sku}, which has no private endpoints`,
        remedy: "Set it to true on purpose, or use the sku Premium.",
      });
    }
  }
  if (!publicNetworkAccess && args.allowedIpRanges !== undefined) {
    found.push({
      property: "allowedIpRanges",
      value: args.allowedIpRanges,
      allowed: "nothing while publicNetworkAccess is false",
      remedy: "Leave it out, or set publicNetworkAccess to true.",
    });
  }
  // https://learn.microsoft.com/azure/container-registry/container-registry-soft-delete-policy
  if (args.softDeleteDays !== undefined && (args.retentionDays ?? 0) > 0) {
    found.push({
      property: "softDeleteDays",
      value: args.softDeleteDays,
      allowed: "nothing while retentionDays is more than 0",
      remedy: "Azure has one of the two at a time: leave out the other.",
    });
  }
  // https://learn.microsoft.com/azure/container-registry/data-loss-prevention
  if (publicNetworkAccess && args.exportEnabled === false) {
    found.push({
      property: "exportEnabled",
      value: false,
      allowed: "false while publicNetworkAccess is false",
      remedy: "Azure turns export off for private registries only.",
    });
  }
  return found;
}

/** Policies of a registry as Azure takes them. */
export interface RegistryPolicies {
  readonly azureADAuthenticationAsArmPolicy: { readonly status: "enabled" | "disabled" };
  readonly exportPolicy?: { readonly status: "enabled" | "disabled" };
  readonly quarantinePolicy?: { readonly status: "enabled" | "disabled" };
  readonly trustPolicy?: { readonly status: "enabled" | "disabled"; readonly type: "Notary" };
  readonly retentionPolicy?: { readonly status: "enabled" | "disabled"; readonly days: number };
  readonly softDeletePolicy?: { readonly status: "enabled"; readonly retentionDays: number };
}

/** The policies with their defaults. */
export function registryPolicies(args: ContainerRegistryArgs): RegistryPolicies {
  const status = (on: boolean) => (on ? "enabled" : "disabled");
  const everyTier: RegistryPolicies = {
    azureADAuthenticationAsArmPolicy: { status: status(args.armAudienceTokens ?? true) },
    softDeletePolicy:
      args.softDeleteDays === undefined
        ? undefined
        : { status: "enabled", retentionDays: args.softDeleteDays },
  };
  if ((args.sku ?? RegistrySku.Premium) !== RegistrySku.Premium) {
    return everyTier;
  }
  const retentionDays = args.retentionDays ?? (args.softDeleteDays === undefined ? 7 : 0);
  return {
    ...everyTier,
    exportPolicy: { status: status(args.exportEnabled ?? args.publicNetworkAccess ?? false) },
    quarantinePolicy: { status: status(args.quarantine ?? false) },
    trustPolicy: { status: status(args.contentTrust ?? false), type: "Notary" },
    retentionPolicy: { status: status(retentionDays > 0), days: retentionDays },
  };
}
