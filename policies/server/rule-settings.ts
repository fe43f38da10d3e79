import type * as Analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import { ParameterValues } from "../parameters.ts";
import type { OnUnknown, Rule } from "../rule.ts";
import { levelUnder, onUnknownUnder } from "../settings/policy-settings.ts";
import type { PolicySettings, SettableLevel } from "../settings/policy-settings.ts";
import type { WireConfiguration } from "./wire/configuration.ts";

/** What holds for a rule in this run: what the policy file says, and over it what the engine configures. */
export interface RuleSettings {
  readonly level: SettableLevel;
  readonly onUnknown: OnUnknown;
  readonly parameters: ParameterValues;
}

/** What a rule is set to as long as the engine configures nothing. */
export function defaultSettings(rule: Rule, settings: PolicySettings): RuleSettings {
  const level = levelUnder(settings, rule);
  return {
    level,
    onUnknown: onUnknownUnder(settings, rule, level),
    parameters: new ParameterValues(rule.parameters, settings.parameters?.[rule.id]),
  };
}

/** What the engine configures for a rule; it has checked it against {@link settingsSchema}. */
export function configuredSettings(
  rule: Rule,
  settings: PolicySettings,
  { enforcementLevel, properties: { onUnknown, ...parameters } }: WireConfiguration,
): RuleSettings {
  const level = levelFrom(enforcementLevel);
  return {
    level,
    onUnknown:
      onUnknown === "advise" || onUnknown === "violate" ? onUnknown : onUnknownUnder(settings, rule, level),
    parameters: new ParameterValues(rule.parameters, { ...settings.parameters?.[rule.id], ...parameters }),
  };
}

/**
 * JSON schema of what can be configured for a rule besides its level. The defaults are what holds already, because the engine sends
 * them back as if they were configured.
 */
export function settingsSchema(
  rule: Rule,
  { onUnknown, parameters }: RuleSettings,
): Readonly<Record<string, unknown>> {
  return {
    onUnknown: {
      type: "string",
      enum: ["advise", "violate"],
      default: onUnknown,
      description:
        "What a value that is not known at preview means: an advisory, or a violation of the rule.",
    },
    ...Object.fromEntries(
      Object.entries(rule.parameters ?? {}).map(([name, parameter]) => [
        name,
        { ...parameter, default: parameters.value(name) },
      ]),
    ),
  };
}

/** The engine's number of a level. */
export function levelNumber(level: SettableLevel): Analyzer.EnforcementLevel {
  const { ADVISORY, MANDATORY, DISABLED, REMEDIATE } = analyzerPb.EnforcementLevel;
  return { advisory: ADVISORY, mandatory: MANDATORY, disabled: DISABLED, remediate: REMEDIATE }[level];
}

function levelFrom(number: number): SettableLevel {
  return levelsByNumber.get(number) ?? "mandatory";
}

const levelsByNumber: ReadonlyMap<number, SettableLevel> = new Map([
  [analyzerPb.EnforcementLevel.ADVISORY, "advisory"],
  [analyzerPb.EnforcementLevel.DISABLED, "disabled"],
  [analyzerPb.EnforcementLevel.REMEDIATE, "remediate"],
]);
