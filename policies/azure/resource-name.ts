import type { Finding } from "../finding.ts";
import type { ResourceView } from "../view.ts";

/** What Azure accepts as a name. */
export interface NameFormat {
  readonly pattern: RegExp;
  /** Completes "it must be …": `3 to 24 lower-case letters and digits`. */
  readonly allowed: string;
}

/**
 * Demands that the name of a resource is one that Azure accepts, so that it is refused at preview and not in the middle of
 * an update. A name that is left out is made by Pulumi.
 */
export function nameOf(path: string, { pattern, allowed }: NameFormat) {
  return function* ({ props }: ResourceView): Iterable<Finding> {
    const name = props.at(path);
    const text = name.string;
    if (text !== undefined && !pattern.test(text)) yield name.violates(`must be ${allowed}`);
  };
}
