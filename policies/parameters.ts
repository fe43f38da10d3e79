/** A figure or a list in a rule that a user may set; in the words of JSON schema, because the engine checks it by that. */
export type Parameter =
  | {
      readonly type: "integer";
      readonly description: string;
      readonly default: number;
      readonly minimum?: number;
      readonly maximum?: number;
    }
  | { readonly type: "boolean"; readonly description: string; readonly default: boolean }
  | {
      readonly type: "string";
      readonly description: string;
      readonly default: string;
      readonly enum?: readonly string[];
    }
  | {
      readonly type: "array";
      readonly description: string;
      readonly items: { readonly type: "string" };
      readonly default: readonly string[];
    };

/** The parameters of a rule, by name. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** What a rule's parameters are set to. Asking for one that the rule does not declare, or as another type, is a mistake in the rule. */
export class ParameterValues {
  readonly #declared: Parameters;
  readonly #set: Readonly<Record<string, unknown>>;

  /** @param set by name; what is absent, or of another type than declared, takes the default */
  constructor(declared: Parameters = {}, set: Readonly<Record<string, unknown>> = {}) {
    this.#declared = declared;
    this.#set = set;
  }

  integer(name: string): number {
    const declared = this.#declaration(name);
    if (declared.type !== "integer") throw undeclared(name, "integer");
    const value = this.#set[name];
    return typeof value === "number" && Number.isInteger(value) ? value : declared.default;
  }

  boolean(name: string): boolean {
    const declared = this.#declaration(name);
    if (declared.type !== "boolean") throw undeclared(name, "boolean");
    const value = this.#set[name];
    return typeof value === "boolean" ? value : declared.default;
  }

  string(name: string): string {
    const declared = this.#declaration(name);
    if (declared.type !== "string") throw undeclared(name, "string");
    const value = this.#set[name];
    return typeof value === "string" ? value : declared.default;
  }

  strings(name: string): readonly string[] {
    const declared = this.#declaration(name);
    if (declared.type !== "array") throw undeclared(name, "array");
    const value = this.#set[name];
    return Array.isArray(value) && value.every((element) => typeof element === "string")
      ? value
      : declared.default;
  }

  /** The value of any parameter. */
  value(name: string): number | boolean | string | readonly string[] {
    switch (this.#declaration(name).type) {
      case "integer":
        return this.integer(name);
      case "boolean":
        return this.boolean(name);
      case "string":
        return this.string(name);
      case "array":
        return this.strings(name);
    }
  }

  #declaration(name: string): Parameter {
    const declared = Object.hasOwn(this.#declared, name) ? this.#declared[name] : undefined;
    if (declared === undefined) throw undeclared(name, "parameter");
    return declared;
  }
}

function undeclared(name: string, type: string): TypeError {
  return new TypeError(`the rule declares no ${type} ${JSON.stringify(name)}`);
}
