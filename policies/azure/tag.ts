import type { Finding } from "../finding.ts";
import type { ResourceView } from "../view.ts";

/** Demands that a resource carries at least one tag. */
export function* demandTags({ props }: ResourceView): Iterable<Finding> {
  const tags = props.at("tags");
  if (tags.entries().length === 0) yield tags.violates("must say at least whose the resource is");
}
