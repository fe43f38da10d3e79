import type { Rule } from "./rule.ts";

/** A set of rules that the engine loads under one name. */
export interface Pack {
  /** Letters, digits, hyphens, underscores and periods; at most 100 characters. */
  readonly name: string;
  readonly version: string;
  readonly displayName: string;
  readonly description: string;
  readonly rules: readonly Rule[];
}
