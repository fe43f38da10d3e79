import { matchId, templateType } from "./arm-id.ts";
import type { ResourceType } from "./resource-type.ts";

/** The resource types that the local Azure knows. */
export class Catalog {
  readonly #byToken = new Map<string, ResourceType>();

  constructor(types: readonly ResourceType[]) {
    for (const type of types) {
      if (this.#byToken.has(type.token)) throw new Error(`${type.token} is described twice`);
      this.#byToken.set(type.token, type);
    }
  }

  find(token: string): ResourceType | undefined {
    return this.#byToken.get(token);
  }

  all(): ResourceType[] {
    return [...this.#byToken.values()];
  }

  /** The type that an id is of. */
  ofId(id: string): ResourceType | undefined {
    return this.all().find((type) => matchId(type.path, id) !== undefined);
  }

  /** The type that contains resources of this one; undefined for resource groups and scoped resources. */
  containerOf(type: ResourceType): ResourceType | undefined {
    const segments = type.path.split("/");
    const container = segments.slice(0, -2).join("/");
    return this.all().find((candidate) => sameTemplate(candidate.path, container));
  }
}

/** Resources whose path starts with any other resource's id. */
export function isScoped(type: ResourceType): boolean {
  return type.path.startsWith("/{scope}/") || type.path.startsWith("/{resourceUri}/");
}

/** Whether the resource is contained in another one, and that one in a resource group. */
export function isNested(type: ResourceType): boolean {
  return !isScoped(type) && templateType(type.path).split("/").length > 2;
}

function sameTemplate(one: string, other: string): boolean {
  return templateType(one) === templateType(other);
}
