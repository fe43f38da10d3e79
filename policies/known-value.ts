import type { Property } from "./property.ts";
import { UnknownValueError } from "./unknown.ts";

/** The value where it is known, and undefined where it is not; for rules that an unknown value does not leave undecided. */
export function knownValue(property: Property): unknown {
  try {
    return property.value;
  } catch (error) {
    if (error instanceof UnknownValueError) return undefined;
    throw error;
  }
}
