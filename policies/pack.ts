import type { PolicyConfigSchema, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { applies, evaluateResource, evaluateStack } from "./evaluate.ts";
import type { Evaluation } from "./evaluate.ts";
import type { Finding } from "./finding.ts";
import { undecidedMessage, violationMessage } from "./message.ts";
import type { OnUnknown, ResourceRule, Rule, StackRule } from "./rule.ts";
import { stackViewOf, viewOf } from "./view.ts";

/** The name of the pack, as the engine reports it. */
export const packName = "azure-platform-policies";

/** A policy as `@pulumi/policy` takes it. */
export type Policy = ResourceValidationPolicy | StackValidationPolicy;

/** Makes the policy that the engine evaluates out of a rule. */
export function policyOf(rule: Rule): Policy {
  return rule.scope === "resource" ? resourcePolicy(rule) : stackPolicy(rule);
}

interface RuleConfiguration {
  readonly onUnknown?: OnUnknown;
}

function resourcePolicy(rule: ResourceRule): ResourceValidationPolicy {
  return {
    ...metadata(rule),
    validateResource(args, reportViolation) {
      const resource = viewOf({ urn: args.urn, type: args.type, name: args.name, inputs: args.props });
      if (!applies(rule, resource)) return;
      const { onUnknown } = args.getConfig<RuleConfiguration>();
      report(rule, evaluateResource(rule, resource), onUnknown, (message) => reportViolation(message));
    },
  };
}

function stackPolicy(rule: StackRule): StackValidationPolicy {
  return {
    ...metadata(rule),
    validateStack(args, reportViolation) {
      const resources = args.resources.map((resource) =>
        viewOf({
          urn: resource.urn,
          type: resource.type,
          name: resource.name,
          inputs: resource.props,
          dependencies: Object.fromEntries(
            Object.entries(resource.propertyDependencies).map(([property, dependencies]) => [
              property,
              dependencies.map(({ urn }) => urn),
            ]),
          ),
        }),
      );
      const { onUnknown } = args.getConfig<RuleConfiguration>();
      report(rule, evaluateStack(rule, stackViewOf(resources)), onUnknown, reportViolation);
    },
  };
}

function metadata(rule: Rule) {
  return {
    name: rule.id,
    // The engine prints the description above each violation, so that the title serves better than the reasons.
    description: `${rule.title}.`,
    displayName: rule.title,
    severity: rule.severity,
    enforcementLevel: rule.enforcement,
    remediationSteps: rule.remediation,
    tags: [serviceOf(rule)],
    url: rule.references.docs[0],
    configSchema: configSchemaOf(rule),
  };
}

function configSchemaOf(rule: Rule): PolicyConfigSchema {
  return {
    properties: {
      onUnknown: {
        type: "string",
        enum: ["advise", "violate"],
        default: rule.onUnknown,
        description:
          "What a value that is not known at preview means: an advisory, or a violation of the rule.",
      },
    },
  };
}

function serviceOf(rule: Rule): string {
  return rule.id.split("-", 1)[0] ?? rule.id;
}

function report(
  rule: Rule,
  { findings, undecided }: Evaluation,
  onUnknown: OnUnknown | undefined,
  reportViolation: (message: string, urn?: string) => void,
): void {
  for (const [urn, ofResource] of byResource(findings)) {
    reportViolation(violationMessage(rule, ofResource), urn);
  }
  if (undecided === undefined) return;
  // @pulumi/policy turns this error into the advisory that the rule could not run during the preview.
  if ((onUnknown ?? rule.onUnknown) === "advise") throw undecided;
  reportViolation(undecidedMessage(rule, undecided));
}

/** Groups what a rule found by the resource that it is about; findings of a resource rule have none. */
export function byResource(
  findings: readonly Finding[],
): ReadonlyMap<string | undefined, readonly Finding[]> {
  const groups = new Map<string | undefined, Finding[]>();
  for (const finding of findings) {
    const urn = finding.resource?.urn;
    groups.set(urn, [...(groups.get(urn) ?? []), finding]);
  }
  return groups;
}
