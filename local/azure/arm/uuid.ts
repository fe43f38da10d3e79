import { createHash } from "node:crypto";

/**
 * A UUID (version 5 in form) that depends on nothing but the parts: the identifiers that Azure draws at random stay the same here,
 * as long as the resource has the same id and was created at the same time.
 */
export function stableUuid(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Hex digits that depend on nothing but the parts; at most 64. */
export function stableHex(length: number, ...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, length);
}

/** A number from 0 to `below` - 1 that depends on nothing but the parts. */
export function stableNumber(below: number, ...parts: readonly string[]): number {
  return parseInt(stableHex(12, ...parts), 16) % below;
}
