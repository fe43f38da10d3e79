import type { ResourceView, StackView } from "../view.ts";
import type { Pod } from "./pod.ts";
import { podsOf } from "./pod.ts";

/** An object of the stack together with a pod that it describes. */
export interface Workload {
  readonly resource: ResourceView;
  readonly pod: Pod;
}

/** Everything of the stack that runs pods; what only adds to an existing object is left out. */
export function workloadsOf(stack: StackView): readonly Workload[] {
  return stack.resources.flatMap((resource) =>
    resource.kind.package === "kubernetes"
      ? podsOf(resource)
          .filter(({ partial }) => !partial)
          .map((pod) => ({ resource, pod }))
      : [],
  );
}
