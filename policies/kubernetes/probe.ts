import { each } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { ResourceView } from "../view.ts";
import { containersOf, isOrdinary, runsToCompletion } from "./pod.ts";

/** A check that every container of a pod that is to run on has a probe. Jobs end by themselves. */
export function probeRequired(probe: "livenessProbe" | "readinessProbe") {
  return (resource: ResourceView): Iterable<Finding> =>
    each(runsToCompletion(resource) ? [] : containersOf(resource).filter(isOrdinary), function* (container) {
      const found = container.props.at(probe);
      if (!found.isSet && !container.pod.partial) yield found.violates("must be set");
    });
}
