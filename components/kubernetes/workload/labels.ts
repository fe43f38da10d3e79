/** Who manages the objects of this package: the value of `app.kubernetes.io/managed-by`. */
const manager = "pulumi";

/** What the recommended labels say about one workload. */
export interface WorkloadIdentification {
  /** What it is, such as `nginx-ingress`. */
  readonly name: string;
  /** Which one of its kind, such as `nginx-ingress-public`. */
  readonly instance: string;
  /** Its role, such as `service` or `ingress-controller`. */
  readonly component: string;
  /** The larger system it belongs to. */
  readonly partOf: string;
}

/** Labels that never change in the life of a workload: selectors are made of them, and selectors are immutable. */
export interface SelectorLabels {
  readonly "app.kubernetes.io/name": string;
  readonly "app.kubernetes.io/instance": string;
}

/** The labels by which Services, budgets and policies find the pods of a workload. */
export function selectorLabels({
  name,
  instance,
}: Pick<WorkloadIdentification, "name" | "instance">): SelectorLabels {
  return { "app.kubernetes.io/name": name, "app.kubernetes.io/instance": instance };
}

/** Kubernetes' recommended labels without the version, which changes more often than anything else. */
export function recommendedLabels(workload: WorkloadIdentification): Record<string, string> {
  return {
    ...selectorLabels(workload),
    "app.kubernetes.io/component": workload.component,
    "app.kubernetes.io/part-of": workload.partOf,
    "app.kubernetes.io/managed-by": manager,
  };
}
