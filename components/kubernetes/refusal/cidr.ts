import { isIPv4, isIPv6 } from "node:net";
import type { Refusal } from "./refusal.ts";

function isCidr(value: string): boolean {
  const [address, prefix, ...rest] = value.split("/");
  if (address === undefined || prefix === undefined || rest.length > 0 || !/^\d{1,3}$/.test(prefix)) {
    return false;
  }
  return (isIPv4(address) && Number(prefix) <= 32) || (isIPv6(address) && Number(prefix) <= 128);
}

/** Refuses address ranges that are not in CIDR notation, and a list without any. */
export function refuseCidrs(property: string, values: readonly string[]): Refusal[] {
  if (values.length === 0) {
    return [
      {
        property,
        value: values,
        allowed: "at least one address range",
        remedy: 'Give the subnet of the peer, for example "10.0.8.0/24": all other traffic is denied.',
      },
    ];
  }
  return values.flatMap((value, index) =>
    isCidr(value)
      ? []
      : [
          {
            property: `${property}[${index}]`,
            value,
            allowed: "an address range in CIDR notation",
            remedy: 'Write address and prefix length, for example "10.0.8.0/24" or "10.0.8.4/32".',
          },
        ],
  );
}
