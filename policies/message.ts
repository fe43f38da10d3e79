import type { Finding } from "./finding.ts";
import type { Rule } from "./rule.ts";
import type { Exemption } from "./settings/exemption.ts";
import type { UnknownValueError } from "./unknown.ts";

const mostFindingsShown = 5;

/**
 * What a violation says below the rule's title: what was found, one line each, and the remedy. The same text stands in
 * the engine's report and in the guard's.
 */
export function violationMessage(rule: Rule, findings: readonly Finding[]): string {
  const shown = findings.slice(0, mostFindingsShown).map(({ message }) => sentence(message));
  const rest = findings.length - shown.length;
  return [...shown, ...(rest > 0 ? [`And ${rest} more.`] : []), `Remedy: ${rule.remediation}`].join("\n");
}

/** What a rule says that could not be decided, and that its setting makes a violation. */
export function undecidedMessage(rule: Rule, unknown: UnknownValueError): string {
  return [
    `${propertyPath(unknown)} is not known before the update, so that the rule cannot be decided at preview.`,
    `Remedy: give the property a value that depends on no other resource. ${rule.remediation}`,
  ].join("\n");
}

/** The path of the unknown value: `networkProfile.networkPolicy`. */
export function propertyPath(unknown: UnknownValueError): string {
  return unknown.props.map(String).join(".");
}

function sentence(message: string): string {
  return message.endsWith(".") ? message : `${message}.`;
}

/** What is said of a violation that an exemption permits: by whom, why and until when, and what is permitted. */
export function exemptMessage({ owner, reason, expires }: Exemption, message: string): string {
  return `Exempt until ${expires} (${owner}): ${reason}\n${message}`;
}
