import { knownValue } from "../known-value.ts";
import type { Property } from "../property.ts";
import type { ResourceView } from "../view.ts";
import { matchesLabels, selects } from "./label-selector.ts";
import { namespaceOf } from "./namespace.ts";
import type { Workload } from "./workload.ts";

/** Finds the workloads that selectors select, without trying every selector on every workload. */
export class Selection {
  readonly #byPlace = new Map<string, Workload[]>();

  constructor(workloads: readonly Workload[]) {
    for (const workload of workloads) {
      for (const key of placesOf(workload)) {
        const there = this.#byPlace.get(key);
        if (there === undefined) this.#byPlace.set(key, [workload]);
        else there.push(workload);
      }
    }
  }

  /** The workloads in the object's namespace that a label selector of the object selects. */
  bySelector(object: ResourceView, selector: Property): readonly Workload[] {
    return this.#candidates(object, selector.at("matchLabels")).filter(({ pod }) =>
      selects(selector, pod.metadata.at("labels")),
    );
  }

  /** The workloads in the object's namespace that have all of these labels, as a Service's selector asks. */
  byLabels(object: ResourceView, labels: Property): readonly Workload[] {
    return this.#candidates(object, labels).filter(({ pod }) =>
      matchesLabels(labels, pod.metadata.at("labels")),
    );
  }

  #candidates(object: ResourceView, labels: Property): readonly Workload[] {
    const namespace = namespaceOf(object);
    const [first] = labels.entries();
    const keys =
      first === undefined
        ? [place(namespace)]
        : [place(namespace, first[0], first[1].value), place(namespace, first[0], unknown)];
    return [...keys, place(unknown)]
      .flatMap((key) => this.#byPlace.get(key) ?? [])
      .filter(({ resource }) => namespaceOf(resource) === namespace);
  }
}

/** Stands for a namespace or a label's value that is not known at preview, in no text that can be one. */
const unknown = "\0";

function placesOf({ resource, pod }: Workload): readonly string[] {
  const namespace = resource.props.at("metadata.namespace");
  if (namespace.isSet && knownValue(namespace) === undefined) return [place(unknown)];
  const name = namespaceOf(resource);
  const labels = pod.metadata.at("labels").entries();
  return [place(name), ...labels.map(([key, value]) => place(name, key, knownValue(value) ?? unknown))];
}

function place(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}
