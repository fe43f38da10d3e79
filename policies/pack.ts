import type { Rule } from "./rule.ts";
import type { PolicySettings } from "./settings/policy-settings.ts";

/** A set of rules that the engine loads under one name. */
export interface Pack {
  /** Letters, digits, hyphens, underscores and periods; at most 100 characters. */
  readonly name: string;
  readonly version: string;
  readonly displayName: string;
  readonly description: string;
  readonly rules: readonly Rule[];
  /** What holds where the program's policy file says nothing. Default: the baseline. */
  readonly settings?: PolicySettings;
}
