/** `random.RandomShuffle`: texts in random order. */
import type { PropertySpecs } from "../provider/property-spec.ts";
import { integer, text, texts } from "./plain-inputs.ts";
import { seededSource, shuffled, systemSource, type RandomSource } from "./random-source.ts";
import { keepers, repeated, type RandomResource } from "./resource.ts";

const inputs: PropertySpecs = {
  inputs: { type: { list: "string" }, required: true },
  resultCount: { type: "integer", minimum: 0 },
  seed: { type: "string" },
  ...keepers,
};

/** Its id is always `-`. It cannot be imported. */
export const randomShuffle: RandomResource = {
  description: "Texts in random order; always the same order for the same seed.",
  inputs,
  outputs: { ...repeated(inputs), results: { type: { list: "string" }, required: true } },
  generate: (plain) => {
    const items = texts(plain, "inputs");
    const seed = text(plain, "seed");
    const source = seed === undefined || seed === "" ? systemSource : seededSource(seed);
    const results = drawn(source, items, integer(plain, "resultCount") ?? items.length);
    return Promise.resolve({ id: "-", values: { results } });
  },
};

/** As many items as asked for: no item comes again before every other has come as often. */
function drawn(source: RandomSource, items: readonly string[], count: number): string[] {
  const results: string[] = [];
  while (items.length > 0 && results.length < count) {
    results.push(...shuffled(source, items).slice(0, count - results.length));
  }
  return results;
}
