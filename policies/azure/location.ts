import type { Finding } from "../finding.ts";
import type { Property } from "../property.ts";

/**
 * Regions in which data may be kept, where a rule confines them: those of the European Union.
 * https://learn.microsoft.com/privacy/eudb/eu-data-boundary-learn
 */
export const allowedLocations: readonly string[] = [
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

/** Demands that a location, where one is named, is among the allowed ones. */
export function* demandAllowedLocation(location: Property): Iterable<Finding> {
  const text = location.string;
  if (text !== undefined && !allowedLocations.includes(locationName(text)))
    yield location.violates(`must be one of ${allowedLocations.join(", ")}`);
}
