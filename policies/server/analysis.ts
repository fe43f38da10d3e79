import type * as Analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import { evaluateResource, evaluateStack } from "../evaluate.ts";
import type { Evaluation } from "../evaluate.ts";
import { byResource } from "../finding.ts";
import { undecidedMessage, violationMessage } from "../message.ts";
import type { Pack } from "../pack.ts";
import { matchesType, parseResourceType } from "../resource-type.ts";
import type { EnforcementLevel, ResourceRule, Rule, StackRule } from "../rule.ts";
import { stackViewOf } from "../view.ts";
import { headline, severityNumber } from "./analyzer-info.ts";
import { analyzedResource, stackResource } from "./received-resource.ts";
import { configuredSettings, defaultSettings, levelNumber } from "./rule-settings.ts";
import type { RuleSettings } from "./rule-settings.ts";

/** The rules about resources, parted by whether they have anything to say about a type. */
interface TypeRules {
  readonly applicable: readonly ResourceRule[];
  readonly others: readonly Analyzer.PolicyNotApplicable[];
}

/** Evaluates a pack's rules on what the engine sends, under what the engine configured. */
export class Analysis {
  readonly #pack: Pack;
  readonly #resourceRules: readonly ResourceRule[];
  readonly #stackRules: readonly StackRule[];
  readonly #byType = new Map<string, TypeRules>();
  #settings = new Map<string, RuleSettings>();

  constructor(pack: Pack) {
    this.#pack = pack;
    this.#resourceRules = pack.rules.filter((rule) => rule.scope === "resource");
    this.#stackRules = pack.rules.filter((rule) => rule.scope === "stack");
  }

  /** Takes levels and parameters from the engine; a rule that is not named goes back to its defaults. */
  configure(request: Analyzer.ConfigureAnalyzerRequest): void {
    const configured = request.getPolicyconfigMap();
    this.#settings = new Map(
      this.#pack.rules.flatMap((rule) => {
        const config = configured.get(rule.id);
        return config === undefined ? [] : [[rule.id, configuredSettings(rule, config)]];
      }),
    );
  }

  /** Analyzes one resource's inputs. */
  analyze(request: Analyzer.AnalyzeRequest): Analyzer.AnalyzeResponse {
    const { applicable, others } = this.#rulesFor(request.getType());
    const response = new analyzerPb.AnalyzeResponse();
    response.setNotApplicableList([...others]);
    if (applicable.length === 0) return response;
    const resource = analyzedResource(request);
    response.setDiagnosticsList(
      applicable.flatMap((rule) => this.#diagnose(rule, () => evaluateResource(rule, resource))),
    );
    return response;
  }

  /** Analyzes all resources of the stack together. */
  analyzeStack(request: Analyzer.AnalyzeStackRequest): Analyzer.AnalyzeResponse {
    const read = this.#stackRules.flatMap(({ appliesTo, reads }) => [...appliesTo, ...reads]);
    const resources = request
      .getResourcesList()
      .filter((resource) =>
        read.some((pattern) => matchesType(pattern, parseResourceType(resource.getType()))),
      )
      .map(stackResource);
    const stack = stackViewOf(resources);
    const response = new analyzerPb.AnalyzeResponse();
    response.setDiagnosticsList(
      this.#stackRules.flatMap((rule) => this.#diagnose(rule, () => evaluateStack(rule, stack))),
    );
    return response;
  }

  #rulesFor(token: string): TypeRules {
    let rules = this.#byType.get(token);
    if (rules === undefined) {
      const type = parseResourceType(token);
      const applies = ({ appliesTo }: ResourceRule) =>
        appliesTo.some((pattern) => matchesType(pattern, type));
      rules = {
        applicable: this.#resourceRules.filter(applies),
        others: this.#resourceRules.filter((rule) => !applies(rule)).map(notApplicable),
      };
      this.#byType.set(token, rules);
    }
    return rules;
  }

  #diagnose(rule: Rule, evaluate: () => Evaluation): readonly Analyzer.AnalyzeDiagnostic[] {
    const { level, onUnknown } = this.#settings.get(rule.id) ?? defaultSettings(rule);
    if (level === "disabled") return [];
    const { findings, undecided } = evaluate();
    const violations = [...byResource(findings)].map(([urn, ofResource]) =>
      this.#diagnostic(rule, level, violationMessage(rule, ofResource), urn),
    );
    if (undecided === undefined) return violations;
    const undecidedLevel = onUnknown === "violate" ? level : "advisory";
    return [...violations, this.#diagnostic(rule, undecidedLevel, undecidedMessage(rule, undecided))];
  }

  #diagnostic(
    rule: Rule,
    level: EnforcementLevel,
    message: string,
    urn?: string,
  ): Analyzer.AnalyzeDiagnostic {
    const diagnostic = new analyzerPb.AnalyzeDiagnostic();
    diagnostic.setPolicyname(rule.id);
    diagnostic.setPolicypackname(this.#pack.name);
    diagnostic.setPolicypackversion(this.#pack.version);
    diagnostic.setDescription(headline(rule));
    diagnostic.setMessage(`${headline(rule)}\n${message}`);
    diagnostic.setEnforcementlevel(levelNumber(level));
    diagnostic.setSeverity(severityNumber(rule.severity));
    if (urn !== undefined) diagnostic.setUrn(urn);
    return diagnostic;
  }
}

function notApplicable(rule: Rule): Analyzer.PolicyNotApplicable {
  const message = new analyzerPb.PolicyNotApplicable();
  message.setPolicyName(rule.id);
  message.setReason(`applies to ${rule.appliesTo.join(", ")}`);
  return message;
}
