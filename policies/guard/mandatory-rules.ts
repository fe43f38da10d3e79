import type { EnforcementLevel, Rule } from "../rule.ts";
import { levelUnder } from "../settings/policy-settings.ts";
import type { PolicySettings } from "../settings/policy-settings.ts";

/**
 * The rules that the guard enforces: those that are mandatory in the chosen pack, unless the policy file or `levels` says otherwise. Rules
 * that are to repair what they find are among them, because the guard repairs nothing.
 *
 * @param levels by rule id; an id that no rule has is refused
 */
export function mandatoryRules(
  rules: readonly Rule[],
  levels: Readonly<Record<string, EnforcementLevel>>,
  settings: PolicySettings = {},
): readonly Rule[] {
  const ids = new Set(rules.map(({ id }) => id));
  for (const id of Object.keys(levels)) {
    if (!ids.has(id))
      throw new Error(`levels names the rule ${JSON.stringify(id)}, which the policy pack does not have`);
  }
  return rules.filter((rule) => {
    const level = levels[rule.id] ?? levelUnder(settings, rule);
    return level === "mandatory" || level === "remediate";
  });
}
