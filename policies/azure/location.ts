import type { Finding } from "../finding.ts";
import type { Parameters } from "../parameters.ts";
import type { Property } from "../property.ts";

/** Azure's regions in the European Union: https://learn.microsoft.com/privacy/eudb/eu-data-boundary-learn */
const europeanUnion: readonly string[] = [
  "austriaeast",
  "belgiumcentral",
  "denmarkeast",
  "francecentral",
  "francesouth",
  "germanynorth",
  "germanywestcentral",
  "italynorth",
  "northeurope",
  "polandcentral",
  "spaincentral",
  "swedencentral",
  "swedensouth",
  "westeurope",
];

/** A region's name as Azure compares it: "West Europe" is westeurope. */
export function locationName(location: string): string {
  return location.replaceAll(/\s/g, "").toLowerCase();
}

/** The parameter of rules that confine where data is kept. */
export const locationParameter = {
  locations: {
    type: "array",
    items: { type: "string" },
    description: "Regions in which data may be kept. Default: those in the European Union.",
    default: europeanUnion,
  },
} as const satisfies Parameters;

/**
 * Demands that a location, where one is named, is among the allowed ones.
 *
 * @param allowed regions, such as `westeurope`. Default: those in the European Union
 */
export function* demandAllowedLocation(
  location: Property,
  allowed: readonly string[] = europeanUnion,
): Iterable<Finding> {
  const text = location.string;
  if (text !== undefined && !allowed.map(locationName).includes(locationName(text)))
    yield location.violates(`must be one of ${allowed.join(", ")}`);
}
