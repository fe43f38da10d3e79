import type { Property } from "../property.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView } from "../view.ts";
import { everyAddress } from "./address.ts";

/** The resources that hold network security rules: a group with rules inside it, and a rule on its own. */
export const securityRuleHolders: readonly TypePattern[] = [
  "azure-native:network:NetworkSecurityGroup",
  "azure-native:network:SecurityRule",
];

/** The security rules that a resource declares. */
export function securityRulesOf({ kind, props }: ResourceView): readonly Property[] {
  return kind.name === "SecurityRule" ? [props] : props.at("securityRules").items();
}

/**
 * Whether a security rule lets the whole Internet in. A rule of higher priority that denies the same traffic is not
 * taken into account: it may be removed without anybody looking at this one.
 */
export function admitsInternet(rule: Property): boolean {
  return (
    rule.at("direction").is("Inbound") &&
    rule.at("access").is("Allow") &&
    [rule.at("sourceAddressPrefix"), ...rule.at("sourceAddressPrefixes").items()].some(everyAddress)
  );
}

/** Whether a security rule is about this transport protocol; `*` is about all. */
export function speaks(rule: Property, protocol: "Tcp" | "Udp"): boolean {
  return rule.at("protocol").is(protocol, "*");
}

/** The destination port ranges of a security rule; `*` for all ports. */
export function destinationPorts(rule: Property): readonly Property[] {
  return [rule.at("destinationPortRange"), ...rule.at("destinationPortRanges").items()].filter(
    ({ isSet }) => isSet,
  );
}

/** Whether a port range, `22`, `20-30` or `*`, holds one of these ports. */
export function holdsPort(range: Property, ports: readonly number[]): boolean {
  if (range.is("*")) return true;
  const single = range.number;
  if (single !== undefined) return ports.includes(single);
  const [first, last] = (range.string ?? "").split("-").map((end) => Number.parseInt(end, 10));
  if (first === undefined || last === undefined) return false;
  return ports.some((port) => first <= port && port <= last);
}
