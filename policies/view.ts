import { Property } from "./property.ts";
import { matchesType, parseResourceType } from "./resource-type.ts";
import type { ResourceType, TypePattern } from "./resource-type.ts";
import type { ExemptionUse } from "./settings/exemption-book.ts";

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
  readonly options: ResourceOptions;
  /**
   * The URNs of the resources from which a top-level property takes its value, or, where only the resource's dependencies
   * as a whole are known, of all that it may come from; none when it was written literally.
   */
  dependenciesOf(property: string): readonly string[];
}

/** What the program says of a resource besides its inputs. */
export interface ResourceOptions {
  readonly protect: boolean;
  /** Property paths as the program wrote them. */
  readonly ignoreChanges: readonly string[];
  readonly deleteBeforeReplace: boolean;
  readonly additionalSecretOutputs: readonly string[];
}

/** What a rule about the whole stack sees. */
export interface StackView {
  readonly resources: readonly ResourceView[];
  /** The exemptions that concern the stack, as far as they have been used. */
  readonly exemptions: readonly ExemptionUse[];
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
  /** What is left out was not said. */
  readonly options?: Partial<ResourceOptions>;
}

const noOptions: ResourceOptions = {
  protect: false,
  ignoreChanges: [],
  deleteBeforeReplace: false,
  additionalSecretOutputs: [],
};

/** Builds what a rule sees of one resource. */
export function viewOf(parts: ResourceParts): ResourceView {
  const { urn, type, name, inputs, secretPaths, dependencies = {}, options } = parts;
  return {
    urn,
    type,
    name,
    kind: parseResourceType(type),
    props: Property.root(inputs, secretPaths),
    options: options === undefined ? noOptions : { ...noOptions, ...options },
    dependenciesOf: (property) =>
      (Object.hasOwn(dependencies, property) ? dependencies[property] : undefined) ?? [],
  };
}

/** Builds what a stack rule sees. */
export function stackViewOf(
  resources: readonly ResourceView[],
  exemptions: readonly ExemptionUse[] = [],
): StackView {
  // Rules ask for the same types again and again, for each resource that they judge.
  const found = new Map<string, readonly ResourceView[]>();
  return {
    resources,
    exemptions,
    ofType: (...patterns) => {
      const key = patterns.join(" ");
      const known = found.get(key);
      if (known !== undefined) return known;
      const matching = resources.filter(({ kind }) => patterns.some((pattern) => matchesType(pattern, kind)));
      found.set(key, matching);
      return matching;
    },
  };
}
