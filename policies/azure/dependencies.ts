import type { ResourceView } from "../view.ts";

/** The URNs of everything from which these resources take a value, in any of their properties. */
export function dependenciesOf(resources: readonly ResourceView[]): ReadonlySet<string> {
  return new Set(
    resources.flatMap((resource) =>
      resource.props.entries().flatMap(([property]) => resource.dependenciesOf(property)),
    ),
  );
}
