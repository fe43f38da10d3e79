/** The name of a resource that the program does not name. */
import type { Autonaming } from "../../../provider/implementation.ts";
import type { PropertyMap } from "../../../provider/values.ts";
import { createdBeforeDelete } from "../bookkeeping.ts";
import { SeededRandom } from "./seeded-random.ts";
import type { NamingStrategy } from "./strategy.ts";

const hexDigits = "0123456789abcdef";
/** Random digits behind the logical name. */
const suffixLength = 8;

/** What a name is made from. */
export interface NameRequest {
  readonly property: string;
  readonly strategy: NamingStrategy;
  readonly logicalName: string;
  /** The engine's seed; the same in preview and update. */
  readonly randomSeed: Uint8Array;
  readonly oldInputs: PropertyMap | undefined;
  readonly autonaming: Autonaming | undefined;
}

/** A name that was made. */
export interface DefaultName {
  readonly name: string;
  /** Another resource of this type cannot have the same name: a replacement can be created before the old one is deleted. */
  readonly randomlyNamed: boolean;
}

/** The name; `undefined` when the engine is told to make none. A name that the resource has is kept. */
export function defaultName(request: NameRequest): DefaultName | undefined {
  const { property, strategy, oldInputs = {}, autonaming } = request;
  const old = oldInputs[property];
  if (typeof old === "string") {
    return { name: old, randomlyNamed: oldInputs[createdBeforeDelete] === true };
  }
  if (autonaming?.mode === "disable") {
    return undefined;
  }
  if (strategy === "uuid") {
    return { name: randomUuid(request.randomSeed), randomlyNamed: true };
  }
  if (autonaming !== undefined) {
    return { name: autonaming.proposedName, randomlyNamed: true };
  }
  if (strategy === "copy") {
    return { name: request.logicalName, randomlyNamed: false };
  }
  return {
    name: request.logicalName + randomHex(request.randomSeed, suffixLength),
    randomlyNamed: true,
  };
}

/** Digits from the seed; without a seed, as engines before 2021 sent none, other ones each time. */
function randomHex(seed: Uint8Array, length: number): string {
  const random = new SeededRandom(seed.length > 0 ? seed : crypto.getRandomValues(new Uint8Array(32)));
  return Array.from({ length }, () => hexDigits.charAt(random.below(hexDigits.length))).join("");
}

/** 32 digits in the form of a UUID; its version bits are as random as the rest, as in the real provider. */
function randomUuid(seed: Uint8Array): string {
  const digits = randomHex(seed, 32);
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => digits.slice(index === 0 ? 0 : ends[index - 1], end))
    .join("-");
}
