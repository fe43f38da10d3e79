import type { Finding } from "./finding.ts";

/** A scalar that a rule can ask for. */
export type Scalar = string | number | boolean;

/**
 * One place in a resource's inputs: a path, and the value that may or may not be there.
 *
 * Reading is safe on input of any shape: what is absent, null or of another type reads as `undefined` or as an empty
 * list. Nothing is read before it is asked for, so that a rule depends only on what it looks at; reading a value that is
 * unknown at preview throws `UnknownValueError`, which the evaluation turns into "undecided".
 */
export class Property {
  /** The path from the resource's inputs, such as `agentPoolProfiles[0].osType`; empty for the inputs themselves. */
  readonly path: string;
  readonly #container: unknown;
  readonly #key: string | number | undefined;
  readonly #secretPaths: ReadonlySet<string>;
  // Hundreds of rules walk the same paths, and what is read through the proxy is read slowly.
  readonly #children = new Map<string | number, Property>();
  #read = false;
  #value: unknown;

  private constructor(
    container: unknown,
    key: string | number | undefined,
    path: string,
    secretPaths: ReadonlySet<string>,
  ) {
    this.#container = container;
    this.#key = key;
    this.path = path;
    this.#secretPaths = secretPaths;
  }

  /**
   * The inputs of a resource.
   *
   * @param inputs a plain object, or the unknown-checking proxy of one
   * @param secretPaths the paths whose values are Pulumi secrets, where that is known; their values are never shown
   */
  static root(inputs: unknown, secretPaths: ReadonlySet<string> = noPaths): Property {
    return new Property(inputs, undefined, "", secretPaths);
  }

  /** The value as it is; `undefined` when it is absent or null. */
  get value(): unknown {
    if (!this.#read) {
      // An unknown value throws, here and whenever it is asked for again.
      this.#value = this.#readValue();
      this.#read = true;
    }
    return this.#value;
  }

  #readValue(): unknown {
    const container = this.#container;
    if (this.#key === undefined) return container ?? undefined;
    if (!isContainer(container) || !Object.hasOwn(container, this.#key)) return undefined;
    const value: unknown = Reflect.get(container, this.#key);
    return value ?? undefined;
  }

  #childOf(container: unknown, key: string | number): Property {
    let child = this.#children.get(key);
    if (child === undefined) {
      child = new Property(container, key, joinPath(this.path, key), this.#secretPaths);
      this.#children.set(key, child);
    }
    return child;
  }

  /** Whether there is a value. An unknown value counts: it is there, only not yet known. */
  get isSet(): boolean {
    try {
      return this.value !== undefined;
    } catch {
      return true;
    }
  }

  /** The property at a dotted path below this one: `networkProfile.networkPolicy`. */
  at(dottedPath: string): Property {
    return dottedPath.split(".").reduce<Property>((property, name) => property.child(name), this);
  }

  /** The property with exactly this name below this one; for names that contain dots, such as annotations. */
  child(name: string | number): Property {
    return this.#children.get(name) ?? this.#childOf(this.value, name);
  }

  /** The property with this name below this one, in whichever letter case it is written; for keys Azure reads that way. */
  childIgnoringCase(name: string): Property {
    const wanted = name.toLowerCase();
    return this.entries().find(([key]) => key.toLowerCase() === wanted)?.[1] ?? this.child(name);
  }

  /** The elements of a list; none when the value is not a list. */
  items(): Property[] {
    const list = this.value;
    if (!Array.isArray(list)) return [];
    return Array.from({ length: list.length }, (_, index) => this.#childOf(list, index));
  }

  /** The names and properties of an object; none when the value is not an object. */
  entries(): [string, Property][] {
    const object = this.value;
    if (!isContainer(object) || Array.isArray(object)) return [];
    return Object.keys(object).map((key) => [key, this.#childOf(object, key)]);
  }

  /** Whether the value, or one that holds it, is a Pulumi secret, so that state and reports hide it. */
  get isSecret(): boolean {
    for (const secretPath of this.#secretPaths) {
      if (this.path === secretPath || this.path.startsWith(`${secretPath}.`)) return true;
      if (this.path.startsWith(`${secretPath}[`)) return true;
    }
    return false;
  }

  /** The value when it is a string. */
  get string(): string | undefined {
    const value = this.value;
    return typeof value === "string" ? value : undefined;
  }

  /** The value when it is a number, or a string that is one, as in YAML and in port lists. */
  get number(): number | undefined {
    const value = this.value;
    if (typeof value === "number") return value;
    if (typeof value !== "string" || value.trim() === "") return undefined;
    const number = Number(value);
    return Number.isFinite(number) ? number : undefined;
  }

  /** Whether the value is one of these. Strings are compared without regard to case, as Azure compares its enumerations. */
  is(...expected: readonly Scalar[]): boolean {
    const value = this.value;
    return expected.some((scalar) =>
      typeof scalar === "string" && typeof value === "string"
        ? scalar.toLowerCase() === value.toLowerCase()
        : scalar === value,
    );
  }

  /** What was found here, in words that may be printed: `is absent`, `is "Enabled"`, `is a list of 2`, `is a secret`. */
  get found(): string {
    if (this.isSecret) return "is a secret";
    const value = this.value;
    if (value === undefined) return "is absent";
    if (typeof value === "string") return `is ${JSON.stringify(shorten(value))}`;
    if (typeof value === "number" || typeof value === "boolean") return `is ${String(value)}`;
    if (Array.isArray(value)) return value.length === 0 ? "is an empty list" : `is a list of ${value.length}`;
    return "is an object";
  }

  /**
   * A finding about this property.
   *
   * @param expectation completes the sentence "`path` is …, …": `must be true`
   */
  violates(expectation: string): Finding {
    return { path: this.path, message: `${this.path} ${this.found}; it ${expectation}` };
  }
}

const noPaths: ReadonlySet<string> = new Set();
const longestShownString = 120;

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function joinPath(parent: string, key: string | number): string {
  if (typeof key === "number") return `${parent}[${key}]`;
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${parent}[${JSON.stringify(key)}]`;
  return parent === "" ? key : `${parent}.${key}`;
}

function shorten(text: string): string {
  return text.length <= longestShownString ? text : `${text.slice(0, longestShownString)}…`;
}
