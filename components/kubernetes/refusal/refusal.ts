import * as pulumi from "@pulumi/pulumi";

/** One argument of a component that cannot be used, and what to write instead. */
export interface Refusal {
  /** Path of the argument, such as `route.path`. */
  readonly property: string;
  /** The value as it was given. */
  readonly value: unknown;
  /** What is accepted, as a noun phrase. */
  readonly allowed: string;
  /** What to do, as a sentence. */
  readonly remedy: string;
}

function reason({ value, allowed, remedy }: Refusal): string {
  const shown = value === undefined ? "nothing" : JSON.stringify(value);
  return `${shown} is refused: it must be ${allowed}. ${remedy}`;
}

/**
 * Throws one error that names every refused argument of a component; does nothing when there is none. It is called
 * before the component registers anything, so a mistake leaves no trace in the stack.
 */
export function throwIfRefused(component: string, name: string, refusals: readonly Refusal[]): void {
  if (refusals.length === 0) {
    return;
  }
  const errors = refusals.map((refusal) => ({ propertyPath: refusal.property, reason: reason(refusal) }));
  const lines = errors.map((error) => `  ${error.propertyPath}: ${error.reason}`);
  throw new pulumi.InputPropertiesError({
    message: `${component} "${name}" cannot be made from these arguments:\n${lines.join("\n")}`,
    errors,
  });
}
