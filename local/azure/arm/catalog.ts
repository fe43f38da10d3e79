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
}

/** Resources whose path starts with any other resource's id. */
export function isScoped(type: ResourceType): boolean {
  return type.path.startsWith("/{scope}/") || type.path.startsWith("/{resourceUri}/");
}

/** Id of the resource that contains one of this type: fixed segments such as `blobServices/default` are no resource of their own. */
export function containerIdOf(type: ResourceType, id: string): string {
  const template = type.path.split("/");
  let length = template.length - 2;
  while (length > 5 && !template[length - 1]?.startsWith("{")) length -= 2;
  return id
    .split("/")
    .slice(0, length - template.length)
    .join("/");
}

/** Whether the resource is contained in another one, and that one in a resource group. */
export function isNested(type: ResourceType): boolean {
  return !isScoped(type) && templateType(type.path).split("/").length > 2;
}
