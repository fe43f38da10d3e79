import type { Property } from "../property.ts";
import type { Container } from "./pod.ts";

/** A setting of a container's security context, and where it has none, its pod's: the container's own wins. */
export function effectiveSetting({ pod, props }: Container, path: string): Property {
  const own = props.at(`securityContext.${path}`);
  return own.isSet ? own : pod.spec.at(`securityContext.${path}`);
}
