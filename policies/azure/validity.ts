import type { Finding } from "../finding.ts";
import type { Property } from "../property.ts";

const secondsOfDay = 86_400;

/**
 * Demands that something of a vault expires, and that it is not valid for longer than these days where it also says from
 * when on it is. Times are seconds since 1970.
 */
export function* demandExpiry(attributes: Property, longestDays: number): Iterable<Finding> {
  const expires = attributes.at("expires");
  const end = expires.number;
  if (end === undefined) {
    yield expires.violates("must be the time at which it expires");
    return;
  }
  const begin = attributes.at("notBefore").number;
  if (begin !== undefined && end - begin > longestDays * secondsOfDay)
    yield expires.violates(`must be at most ${longestDays} days after notBefore`);
}
