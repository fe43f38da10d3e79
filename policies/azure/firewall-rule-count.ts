import { each } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { Parameters, ParameterValues } from "../parameters.ts";
import type { TypePattern } from "../resource-type.ts";
import type { StackView } from "../view.ts";

/** The parameter of rules about the number of firewall rules. */
export const firewallRuleLimit = {
  mostRules: {
    type: "integer",
    description: "Most firewall rules of one server. Default: that of PSRule.",
    default: 10,
    minimum: 0,
  },
} as const satisfies Parameters;

/** Finds the servers to which more firewall rules of the stack belong than anybody looks through. */
export function fewFirewallRules(servers: TypePattern, rules: TypePattern) {
  return (stack: StackView, parameters: ParameterValues): Iterable<Finding> =>
    each(stack.ofType(servers), function* (server) {
      const mostRules = parameters.integer("mostRules");
      const count = stack
        .ofType(rules)
        .filter((rule) => rule.dependenciesOf("serverName").includes(server.urn)).length;
      if (count > mostRules)
        yield {
          path: "",
          message: `the server has ${count} firewall rules; it must have ${mostRules} or fewer`,
          resource: server,
        };
    });
}
