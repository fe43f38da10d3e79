import { each } from "../evaluate.ts";
import type { Finding } from "../finding.ts";
import type { TypePattern } from "../resource-type.ts";
import type { ResourceView, StackView } from "../view.ts";

/** The resources that make a private endpoint. */
export const privateEndpoints: readonly TypePattern[] = ["azure-native:network:PrivateEndpoint"];

/** Whether a private endpoint of the stack leads to the resource. */
export function hasPrivateEndpoint(stack: StackView, { urn }: ResourceView): boolean {
  return stack
    .ofType(...privateEndpoints)
    .some((endpoint) =>
      [
        ...endpoint.dependenciesOf("privateLinkServiceConnections"),
        ...endpoint.dependenciesOf("manualPrivateLinkServiceConnections"),
      ].includes(urn),
    );
}

/**
 * Finds the resources of these types to which no private endpoint of the stack leads.
 *
 * @param exempt says which of them need none, because they stand inside a virtual network themselves. Default: none
 */
export function privateEndpointRequired(
  types: readonly TypePattern[],
  exempt: (resource: ResourceView) => boolean = () => false,
) {
  return (stack: StackView): Iterable<Finding> =>
    each(stack.ofType(...types), function* (resource) {
      if (exempt(resource) || hasPrivateEndpoint(stack, resource)) return;
      yield { path: "", message: "no private endpoint of the stack leads to the resource", resource };
    });
}
