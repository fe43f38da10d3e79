import type { Finding } from "./finding.ts";
import type { Property, Scalar } from "./property.ts";
import type { ResourceView } from "./view.ts";

type Check = (resource: ResourceView) => Iterable<Finding>;

/** The property must have one of these values, and so must be there: Azure's default is not one of them, or may change. */
export function mustBe(path: string, ...allowed: readonly [Scalar, ...Scalar[]]): Check {
  return function* ({ props }) {
    yield* demandOneOf(props.at(path), allowed);
  };
}

/** The property may be absent, because Azure's default is safe, but must not have one of these values. */
export function mustNotBe(path: string, ...forbidden: readonly [Scalar, ...Scalar[]]): Check {
  return function* ({ props }) {
    const property = props.at(path);
    if (property.is(...forbidden)) yield property.violates(`must not be ${listOf(forbidden)}`);
  };
}

/** The same as {@link mustBe} for a property that is already at hand. */
export function* demandOneOf(property: Property, allowed: readonly [Scalar, ...Scalar[]]): Iterable<Finding> {
  if (!property.is(...allowed)) yield property.violates(`must be ${listOf(allowed)}`);
}

function listOf(scalars: readonly Scalar[]): string {
  return scalars.map((scalar) => JSON.stringify(scalar)).join(" or ");
}
