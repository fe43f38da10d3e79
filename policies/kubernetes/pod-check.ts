import { each } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { ResourceView } from "../view.ts";
import { containersOf, podsOf } from "./pod.ts";
import type { Container, Pod } from "./pod.ts";

/** A check of every container of every pod that an object describes. */
export function everyContainer(check: (container: Container) => Iterable<Finding>) {
  return (resource: ResourceView): Iterable<Finding> => each(containersOf(resource), check);
}

/** A check of every pod that an object describes. */
export function everyPod(check: (pod: Pod) => Iterable<Finding>) {
  return (resource: ResourceView): Iterable<Finding> => each(podsOf(resource), check);
}
