import type { ResourceView, StackView } from "../view.ts";

/** The resources of the stack that take a value from this one, in any of their properties. */
export function dependentsOf(stack: StackView, { urn }: ResourceView): readonly ResourceView[] {
  return stack.resources.filter((resource) =>
    resource.props.entries().some(([name]) => resource.dependenciesOf(name).includes(urn)),
  );
}
