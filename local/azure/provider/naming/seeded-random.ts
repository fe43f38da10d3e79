/**
 * The random numbers that the real provider draws from the engine's seed: SHA-256 of the seed starts a ChaCha8Rand generator (https://c2sp.org/chacha8rand,
 * Go's `math/rand/v2`), of which 64-bit words are taken. The same seed gives the same names in preview and update, and here and in the real provider.
 */
import { createHash } from "node:crypto";

/** "expand 32-byte k" as four little-endian words. */
const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574] as const;

const rounds = 8;
/** Blocks that are computed side by side, their 32-bit words interleaved. */
const lanes = 4;
/** Blocks that are drawn from one key. */
const blocksPerKey = 16;
const keyWords = 8;

/** A generator whose draws depend on its seed alone. */
export class SeededRandom {
  #key: Uint32Array;
  #counter = 0;
  #words: Uint32Array;
  #next = 0;

  constructor(seed: Uint8Array) {
    const digest = createHash("sha256").update(seed).digest();
    this.#key = Uint32Array.from({ length: keyWords }, (_, index) => digest.readUInt32LE(index * 4));
    this.#words = interleavedBlocks(this.#key, 0);
  }

  /** An integer from 0 to below the limit, each as likely as the others. */
  below(limit: number): number {
    const size = BigInt(limit);
    const largest = (1n << 64n) - 1n;
    const bound = largest - (largest % size);
    for (;;) {
      const value = this.#word64();
      if (value < bound) {
        return Number(value % size);
      }
    }
  }

  #word64(): bigint {
    const last = this.#counter + lanes === blocksPerKey;
    // The end of the last blocks is no output but the next key.
    if (this.#next === this.#words.length - (last ? keyWords : 0)) {
      this.#refill(last);
    }
    const low = this.#words[this.#next++] ?? 0;
    const high = this.#words[this.#next++] ?? 0;
    return (BigInt(high) << 32n) | BigInt(low);
  }

  #refill(newKey: boolean): void {
    if (newKey) {
      this.#key = this.#words.slice(-keyWords);
      this.#counter = 0;
    } else {
      this.#counter += lanes;
    }
    this.#words = interleavedBlocks(this.#key, this.#counter);
    this.#next = 0;
  }
}

/** Four blocks: word 0 of each, then word 1 of each, and so on. */
function interleavedBlocks(key: Uint32Array, counter: number): Uint32Array {
  const words = new Uint32Array(16 * lanes);
  for (let lane = 0; lane < lanes; lane++) {
    block(key, counter + lane).forEach((word, index) => {
      words[index * lanes + lane] = word;
    });
  }
  return words;
}

/** One ChaCha8 block; unlike in the cipher, of its input only the key is added at the end. */
function block(key: Uint32Array, counter: number): Uint32Array {
  const state = new Uint32Array(16);
  state.set(constants);
  state.set(key, constants.length);
  state[12] = counter;
  for (let round = 0; round < rounds; round += 2) {
    for (let column = 0; column < 4; column++) {
      quarterRound(state, column, 4 + column, 8 + column, 12 + column);
    }
    for (let diagonal = 0; diagonal < 4; diagonal++) {
      const shifted = (by: number): number => (diagonal + by) % 4;
      quarterRound(state, diagonal, 4 + shifted(1), 8 + shifted(2), 12 + shifted(3));
    }
  }
  key.forEach((word, index) => {
    const at = constants.length + index;
    state[at] = (state[at] ?? 0) + word;
  });
  return state;
}

function quarterRound(x: Uint32Array, a: number, b: number, c: number, d: number): void {
  const step = (sum: number, addend: number, target: number, bits: number): void => {
    x[sum] = (x[sum] ?? 0) + (x[addend] ?? 0);
    const value = (x[target] ?? 0) ^ (x[sum] ?? 0);
    x[target] = (value << bits) | (value >>> (32 - bits));
  };
  step(a, b, d, 16);
  step(c, d, b, 12);
  step(a, b, d, 8);
  step(c, d, b, 7);
}
