import type { Refusal } from "./refusal.ts";

/** Refuses what is not a whole number from `least` to `most`. */
export function refuseOutside(
  property: string,
  value: number,
  { least, most, remedy }: { readonly least: number; readonly most: number; readonly remedy: string },
): Refusal[] {
  return Number.isInteger(value) && value >= least && value <= most
    ? []
    : [{ property, value, allowed: `a whole number from ${least} to ${most}`, remedy }];
}

/** Refuses a TCP port that does not exist. */
export function refusePort(property: string, value: number): Refusal[] {
  return refuseOutside(property, value, {
    least: 1,
    most: 65535,
    remedy: "Give the port that the peer listens on.",
  });
}

/**
 * Refuses a port that a container without capabilities cannot bind: 1024 is the first one that needs no privilege
 * (KSV-0117).
 */
export function refuseContainerPort(property: string, value: number): Refusal[] {
  return refuseOutside(property, value, {
    least: 1024,
    most: 65535,
    remedy:
      "Let the process listen on an unprivileged port such as 8080; the Service in front of it listens on 80.",
  });
}
