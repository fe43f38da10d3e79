import type { Finding } from "./finding.ts";
import type { Property } from "./property.ts";
import { isPlaceholder, namesSecret, readsAsSecret } from "./secret-text.ts";
import { UnknownValueError } from "./unknown.ts";

/** Deeper than any resource is; odd input may be. */
const deepest = 20;

/** Finds texts that are secrets, by their names or by what they look like, and that Pulumi does not know to be. */
export function* plainSecrets(property: Property, name = "", depth = 0): Iterable<Finding> {
  const value = readIfKnown(property);
  if (value === undefined || property.isSecret || depth > deepest) return;
  if (typeof value === "string") {
    if (isPlaceholder(value) || !(namesSecret(name) || readsAsSecret(value))) return;
    yield {
      path: property.path,
      message: `${property.path} reads as a secret that stands in plain text; it must be a Pulumi secret`,
    };
    return;
  }
  for (const item of property.items()) yield* plainSecrets(item, name, depth + 1);
  // In a list of settings, as in environment variables, the name stands beside the value.
  const named = readIfKnown(property.child("name"));
  for (const [key, child] of property.entries()) {
    const isValue = key === "value" && typeof named === "string";
    yield* plainSecrets(child, isValue ? named : key, depth + 1);
  }
}

/** What is not known at preview was not written by the program, and so does not leave this undecided. */
function readIfKnown(property: Property): unknown {
  try {
    return property.value;
  } catch (error) {
    if (error instanceof UnknownValueError) return undefined;
    throw error;
  }
}
