/** Where random values come from. */
import { createHash, randomBytes } from "node:crypto";

/** An endless stream of random bytes. */
export interface RandomSource {
  bytes(count: number): Uint8Array;
}

/** The system's own cryptographic generator. */
export const systemSource: RandomSource = { bytes: (count) => randomBytes(count) };

/**
 * The same bytes for the same seed, always: SHA-256 of the seed and a counter. Not for secrets, and not the stream that the real plugin makes
 * of the same seed, which comes from Go's `math/rand`.
 */
export function seededSource(seed: string): RandomSource {
  let counter = 0;
  let rest: Uint8Array = new Uint8Array(0);
  return {
    bytes: (count) => {
      const result = new Uint8Array(count);
      let filled = 0;
      while (filled < count) {
        if (rest.length === 0) {
          rest = createHash("sha256").update(`${counter}:${seed}`).digest();
          counter += 1;
        }
        const part = rest.subarray(0, count - filled);
        result.set(part, filled);
        filled += part.length;
        rest = rest.subarray(part.length);
      }
      return result;
    },
  };
}

/** A number from 0 to below the size, each equally likely. The size is at most 2^53. */
export function integerBelow(source: RandomSource, size: number): number {
  if (!Number.isSafeInteger(size - 1) || size < 1) {
    throw new RangeError(`The size is ${size}; it must be a whole number from 1 to 2^53.`);
  }
  if (size === 1) {
    return 0;
  }
  // Values of the last, incomplete multiple of the size are thrown away: taken, they would make low results likelier.
  const byteCount = Math.ceil(Math.log2(size) / 8) + 1;
  const range = 256n ** BigInt(byteCount);
  const limit = range - (range % BigInt(size));
  for (;;) {
    let value = 0n;
    for (const byte of source.bytes(byteCount)) {
      value = value * 256n + BigInt(byte);
    }
    if (value < limit) {
      return Number(value % BigInt(size));
    }
  }
}

/** One of the items, each equally likely. */
export function oneOf<Item>(source: RandomSource, items: readonly [Item, ...Item[]]): Item {
  return items[integerBelow(source, items.length)] ?? items[0];
}

/** The items in random order, each order equally likely (Fisher and Yates). */
export function shuffled<Item>(source: RandomSource, items: readonly Item[]): Item[] {
  const remaining = [...items];
  const result: Item[] = [];
  while (remaining.length > 0) {
    const index = integerBelow(source, remaining.length);
    // The last one takes the place of the one that is drawn: removing from the middle would move all that follow.
    const last = remaining.splice(-1);
    result.push(...(index === remaining.length ? last : remaining.splice(index, 1, ...last)));
  }
  return result;
}
