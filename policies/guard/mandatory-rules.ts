import type { EnforcementLevel, Rule } from "../rule.ts";

/**
 * The rules that the guard enforces: those that are mandatory by themselves, unless `levels` says otherwise.
 *
 * @param levels by rule id; an id that no rule has is refused
 */
export function mandatoryRules(
  rules: readonly Rule[],
  levels: Readonly<Record<string, EnforcementLevel>>,
): readonly Rule[] {
  const ids = new Set(rules.map(({ id }) => id));
  for (const id of Object.keys(levels)) {
    if (!ids.has(id))
      throw new Error(`levels names the rule ${JSON.stringify(id)}, which the policy pack does not have`);
  }
  return rules.filter(({ id, enforcement }) => (levels[id] ?? enforcement) === "mandatory");
}
