/** Inputs by type. What is not set, and what has another type, which the checks have refused by then, is `undefined`. */
import type { PlainMap } from "../provider/values.ts";

/** A whole number. */
export function integer(inputs: PlainMap, name: string): number | undefined {
  const value = inputs[name];
  return typeof value === "number" ? value : undefined;
}

/** A text. */
export function text(inputs: PlainMap, name: string): string | undefined {
  const value = inputs[name];
  return typeof value === "string" ? value : undefined;
}

/** Whether the input is true. */
export function truth(inputs: PlainMap, name: string): boolean {
  return inputs[name] === true;
}

/** The texts of a list. */
export function texts(inputs: PlainMap, name: string): string[] {
  const value = inputs[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
