import type { ResourceView } from "../view.ts";

/** Addresses in a firewall rule's range from which it is judged as open: a range of 2²⁴ addresses, a /8. */
const wideRange = 2 ** 24;

/**
 * Whether the firewall rule of a database server admits so many addresses that it restricts nothing: more than a /8.
 * Ranges that cannot be read as IPv4 addresses are not judged here; Azure refuses them.
 */
export function admitsNearlyEveryone({ props }: ResourceView): boolean {
  const start = ipv4(props.at("startIpAddress").string);
  const end = ipv4(props.at("endIpAddress").string);
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
