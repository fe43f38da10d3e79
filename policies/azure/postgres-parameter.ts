import { each } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { Property } from "../property.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView, StackView } from "../view.ts";
import { parametersOf, serverParameter } from "./server-parameter.ts";

/** Flexible servers of PostgreSQL. */
export const postgresServers: readonly TypePattern[] = ["azure-native:dbforpostgresql:Server"];
/** A parameter of a PostgreSQL server. */
export const postgresParameters: TypePattern = "azure-native:dbforpostgresql:Configuration";

/** Demands that a parameter that Azure turns on is not turned off. */
export function leftOn(name: string) {
  return function* (resource: ResourceView): Iterable<Finding> {
    const value = serverParameter(resource, name);
    if (value?.isSet === true && !value.is("on", true)) yield value.violates('must be "on"');
  };
}

/**
 * Finds the PostgreSQL servers for which the stack does not set a parameter that Azure leaves at a poor value.
 *
 * @param accepted whether a value will do
 * @param expectation completes the sentence "… is off; it …": `must be "on"`
 * @param concerned which servers have the parameter at all. Default: every server
 */
export function parameterRequired(
  name: string,
  accepted: (value: Property) => boolean,
  expectation: string,
  concerned: (server: ResourceView) => boolean = () => true,
) {
  return (stack: StackView): Iterable<Finding> =>
    each(stack.ofType(...postgresServers), function* (server) {
      if (!concerned(server)) return;
      const values = parametersOf(stack, server, postgresParameters, name);
      if (values.some(accepted)) return;
      const found = values[0]?.found ?? "is not set by the stack";
      yield { path: "", message: `${name} of the server ${found}; it ${expectation}`, resource: server };
    });
}

/** Whether a value is a list, separated by commas, that holds this entry. */
export function lists(value: Property, entry: string): boolean {
  return (value.string ?? "")
    .split(",")
    .some((listed) => listed.trim().toLowerCase() === entry.toLowerCase());
}
