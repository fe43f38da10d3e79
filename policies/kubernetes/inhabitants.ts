import { knownValue } from "../known-value.ts";
import type { ResourceView } from "../view.ts";
import { livesIn, nameOfNamespace, namespaceOf } from "./namespace.ts";

/** Finds what lives in namespaces, without asking every object about every namespace. */
export class Inhabitants {
  readonly #byName = new Map<string, ResourceView[]>();
  readonly #byUrn = new Map<string, ResourceView[]>();
  /** Objects whose namespace is not known at preview. */
  readonly #elsewhere: ResourceView[] = [];

  constructor(objects: readonly ResourceView[]) {
    for (const object of objects) {
      for (const urn of object.dependenciesOf("metadata")) add(this.#byUrn, urn, object);
      const namespace = object.props.at("metadata.namespace");
      if (namespace.isSet && knownValue(namespace) === undefined) this.#elsewhere.push(object);
      else add(this.#byName, namespaceOf(object), object);
    }
  }

  /** The objects that live in the namespace that this resource creates. */
  of(namespace: ResourceView): readonly ResourceView[] {
    const dependent = this.#byUrn.get(namespace.urn) ?? [];
    const name = nameOfNamespace(namespace);
    const named = name === undefined ? [] : (this.#byName.get(name) ?? []);
    const found = new Set([...dependent, ...named]);
    const others = this.#elsewhere.filter((object) => !found.has(object) && livesIn(object, namespace));
    return [...found, ...others];
  }
}

function add(map: Map<string, ResourceView[]>, key: string, object: ResourceView): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [object]);
  else there.push(object);
}
