import { each } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { ResourceView } from "../view.ts";
import { admitsInternet, destinationPorts, holdsPort, securityRulesOf, speaks } from "./security-rule.ts";

/** Finds the security rules that open one of these TCP ports to the whole Internet. */
export function tcpPortsClosedToInternet(ports: readonly number[], service: string) {
  return (resource: ResourceView): Iterable<Finding> =>
    each(securityRulesOf(resource), function* (rule) {
      if (!admitsInternet(rule) || !speaks(rule, "Tcp")) return;
      for (const range of destinationPorts(rule)) {
        if (holdsPort(range, ports)) yield range.violates(`must not open ${service} to the Internet`);
      }
    });
}
