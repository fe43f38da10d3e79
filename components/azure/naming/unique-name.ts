import { createHash } from "node:crypto";
import type { NameRule } from "./name-rules.ts";

/** Characters of the hash: 36^8 is about 2.8e12 different names per base. */
const hashLength = 8;

function shortHash(parts: readonly string[]): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return BigInt(`0x${digest}`).toString(36).slice(-hashLength);
}

/**
 * A name that is unique in all of Azure and always the same for the same input: the readable base, then a hash of base and
 * seed. Users' data lives under these names, so the result must never change: a test holds examples of it.
 *
 * @param rule - what the resource type accepts; the result always matches it
 * @param base - readable part, such as `platform`; other characters than letters and digits become the separator
 * @param seed - what makes it differ from others' names, such as subscription, project and stack
 */
export function uniqueName(rule: NameRule, base: string, seed: readonly string[]): string {
  const words = base
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const readable = words.join(rule.separator);
  if (!/^[a-z]/.test(readable)) {
    throw new RangeError(
      `Cannot name a ${rule.subject} after "${base}": the name must begin with a letter from a to z.`,
    );
  }
  const room = rule.maxLength - rule.separator.length - hashLength;
  const trimmed = readable.slice(0, room).replace(/-+$/, "");
  return `${trimmed}${rule.separator}${shortHash([base, ...seed])}`;
}
