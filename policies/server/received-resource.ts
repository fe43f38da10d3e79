import { viewOf } from "../view.ts";
import type { ResourceView } from "../view.ts";
import { checkedInputs, readWireInputs } from "../wire-inputs.ts";
import type { WireResource } from "./wire/resource.ts";

/** What the rules see of a resource that the engine sends. */
export function receivedResource(resource: WireResource): ResourceView {
  const { type, urn, name, properties, propertyDependencies, options } = resource;
  const plain = readWireInputs(properties);
  return viewOf({
    urn,
    type,
    name,
    inputs: checkedInputs(plain),
    secretPaths: plain.secretPaths,
    dependencies: propertyDependencies,
    options: { ...options, deleteBeforeReplace: options.deleteBeforeReplace ?? false },
  });
}
