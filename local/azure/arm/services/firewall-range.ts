import { text } from "../body.ts";
import { parseAddress } from "../cidr.ts";
import { badRequest, type Refusal } from "../refusal.ts";
import type { ArmBody } from "../service.ts";

/** A database's firewall rule: two IPv4 addresses, the first not greater than the second. */
export function* firewallRangeRefusals(body: ArmBody, code: string): Iterable<Refusal> {
  const bounds = ["startIpAddress", "endIpAddress"].map((property) => {
    const value = text(body, property);
    return { property, value, address: value === undefined ? undefined : parseAddress(value) };
  });
  for (const { property, value, address } of bounds) {
    if (value !== undefined && address === undefined) {
      yield badRequest(code, `The ${property} '${value}' of the firewall rule is no IPv4 address.`);
    }
  }
  const [start, end] = bounds;
  if (start?.address !== undefined && end?.address !== undefined && start.address > end.address) {
    yield badRequest(
      code,
      `The firewall rule starts at ${start.value ?? ""}, after its end ${end.value ?? ""}.`,
    );
  }
}
