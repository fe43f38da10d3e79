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
import { receivedResource } from "./received-resource.ts";
import { configuredSettings, defaultSettings, levelNumber } from "./rule-settings.ts";
import type { RuleSettings } from "./rule-settings.ts";
import type { WireResource } from "./wire/resource.ts";

/** Evaluates a pack's rules on what the engine sends, under what the engine configured. */
export class Analysis {
  readonly #pack: Pack;
  readonly #resourceRules: readonly ResourceRule[];
  readonly #stackRules: readonly StackRule[];
  /** By type token. */
  readonly #rulesByType = new Map<string, readonly ResourceRule[]>();
  readonly #readByType = new Map<string, boolean>();
  /** What came to `analyze`, by URN, of what the rules about the stack look at. */
  readonly #analyzed = new Map<string, WireResource>();
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

  /**
   * Analyzes one resource's inputs. The answer does not name the rules that have nothing to say about its type: they would be
   * most of the pack for each resource, and the engine only counts them.
   */
  analyze(received: WireResource): Analyzer.AnalyzeResponse {
    if (this.reads(received.type)) this.#analyzed.set(received.urn, received);
    const response = new analyzerPb.AnalyzeResponse();
    const applicable = this.#rulesFor(received.type);
    if (applicable.length === 0) return response;
    const resource = receivedResource(received);
    response.setDiagnosticsList(
      applicable.flatMap((rule) => this.#diagnose(rule, () => evaluateResource(rule, resource))),
    );
    return response;
  }

  /** Whether a rule about the whole stack looks at resources of this type; others need not be passed to `analyzeStack`. */
  reads(token: string): boolean {
    let read = this.#readByType.get(token);
    if (read === undefined) {
      const type = parseResourceType(token);
      const looksAt = ({ appliesTo, reads }: StackRule) =>
        [...appliesTo, ...reads].some((pattern) => matchesType(pattern, type));
      read = this.#stackRules.some(looksAt);
      this.#readByType.set(token, read);
    }
    return read;
  }

  /**
   * Analyzes all resources of the stack together. The engine sends what the providers expect of them, in which inputs may be
   * missing, everything of a Kubernetes object whose cluster is not there yet: so the rules see the inputs that came to
   * `analyze`, and of a resource that did not come there what is sent.
   */
  analyzeStack(received: readonly WireResource[]): Analyzer.AnalyzeResponse {
    const stack = stackViewOf(received.map((resource) => receivedResource(this.#withInputs(resource))));
    const response = new analyzerPb.AnalyzeResponse();
    response.setDiagnosticsList(
      this.#stackRules.flatMap((rule) => this.#diagnose(rule, () => evaluateStack(rule, stack))),
    );
    return response;
  }

  #withInputs(resource: WireResource): WireResource {
    const properties = this.#analyzed.get(resource.urn)?.properties;
    return properties === undefined ? resource : { ...resource, properties };
  }

  #rulesFor(token: string): readonly ResourceRule[] {
    let rules = this.#rulesByType.get(token);
    if (rules === undefined) {
      const type = parseResourceType(token);
      rules = this.#resourceRules.filter(({ appliesTo }) =>
        appliesTo.some((pattern) => matchesType(pattern, type)),
      );
      this.#rulesByType.set(token, rules);
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
