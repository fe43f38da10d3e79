import type * as Analyzer from "@pulumi/pulumi/proto/analyzer_pb.js";
import analyzerPb from "@pulumi/pulumi/proto/analyzer_pb.js";
import { evaluateResource, evaluateStack } from "../evaluate.ts";
import type { Evaluation } from "../evaluate.ts";
import { byResource } from "../finding.ts";
import { exemptMessage, undecidedMessage, violationMessage } from "../message.ts";
import type { Pack } from "../pack.ts";
import { RunRecord } from "../report/record.ts";
import { matchesType, parseResourceType } from "../resource-type.ts";
import type { ResourceRule, Rule, StackRule } from "../rule.ts";
import { ExemptionBook } from "../settings/exemption-book.ts";
import type { PolicySettings, SettableLevel } from "../settings/policy-settings.ts";
import { stackViewOf } from "../view.ts";
import { headline, severityNumber } from "./analyzer-info.ts";
import { receivedResource } from "./received-resource.ts";
import { configuredSettings, defaultSettings, levelNumber } from "./rule-settings.ts";
import type { RuleSettings } from "./rule-settings.ts";
import type { WireConfiguration } from "./wire/configuration.ts";
import type { WireResource } from "./wire/resource.ts";

/** The stack that is judged, and how. */
export interface AnalysisContext {
  readonly stack: string;
  readonly settings: PolicySettings;
}

/** Evaluates a pack's rules on what the engine sends, under what the policy file says and the engine configured. */
export class Analysis {
  readonly #pack: Pack;
  readonly #context: AnalysisContext;
  readonly #exemptions: ExemptionBook;
  readonly #resourceRules: readonly ResourceRule[];
  readonly #stackRules: readonly StackRule[];
  /** By type token. */
  readonly #rulesByType = new Map<string, readonly ResourceRule[]>();
  readonly #readByType = new Map<string, boolean>();
  /** What came to `analyze`, by URN, of what the rules about the stack look at. */
  readonly #analyzed = new Map<string, WireResource>();
  readonly #settings = new Map<string, RuleSettings>();
  /** What the rules said, for the reports. */
  readonly record: RunRecord;

