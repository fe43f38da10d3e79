import type { ResourceView, StackView } from "../view.ts";

/**
 * The URNs of everything from which something of the stack takes a value, in any of its properties.
 *
 * @param counts says which resources count. Default: all
 */
export function usedResources(
  stack: StackView,
  counts: (resource: ResourceView) => boolean = () => true,
): ReadonlySet<string> {
  return new Set(
    stack.resources
      .filter(counts)
      .flatMap((resource) =>
        resource.props.entries().flatMap(([property]) => resource.dependenciesOf(property)),
      ),
  );
}
