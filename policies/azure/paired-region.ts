import { locationName } from "./location.ts";

/** Regions that Azure pairs, each way unless a third stands in: https://learn.microsoft.com/azure/reliability/regions-paired */
const pairs: Readonly<Record<string, string>> = {
  australiacentral: "australiacentral2",
  australiaeast: "australiasoutheast",
  canadacentral: "canadaeast",
  centralindia: "southindia",
  centralus: "eastus2",
  eastasia: "southeastasia",
  eastus: "westus",
  francecentral: "francesouth",
  germanywestcentral: "germanynorth",
  japaneast: "japanwest",
  koreacentral: "koreasouth",
  northcentralus: "southcentralus",
  northeurope: "westeurope",
  norwayeast: "norwaywest",
  southafricanorth: "southafricawest",
  swedencentral: "swedensouth",
  switzerlandnorth: "switzerlandwest",
  uaenorth: "uaecentral",
  uksouth: "ukwest",
  westcentralus: "westus2",
};

/** Regions that are paired with one that has another partner itself. */
const oneWay: Readonly<Record<string, string>> = {
  brazilsouth: "southcentralus",
  westindia: "southindia",
  westus3: "eastus",
};

const partners = new Map([
  ...Object.entries(pairs),
  ...Object.entries(pairs).map(([one, other]): [string, string] => [other, one]),
  ...Object.entries(oneWay),
]);

/** The region with which Azure pairs this one, "West Europe" or westeurope; none for the regions that have no pair. */
export function pairedRegion(location: string): string | undefined {
  return partners.get(locationName(location));
}
