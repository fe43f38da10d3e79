/** `random.RandomPet`: names that are easy to say. The words are this plugin's own, and fewer than those of the real one. */
import type { PropertySpecs } from "../provider/property-spec.ts";
import { integer, text } from "./plain-inputs.ts";
import { oneOf, systemSource } from "./random-source.ts";
import { keepers, repeated, type RandomResource } from "./resource.ts";

type Words = readonly [string, ...string[]];

const adverbs: Words = [
  "boldly",
  "calmly",
  "fairly",
  "gently",
  "gladly",
  "kindly",
  "merrily",
  "neatly",
  "oddly",
  "partly",
  "promptly",
  "quickly",
  "quietly",
  "rarely",
  "really",
  "softly",
  "steadily",
  "surely",
  "truly",
  "warmly",
];
const adjectives: Words = [
  "able",
  "amber",
  "brave",
  "bright",
  "brisk",
  "clever",
  "cosy",
  "curious",
  "eager",
  "fluffy",
  "gentle",
  "golden",
  "happy",
  "humble",
  "jolly",
  "keen",
  "lively",
  "lucky",
  "mellow",
  "modest",
  "nimble",
  "patient",
  "plucky",
  "polite",
  "proud",
  "quiet",
  "rapid",
  "shy",
  "silver",
  "sleepy",
  "spry",
  "sturdy",
  "sunny",
  "swift",
  "tidy",
  "tiny",
  "vivid",
  "wise",
  "witty",
  "young",
];
const animals: Words = [
  "badger",
  "beetle",
  "bison",
  "cat",
  "cod",
  "crane",
  "crow",
  "deer",
  "dingo",
  "dove",
  "duck",
  "eel",
  "elk",
  "falcon",
  "ferret",
  "finch",
  "fox",
  "frog",
  "gecko",
  "goat",
  "goose",
  "hare",
  "heron",
  "horse",
  "ibis",
  "jackal",
  "koala",
  "lark",
  "lemur",
  "lizard",
  "lynx",
  "mole",
  "moose",
  "moth",
  "newt",
  "otter",
  "owl",
  "panda",
  "perch",
  "pony",
  "puma",
  "quail",
  "raven",
  "robin",
  "seal",
  "shrew",
  "sloth",
  "snail",
  "stork",
  "swan",
  "tapir",
  "toad",
  "trout",
  "viper",
  "vole",
  "walrus",
  "weasel",
  "wolf",
  "wren",
  "yak",
];

const inputs: PropertySpecs = {
  length: { type: "integer", default: 2, minimum: 1 },
  prefix: { type: "string" },
  separator: { type: "string", default: "-" },
  ...keepers,
};

/** Its id is the name. It cannot be imported. */
export const randomPet: RandomResource = {
  description: "A random name of words.",
  inputs,
  outputs: repeated(inputs),
  generate: (plain) => {
    const prefix = text(plain, "prefix") ?? "";
    const words = petName(integer(plain, "length") ?? 2);
    const id = [...(prefix === "" ? [] : [prefix]), ...words].join(text(plain, "separator") ?? "-");
    return Promise.resolve({ id, values: {} });
  },
};

/** An animal, an adjective before it, and adverbs before that. */
function petName(length: number): string[] {
  const words = [oneOf(systemSource, animals)];
  if (length > 1) {
    words.unshift(oneOf(systemSource, adjectives));
  }
  while (words.length < length) {
    words.unshift(oneOf(systemSource, adverbs));
  }
  return words;
}
