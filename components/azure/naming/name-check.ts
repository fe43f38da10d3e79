import type { Refusal } from "../refusals/refusal.ts";
import type { NameRule } from "./name-rules.ts";

/** Refuses a given name that Azure would refuse; an absent one passes. */
export function acceptableName(property: string, value: string | undefined, rule: NameRule): Refusal[] {
  if (value === undefined || rule.pattern.test(value)) {
    return [];
  }
  return [
    {
      property,
      value,
      allowed: `a ${rule.subject} name of ${rule.minLength} to ${rule.maxLength} characters that matches ${rule.pattern.source}`,
      remedy: "Choose another name, or leave it out for one derived from project and stack.",
    },
  ];
}
