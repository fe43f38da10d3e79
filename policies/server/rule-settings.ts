import type * as Analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import type { EnforcementLevel, OnUnknown, Rule } from "../rule.ts";

/** What holds for a rule in this run: its own defaults, or what the pack's configuration says. */
export interface RuleSettings {
  readonly level: EnforcementLevel;
  readonly onUnknown: OnUnknown;
}

/** What a rule is set to as long as nobody configures it. */
export function defaultSettings(rule: Rule): RuleSettings {
  return { level: rule.enforcement, onUnknown: rule.onUnknown };
}

/** What the engine configures for a rule; it has checked it against {@link settingsSchema}. */
export function configuredSettings(rule: Rule, config: Analyzer.PolicyConfig): RuleSettings {
  const onUnknown = config.getProperties()?.toJavaScript()["onUnknown"];
  return {
    level: levelFrom(config.getEnforcementlevel()),
    onUnknown: onUnknown === "advise" || onUnknown === "violate" ? onUnknown : rule.onUnknown,
  };
}

/** JSON schema of what can be configured for a rule besides its level. */
export function settingsSchema(rule: Rule) {
  return {
    onUnknown: {
      type: "string",
      enum: ["advise", "violate"],
      default: rule.onUnknown,
      description:
        "What a value that is not known at preview means: an advisory, or a violation of the rule.",
    },
  };
}

/** The engine's number of a level. */
export function levelNumber(level: EnforcementLevel): Analyzer.EnforcementLevel {
  const { ADVISORY, MANDATORY, DISABLED } = analyzerPb.EnforcementLevel;
  return { advisory: ADVISORY, mandatory: MANDATORY, disabled: DISABLED }[level];
}

function levelFrom(number: Analyzer.EnforcementLevel): EnforcementLevel {
  const { ADVISORY, DISABLED } = analyzerPb.EnforcementLevel;
  if (number === ADVISORY) return "advisory";
  // "remediate" is what remains, and without a remediation it means mandatory.
  return number === DISABLED ? "disabled" : "mandatory";
}
