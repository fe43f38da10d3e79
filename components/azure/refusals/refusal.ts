import * as pulumi from "@pulumi/pulumi";

/** One argument that a component does not accept. */
export interface Refusal {
  /** Path of the property, such as `systemPool.minCount`. */
  readonly property: string;
  /** The value as given. Never a secret: it is printed. */
  readonly value: unknown;
  /** What is accepted. */
  readonly allowed: string;
  /** What the user can do about it. */
  readonly remedy: string;
}

function describe(refusal: Refusal): string {
  const value = refusal.value === undefined ? "missing" : JSON.stringify(refusal.value);
  return `${refusal.property} is ${value}; allowed: ${refusal.allowed}. ${refusal.remedy}`;
}

/**
 * Throws one {@link pulumi.InputPropertiesError} that lists every refusal; does nothing when there is none.
 * A component calls it before `super`, so that nothing is registered when an argument is wrong.
 */
export function refuse(component: string, name: string, refusals: readonly Refusal[]): void {
  if (refusals.length === 0) {
    return;
  }
  const lines = refusals.map((refusal) => `  - ${describe(refusal)}`);
  throw new pulumi.InputPropertiesError({
    message: [`${component} "${name}" cannot be created:`, ...lines].join("\n"),
    errors: refusals.map((refusal) => ({
      propertyPath: refusal.property,
      reason: `${component} "${name}": ${describe(refusal)}`,
    })),
  });
}
