import type { Finding } from "../finding.ts";
import type { Property } from "../property.ts";

/** Demands that a list names at least two availability zones. */
export function* demandZones(zones: Property): Iterable<Finding> {
  const named = new Set(
    zones
      .items()
      .map((zone) => zone.string ?? zone.number)
      .filter((zone) => zone !== undefined),
  );
  if (named.size < 2) yield zones.violates("must name at least two availability zones");
}
