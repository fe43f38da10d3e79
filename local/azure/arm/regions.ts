/** A region of Azure. */
interface Region {
  /** As ids and locations write it. */
  readonly name: string;
  /** Whether it has availability zones 1, 2 and 3. */
  readonly zones: boolean;
}

const withZones = [
  "australiaeast",
  "austriaeast",
  "belgiumcentral",
  "brazilsouth",
  "canadacentral",
  "centralindia",
  "centralus",
  "chilecentral",
  "eastasia",
  "eastus",
  "eastus2",
  "francecentral",
  "germanywestcentral",
  "indonesiacentral",
  "israelcentral",
  "italynorth",
  "japaneast",
  "japanwest",
  "koreacentral",
  "malaysiawest",
  "mexicocentral",
  "newzealandnorth",
  "northeurope",
  "norwayeast",
  "polandcentral",
  "qatarcentral",
  "southafricanorth",
  "southcentralus",
  "southeastasia",
  "spaincentral",
  "swedencentral",
  "switzerlandnorth",
  "uaenorth",
  "uksouth",
  "westeurope",
  "westus2",
  "westus3",
];

const withoutZones = [
  "australiacentral",
  "australiasoutheast",
  "brazilsoutheast",
  "canadaeast",
  "francesouth",
  "germanynorth",
  "koreasouth",
  "northcentralus",
  "norwaywest",
  "southafricawest",
  "southindia",
  "swedensouth",
  "switzerlandwest",
  "uaecentral",
  "ukwest",
  "westcentralus",
  "westindia",
  "westus",
];

/**
 * Regions of the public cloud. Zones: learn.microsoft.com/azure/reliability/regions-list.
 */
const regions: readonly Region[] = [
  ...withZones.map((name) => ({ name, zones: true })),
  ...withoutZones.map((name) => ({ name, zones: false })),
].sort((one, other) => one.name.localeCompare(other.name));

export const regionNames: readonly string[] = regions.map((region) => region.name);

/** A location without case and spaces: `West Europe` is `westeurope`. */
export function normalLocation(location: string): string {
  return location.replace(/\s/g, "").toLowerCase();
}

export function isRegion(location: string): boolean {
  return regionNames.includes(normalLocation(location));
}

export function hasZones(location: string): boolean {
  return regions.some((region) => region.zones && region.name === normalLocation(location));
}
