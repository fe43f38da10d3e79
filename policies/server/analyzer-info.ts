import type * as Analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import structPb from "google-protobuf/google/protobuf/struct_pb.js";
import type { Pack } from "../pack.ts";
import type { Rule, Severity } from "../rule.ts";
import { levelNumber, settingsSchema } from "./rule-settings.ts";

/** What the engine asks a pack first: its name, its rules, and what can be configured. */
export function analyzerInfo({
  name,
  version,
  displayName,
  description,
  rules,
}: Pack): Analyzer.AnalyzerInfo {
  const info = new analyzerPb.AnalyzerInfo();
  info.setName(name);
  info.setVersion(version);
  info.setDisplayname(displayName);
  info.setDescription(description);
  info.setSupportsconfig(true);
  info.setPoliciesList(rules.map(policyInfo));
  return info;
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

function policyInfo(rule: Rule): Analyzer.PolicyInfo {
  const { POLICY_TYPE_RESOURCE, POLICY_TYPE_STACK } = analyzerPb.PolicyType;
  const schema = new analyzerPb.PolicyConfigSchema();
  schema.setProperties(structPb.Struct.fromJavaScript(settingsSchema(rule)));

  const info = new analyzerPb.PolicyInfo();
  info.setName(rule.id);
  info.setDisplayname(rule.title);
  info.setDescription(headline(rule));
  info.setEnforcementlevel(levelNumber(rule.enforcement));
  info.setSeverity(severityNumber(rule.severity));
  info.setPolicyType(rule.scope === "stack" ? POLICY_TYPE_STACK : POLICY_TYPE_RESOURCE);
  info.setTagsList([rule.id.split("-", 1)[0] ?? rule.id]);
  info.setRemediationSteps(rule.remediation);
  info.setUrl(rule.references.docs[0] ?? "");
  info.setConfigschema(schema);
  return info;
}
