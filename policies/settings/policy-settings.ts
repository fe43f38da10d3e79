import { defaultPack, packs } from "../packs.ts";
import type { PackDefinition, PackName } from "../packs.ts";
import type { EnforcementLevel, OnUnknown, Rule } from "../rule.ts";
import type { Exemption } from "./exemption.ts";

/** A level that can be set: besides those that rules have, `remediate`, at which a rule repairs what it can, and stops the rest. */
export type SettableLevel = EnforcementLevel | "remediate";

/** How a team keeps the policies: what a policy file says, or a program that composes a pack of its own. */
export interface PolicySettings {
  /** Default: `baseline`. */
  readonly pack?: PackName;
  /** What an unknown value means to mandatory rules. Default: what each rule says, which is `advise` unless it says otherwise. */
  readonly onUnknown?: OnUnknown;
  /** Levels that differ from the pack's, by rule. */
  readonly levels?: Readonly<Record<string, SettableLevel>>;
  /** Values of rules' parameters, by rule and name. */
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly exemptions?: readonly Exemption[];
  /** Folder for the reports, from the program's folder. Default: none are written. */
  readonly reports?: string;
}

/** What holds for one rule under these settings, before the engine's own configuration. */
export function levelUnder(settings: PolicySettings, rule: Rule): SettableLevel {
  const chosen: PackDefinition = packs[settings.pack ?? defaultPack];
  return settings.levels?.[rule.id] ?? chosen.level(rule);
}

/** What an unknown value means to a rule at a level. */
export function onUnknownUnder(settings: PolicySettings, rule: Rule, level: SettableLevel): OnUnknown {
  if (settings.onUnknown === undefined) return rule.onUnknown;
  return level === "mandatory" || level === "remediate" ? settings.onUnknown : rule.onUnknown;
}

/** What a pack is set to, with what a program's policy file says over it; the exemptions of both hold. */
export function mergedSettings(pack: PolicySettings, file: PolicySettings): PolicySettings {
  const parameters = { ...pack.parameters };
  for (const [rule, values] of Object.entries(file.parameters ?? {}))
    parameters[rule] = { ...parameters[rule], ...values };
  return {
    ...pack,
    ...file,
    levels: { ...pack.levels, ...file.levels },
    parameters,
    exemptions: [...(pack.exemptions ?? []), ...(file.exemptions ?? [])],
  };
}
