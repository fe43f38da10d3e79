import type { Pack } from "./pack.ts";
import type { PackName } from "./packs.ts";
import { rules as ours } from "./registry.ts";
import type { Rule } from "./rule.ts";
import { parsePolicyFile } from "./settings/policy-file.ts";
import type { PolicySettings } from "./settings/policy-settings.ts";

/** A pack that a team composes of this one and of rules of its own. */
export interface PackSource extends Omit<PolicySettings, "pack"> {
  /** Letters, digits, hyphens, underscores and periods; at most 100 characters. */
  readonly name: string;
  /** Of the pack, `1.0.0`. */
  readonly version: string;
  /** Default: the name. */
  readonly displayName?: string;
  readonly description: string;
  /** Which of this pack's rules are on, and how hard. Default: `baseline`. Own rules have the level that they declare. */
  readonly base?: PackName;
  /** The team's own rules. An id that this pack has is refused. Default: none. */
  readonly rules?: readonly Rule[];
}

/**
 * Composes a pack. A program's policy file still has the last word about its stack.
 *
 * @throws when two rules have one id, or a level, parameter or exemption is about what no rule has, or is malformed
 */
export function definePack(source: PackSource): Pack {
  const { name, version, displayName = name, description, base, rules: own = [], ...settings } = source;
  if (!/^[\w.-]{1,100}$/.test(name))
    throw new Error(
      `name is ${JSON.stringify(name)}; it must be of letters, digits, hyphens, underscores and periods, at most 100`,
    );
  const rules = [...own, ...ours];
  const ids = new Set<string>();
  for (const { id } of rules) {
    if (ids.has(id)) throw new Error(`the rule ${JSON.stringify(id)} is there twice; give yours another id`);
    ids.add(id);
  }
  // What is said in code is held to the same as what is said in a file; JSON is YAML.
  const levels = {
    ...Object.fromEntries(own.map(({ id, enforcement }) => [id, enforcement])),
    ...settings.levels,
  };
  const text = JSON.stringify({ ...settings, levels, ...(base !== undefined && { pack: base }) });
  return {
    name,
    version,
    displayName,
    description,
    rules,
    settings: parsePolicyFile(text, "", rules, `the pack ${name}`),
  };
}
