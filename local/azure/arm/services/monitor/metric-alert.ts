import { number, objects, text, texts } from "../../body.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { Link, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";

/** Minutes of the ISO 8601 durations that alerts take: learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-metric-alert-rule */
const frequencies: Readonly<Record<string, number>> = { PT1M: 1, PT5M: 5, PT15M: 15, PT30M: 30, PT1H: 60 };
const windows: Readonly<Record<string, number>> = {
  ...frequencies,
  PT6H: 360,
  PT12H: 720,
  PT24H: 1440,
  P1D: 1440,
};

export const metricAlert: ResourceType = {
  token: "azure-native:monitor:MetricAlert",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/metricAlerts/{ruleName}",
  apiVersion: "2018-03-01",
  place: "global",
  stamps: [],
  defaults: () => ({ autoMitigate: true, targetResourceType: "", targetResourceRegion: "" }),
  *refusals(body): Iterable<Refusal> {
    const severity = number(body, "severity");
    if (severity !== undefined && (severity < 0 || severity > 4)) {
      yield badRequest("BadRequest", `The severity ${severity} is not between 0 and 4.`);
    }
    const frequency = text(body, "evaluationFrequency");
    const window = text(body, "windowSize");
    if (frequency !== undefined && frequencies[frequency] === undefined) {
      yield badRequest(
        "BadRequest",
        `The evaluation frequency '${frequency}' is not one of ${Object.keys(frequencies).join(", ")}.`,
      );
    }
    if (window !== undefined && windows[window] === undefined) {
      yield badRequest(
        "BadRequest",
        `The window size '${window}' is not one of ${Object.keys(windows).join(", ")}.`,
      );
    }
    if ((windows[window ?? ""] ?? Infinity) < (frequencies[frequency ?? ""] ?? 0)) {
      yield badRequest(
        "BadRequest",
        `The window size ${window ?? ""} is less than the evaluation frequency ${frequency ?? ""}.`,
      );
    }
  },
  *conflicts(write) {
    if (texts(write.body, "scopes").length === 0)
      yield badRequest("BadRequest", "A metric alert has one scope at least.");
    if (texts(write.body, "scopes").length > 1 && text(write.body, "targetResourceType") === "") {
      yield badRequest(
        "BadRequest",
        "An alert on several resources needs targetResourceType and targetResourceRegion.",
      );
    }
  },
  links: alertLinks,
  outputs: (resource) => ({ isMigrated: false, lastUpdatedTime: resource.changedAt }),
};

function* alertLinks(body: ArmBody): Iterable<Link> {
  for (const [index, target] of texts(body, "scopes").entries()) {
    // A scope may be a subscription or a group as well.
    if (!/\/providers\//i.test(target)) continue;
    const missing = badRequest("ResourceNotFound", `The resource ${target} of 'scopes' was not found.`);
    yield { target, property: `scopes.${index}`, missing };
  }
  for (const [index, action] of objects(body, "actions").entries()) {
    const target = text(action, "actionGroupId");
    if (target === undefined) continue;
    const missing = badRequest("ResourceNotFound", `The action group ${target} was not found.`);
    yield { target, property: `actions.${index}`, type: "Microsoft.Insights/actionGroups", missing };
  }
}
