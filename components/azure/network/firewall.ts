import type { Refusal } from "../refusals/refusal.ts";
import { parseCidr } from "./cidr.ts";

/** Refuses what is no IPv4 block, and the block that means everybody. */
export function ipRangeRefusals(property: string, ranges: readonly string[] | undefined): Refusal[] {
  return (ranges ?? []).flatMap((range, index) =>
    parseCidr(range) !== undefined && range !== "0.0.0.0/0"
      ? []
      : [
          {
            property: `${property}[${index}]`,
            value: range,
            allowed: 'an IPv4 block such as "203.0.113.0/24", not the whole Internet',
            remedy: 'Write one address as "203.0.113.7/32".',
          },
        ],
  );
}

/** Refuses a public service without a list of networks, and such a list for a private one. */
export function firewallRefusals(
  publicNetworkAccess: boolean | undefined,
  allowedIpRanges: readonly string[] | undefined,
): Refusal[] {
  const open = publicNetworkAccess ?? false;
  const listed = allowedIpRanges !== undefined && allowedIpRanges.length > 0;
  if (open && !listed) {
    return [
      {
        property: "allowedIpRanges",
        value: allowedIpRanges,
        allowed: "at least one IPv4 block while publicNetworkAccess is true",
        remedy: "List the networks that may reach the service, or keep it private.",
      },
    ];
  }
  if (!open && allowedIpRanges !== undefined) {
    return [
      {
        property: "allowedIpRanges",
        value: allowedIpRanges,
        allowed: "nothing while publicNetworkAccess is false",
        remedy: "Leave it out, or set publicNetworkAccess to true.",
      },
    ];
  }
  return ipRangeRefusals("allowedIpRanges", allowedIpRanges);
}
