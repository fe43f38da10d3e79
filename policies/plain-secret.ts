import type { Finding } from "./finding.ts";
import { knownValue } from "./known-value.ts";
import type { Property } from "./property.ts";
import { isPlaceholder, namesSecret, readsAsSecret } from "./secret-text.ts";

/** Deeper than any resource is; odd input may be. */
const deepest = 20;

/** Finds texts that are secrets, by their names or by what they look like, and that Pulumi does not know to be. */
export function* plainSecrets(property: Property, name = "", depth = 0): Iterable<Finding> {
  // What is not known at preview was not written by the program.
  const value = knownValue(property);
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
  const named = knownValue(property.child("name"));
  for (const [key, child] of property.entries()) {
    const isValue = key === "value" && typeof named === "string";
    yield* plainSecrets(child, isValue ? named : key, depth + 1);
  }
}
