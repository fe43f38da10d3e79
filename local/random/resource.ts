/** What the package's resource types have in common. */
import { ProviderError } from "../provider/errors.ts";
import type { CheckFailure } from "../provider/implementation.ts";
import type { ResourceSpec } from "../provider/package-schema.ts";
import type { PropertySpecs } from "../provider/property-spec.ts";
import type { PlainMap } from "../provider/values.ts";

/** A value that exists. */
export interface Generated {
  readonly id: string;
  /** Outputs besides the repeated inputs. */
  readonly values: PlainMap;
}

/** A value that was made elsewhere, and what it would have been made from. */
export interface Imported extends Generated {
  readonly inputs: PlainMap;
}

/** One resource type. Every change of an input replaces: that is what makes a new value. */
export interface RandomResource extends ResourceSpec {
  /** What {@link PropertySpecs} cannot say of the inputs. Called with what is known of them, with defaults, when each is right by itself. */
  validate?(inputs: PlainMap): CheckFailure[];
  generate(inputs: PlainMap): Promise<Generated>;
  /** Reads an import id; throws an {@link ImportIdError} when it does not have the form. */
  fromImport?(id: string): Promise<Imported>;
}

/** Arbitrary texts that make a new value when they change. */
export const keepers: PropertySpecs = { keepers: { type: { map: "string" } } };

/** The inputs, as outputs: what has a default is always there. */
export function repeated(inputs: PropertySpecs): PropertySpecs {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { type, required, default: value }]) => [
      name,
      { type, required: required === true || value !== undefined },
    ]),
  );
}

/** An import id that does not have the form that its resource type asks for; the message says which. */
export class ImportIdError extends ProviderError {
  constructor(message: string) {
    super(message, "invalid-argument");
    this.name = "ImportIdError";
  }
}
