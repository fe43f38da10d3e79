import { Property } from "./property.ts";
import { matchesType, parseResourceType } from "./resource-type.ts";
import type { ResourceType, TypePattern } from "./resource-type.ts";

/** What a rule sees of a resource. */
export interface ResourceView {
  readonly urn: string;
  /** The type token as the program registered it, with its API version. */
  readonly type: string;
  /** The type without its API version. */
  readonly kind: ResourceType;
  /** The logical name. */
  readonly name: string;
  readonly props: Property;
  /**
   * The URNs of the resources from which a top-level property takes its value, or, where only the resource's dependencies
   * as a whole are known, of all that it may come from; none when it was written literally.
   */
  dependenciesOf(property: string): readonly string[];
}

/** What a rule about the whole stack sees. */
export interface StackView {
  readonly resources: readonly ResourceView[];
  /** All resources of a type, in any API version. */
  ofType(...patterns: readonly TypePattern[]): readonly ResourceView[];
}

/** The parts of which a {@link ResourceView} is made. */
export interface ResourceParts {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Plain inputs, or the unknown-checking proxy of them. */
  readonly inputs: unknown;
  readonly secretPaths?: ReadonlySet<string>;
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
}

/** Builds what a rule sees of one resource. */
export function viewOf(parts: ResourceParts): ResourceView {
  const { urn, type, name, inputs, secretPaths, dependencies = {} } = parts;
  return {
    urn,
    type,
    name,
    kind: parseResourceType(type),
    props: Property.root(inputs, secretPaths),
    dependenciesOf: (property) =>
      (Object.hasOwn(dependencies, property) ? dependencies[property] : undefined) ?? [],
  };
}

/** Builds what a stack rule sees. */
export function stackViewOf(resources: readonly ResourceView[]): StackView {
  return {
    resources,
    ofType: (...patterns) =>
      resources.filter(({ kind }) => patterns.some((pattern) => matchesType(pattern, kind))),
  };
}
