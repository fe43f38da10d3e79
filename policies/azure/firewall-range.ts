import type { ResourceView } from "../view.ts";

/** Addresses in a firewall rule's range from which it is judged as open: a range of 2²⁴ addresses, a /8. */
const wideRange = 2 ** 24;

/** The properties that hold the first and the last address of a range. */
export interface RangeEnds {
  readonly start: string;
  readonly end: string;
}

/**
 * Whether the firewall rule of a database server admits so many addresses that it restricts nothing: more than a /8.
 * Ranges that cannot be read as IPv4 addresses are not judged here; Azure refuses them.
 *
 * @param ends where the range stands. Default: as in the rules of Azure's databases
 */
export function admitsNearlyEveryone(
  { props }: ResourceView,
  ends: RangeEnds = { start: "startIpAddress", end: "endIpAddress" },
): boolean {
  const start = ipv4(props.at(ends.start).string);
  const end = ipv4(props.at(ends.end).string);
  if (start === undefined || end === undefined) return false;
  return end - start >= wideRange;
}

/** Whether the rule is the special range 0.0.0.0 to 0.0.0.0, which Azure reads as "every service in Azure, of any tenant". */
export function admitsAzureServices({ props }: ResourceView): boolean {
  return props.at("startIpAddress").is("0.0.0.0") && props.at("endIpAddress").is("0.0.0.0");
}

function ipv4(text: string | undefined): number | undefined {
  const parts = text?.trim().split(".") ?? [];
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255))
    return undefined;
  return parts.reduce((address, part) => address * 256 + Number(part), 0);
}
