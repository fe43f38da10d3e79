/** `random.RandomInteger`: a whole number of a range. */
import type { CheckFailure } from "../provider/implementation.ts";
import type { PropertySpecs } from "../provider/property-spec.ts";
import type { PlainMap } from "../provider/values.ts";
import { integer, text } from "./plain-inputs.ts";
import { integerBelow, seededSource, systemSource } from "./random-source.ts";
import { ImportIdError, keepers, repeated, type RandomResource } from "./resource.ts";

const inputs: PropertySpecs = {
  min: { type: "integer", required: true },
  max: { type: "integer", required: true },
  seed: { type: "string" },
  ...keepers,
};

/** Its id is the number in decimal digits. */
export const randomInteger: RandomResource = {
  description: "A random whole number from min to max, both included; always the same for the same seed.",
  inputs,
  outputs: { ...repeated(inputs), result: { type: "integer", required: true } },
  validate,
  generate: (plain) => {
    const seed = text(plain, "seed");
    const min = integer(plain, "min") ?? 0;
    const max = integer(plain, "max") ?? min;
    const source = seed === undefined || seed === "" ? systemSource : seededSource(seed);
    const result = min + integerBelow(source, max - min + 1);
    return Promise.resolve({ id: String(result), values: { result } });
  },
  fromImport: (importId) => {
    const parts = /^(-?\d+),(-?\d+),(-?\d+)(?:,(.+))?$/.exec(importId);
    const [result, min, max] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
    if (parts === null || result < min || result > max) {
      throw new ImportIdError(
        `${JSON.stringify(importId)} is no import id of a RandomInteger: it is <result>,<min>,<max>[,<seed>], such as "15390,1,50000".`,
      );
    }
    const seed = parts[4];
    return Promise.resolve({
      id: String(result),
      inputs: { min, max, ...(seed === undefined ? {} : { seed }) },
      values: { result },
    });
  },
};

function validate(plain: PlainMap): CheckFailure[] {
  const min = integer(plain, "min");
  const max = integer(plain, "max");
  if (min === undefined || max === undefined) {
    return [];
  }
  if (min > max) {
    return [{ property: "min", reason: `'min' is too high (${min} > ${max}, which is 'max')` }];
  }
  // A double holds no more whole numbers than these, one by one.
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || !Number.isSafeInteger(max - min)) {
    return [
      {
        property: "max",
        reason: `'min' to 'max' is ${min} to ${max}; both and their distance must be below 2^53`,
      },
    ];
  }
  return [];
}
