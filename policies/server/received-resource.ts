import { unknownCheckingProxy } from "../unknown.ts";
import { viewOf } from "../view.ts";
import type { ResourceView } from "../view.ts";
import { readWireInputs } from "../wire-inputs.ts";
import type { WireResource } from "./wire/resource.ts";

/** What the rules see of a resource that the engine sends. */
export function receivedResource(resource: WireResource): ResourceView {
  const { type, urn, name, properties, propertyDependencies, options } = resource;
  const { values, secretPaths } = readWireInputs(properties);
  return viewOf({
    urn,
    type,
    name,
    inputs: unknownCheckingProxy(values),
    secretPaths,
    dependencies: propertyDependencies,
    options: { ...options, deleteBeforeReplace: options.deleteBeforeReplace ?? false },
  });
}
