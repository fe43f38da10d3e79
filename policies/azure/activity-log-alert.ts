import type { Finding } from "../finding.ts";
import type { Property } from "../property.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView, StackView } from "../view.ts";

/** The resources that watch a subscription's activity log, also in the module that held them before azure-native 3. */
export const activityLogAlerts: readonly TypePattern[] = [
  "azure-native:monitor:ActivityLogAlert",
  "azure-native:insights:ActivityLogAlert",
];

/** What an alert watches for: an operation, or a category of events. */
export interface WatchedEvent {
  readonly field: "operationName" | "category";
  readonly value: string;
}

/** An operation as the activity log names it, such as `Microsoft.Network/publicIPAddresses/write`. */
export function operation(value: string): WatchedEvent {
  return { field: "operationName", value };
}

/** Demands of the stack, for each event, an alert that is on and tells an action group. */
export function alertsRequired(...events: readonly WatchedEvent[]) {
  return function* (stack: StackView): Iterable<Finding> {
    const alerts = stack.ofType(...activityLogAlerts);
    for (const event of events) {
      const watching = alerts.filter((alert) => watches(alert, event));
      const [first] = watching;
      if (first === undefined) {
        yield {
          path: "",
          message: `no activity log alert of the stack watches for ${event.field} ${event.value}`,
        };
      } else if (!watching.some(isHeard)) {
        yield {
          path: "",
          message: `the alert that watches for ${event.field} ${event.value} is off or tells no action group`,
          resource: first,
        };
      }
    }
  };
}

function watches({ props }: ResourceView, { field, value }: WatchedEvent): boolean {
  return props
    .at("condition.allOf")
    .items()
    .flatMap((condition) => [condition, ...condition.at("anyOf").items()])
    .some((condition) => condition.at("field").is(field) && asksFor(condition, value));
}

function asksFor(condition: Property, value: string): boolean {
  return [condition.at("equals"), ...condition.at("containsAny").items()].some((wanted) => wanted.is(value));
}

function isHeard({ props }: ResourceView): boolean {
  return !props.at("enabled").is(false) && props.at("actions.actionGroups").items().length > 0;
}
