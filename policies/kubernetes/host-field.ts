import type { Finding } from "../finding.ts";
import type { ResourceView } from "../view.ts";
import { everyPod } from "./pod-check.ts";

/** A check that no pod shares one of its node's namespaces: `hostNetwork`, `hostPID` or `hostIPC`. */
export function hostFieldUnset(
  field: "hostNetwork" | "hostPID" | "hostIPC",
): (resource: ResourceView) => Iterable<Finding> {
  return everyPod(function* ({ spec }) {
    const shared = spec.at(field);
    if (shared.is(true)) yield shared.violates("must be false");
  });
}