  constructor(pack: Pack, context: AnalysisContext) {
    this.#pack = pack;
    this.#context = context;
    this.#exemptions = new ExemptionBook(context.settings.exemptions ?? [], context.stack);
    this.#resourceRules = pack.rules.filter((rule) => rule.scope === "resource");
    this.#stackRules = pack.rules.filter((rule) => rule.scope === "stack");
    this.record = new RunRecord(context.stack, this.#exemptions);
  }

  /** Takes levels and parameters from the engine; a rule that is not named goes back to what holds without it. */
  configure(configured: ReadonlyMap<string, WireConfiguration>): void {
    this.#settings.clear();
    for (const rule of this.#pack.rules) {
      const config = configured.get(rule.id);
      if (config !== undefined)
        this.#settings.set(rule.id, configuredSettings(rule, this.#context.settings, config));
    }
  }

  /** Whether any rule is to repair what it finds; if none is, `remediate` need not be asked. */
  get repairs(): boolean {
    return this.#resourceRules.some((rule) => this.#repairsWith(rule));
  }

  /** Repairs one resource by the rules that are to; the last answer holds all repairs. */
  remediate(received: WireResource): readonly Repair[] {
    const repairs: Repair[] = [];
    let resource = received;
    for (const rule of this.#rulesFor(received.type).filter((candidate) => this.#repairsWith(candidate))) {
      const { findings } = evaluateResource(
        rule,
        receivedResource(resource),
        this.#settingsOf(rule).parameters,
      );
      if (findings.length === 0) continue;
      if (findings.some(() => this.#exemptions.find(rule.id, received.urn) !== undefined)) continue;
      resource = { ...resource, properties: repaired(resource.properties, rule.repairs ?? {}) };
      repairs.push({ rule, properties: resource.properties });
    }
    return repairs;
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
      applicable.flatMap((rule) =>
        this.#diagnose(rule, received.urn, ({ parameters }) => evaluateResource(rule, resource, parameters)),
      ),
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
    const stack = stackViewOf(
      received.map((resource) => receivedResource(this.#withInputs(resource))),
      this.#exemptions.uses,
    );
    const response = new analyzerPb.AnalyzeResponse();
    response.setDiagnosticsList(
      this.#stackRules.flatMap((rule) =>
        this.#diagnose(rule, undefined, ({ parameters }) => evaluateStack(rule, stack, parameters)),
      ),
    );
    return response;
  }

  #withInputs(resource: WireResource): WireResource {
    // A stack has no inputs; its outputs are judged.
    if (resource.type === "pulumi:pulumi:Stack") return resource;
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

  #repairsWith(rule: ResourceRule): boolean {
    return rule.repairs !== undefined && this.#settingsOf(rule).level === "remediate";
  }

  #settingsOf(rule: Rule): RuleSettings {
    let settings = this.#settings.get(rule.id);
    if (settings === undefined) {
      settings = defaultSettings(rule, this.#context.settings);
      this.#settings.set(rule.id, settings);
    }
    return settings;
  }

  /** @param urn of the resource that a rule about resources judges */
  #diagnose(
    rule: Rule,
    urn: string | undefined,
    evaluate: (settings: RuleSettings) => Evaluation,
  ): readonly Analyzer.AnalyzeDiagnostic[] {
    const settings = this.#settingsOf(rule);
    // What could not be repaired stops the run.
    const level = settings.level === "remediate" ? "mandatory" : settings.level;
    if (level === "disabled") return [];
    const { findings, undecided } = evaluate(settings);
    const diagnostics: Analyzer.AnalyzeDiagnostic[] = [];
    const say = (outcome: "violated" | "undecided", at: SettableLevel, message: string, about?: string) => {
      const subject = about ?? urn;
      const exemption = subject === undefined ? undefined : this.#exemptions.find(rule.id, subject);
      const text = exemption === undefined ? message : exemptMessage(exemption, message);
      const effective = exemption === undefined ? at : "advisory";
      this.record.add({
        rule,
        urn: subject,
        outcome: exemption === undefined ? outcome : "exempt",
        level: at === "advisory" ? "advisory" : "mandatory",
        message,
      });
      diagnostics.push(this.#diagnostic(rule, effective, text, about));
    };
    for (const [about, ofResource] of byResource(findings))
      say("violated", level, violationMessage(rule, ofResource), about);
    if (undecided !== undefined) {
      const undecidedLevel = settings.onUnknown === "violate" ? level : "advisory";
      say("undecided", undecidedLevel, undecidedMessage(rule, undecided));
    }
    if (diagnostics.length === 0) this.record.pass(rule, urn);
    return diagnostics;
  }

  #diagnostic(rule: Rule, level: SettableLevel, message: string, urn?: string): Analyzer.AnalyzeDiagnostic {
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

/** What a rule has repaired. */
export interface Repair {
  readonly rule: ResourceRule;
  /** All inputs of the resource, in Pulumi's wire format, with this and the former repairs. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A copy of inputs with other values at some paths. */
function repaired(
  properties: Readonly<Record<string, unknown>>,
  repairs: NonNullable<ResourceRule["repairs"]>,
): Readonly<Record<string, unknown>> {
  return Object.entries(repairs).reduce(
    (inputs, [path, value]) => withValue(inputs, path.split("."), value),
    properties,
  );
}

function withValue(
  object: Readonly<Record<string, unknown>>,
  [name = "", ...rest]: readonly string[],
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (rest.length === 0) return { ...object, [name]: value };
  const inner = object[name];
  const container =
    typeof inner === "object" && inner !== null ? Object.fromEntries(Object.entries(inner)) : {};
  return { ...object, [name]: withValue(container, rest, value) };
}
