import type * as Analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import type { Pack } from "../pack.ts";
import type { Rule, Severity } from "../rule.ts";
import type { PolicySettings } from "../settings/policy-settings.ts";
import { defaultSettings, levelNumber, settingsSchema } from "./rule-settings.ts";
import type { RuleSettings } from "./rule-settings.ts";
import type { WirePack, WirePolicy } from "./wire/analyzer-info.ts";

/** What the engine asks a pack first: its name, its rules, and what can be configured. */
export function analyzerInfo(
  { name, version, displayName, description, rules }: Pack,
  settings: PolicySettings,
): WirePack {
  const policies = rules.map((rule) => policyInfo(rule, defaultSettings(rule, settings)));
  return { name, version, displayName, description, policies };
}

/** The line that the engine prints above a violation: the rule's title. */
export function headline(rule: Rule): string {
  return `${rule.title}.`;
}

/** The engine's number of a severity. */
export function severityNumber(severity: Severity): Analyzer.PolicySeverity {
  const numbers = analyzerPb.PolicySeverity;
  return {
    low: numbers.POLICY_SEVERITY_LOW,
    medium: numbers.POLICY_SEVERITY_MEDIUM,
    high: numbers.POLICY_SEVERITY_HIGH,
    critical: numbers.POLICY_SEVERITY_CRITICAL,
  }[severity];
}

function policyInfo(rule: Rule, settings: RuleSettings): WirePolicy {
  const { POLICY_TYPE_RESOURCE, POLICY_TYPE_STACK } = analyzerPb.PolicyType;
  return {
    name: rule.id,
    displayName: rule.title,
    description: headline(rule),
    enforcementLevel: levelNumber(settings.level),
    severity: severityNumber(rule.severity),
    type: rule.scope === "stack" ? POLICY_TYPE_STACK : POLICY_TYPE_RESOURCE,
    tags: [rule.id.split("-", 1)[0] ?? rule.id],
    remediationSteps: rule.remediation,
    url: rule.references.docs[0] ?? "",
    settings: settingsSchema(rule, settings),
  };
}
