/** `random.RandomString` and `random.RandomPassword`: texts from chosen sets of characters. */
import type { CheckFailure } from "../provider/implementation.ts";
import type { PropertySpecs } from "../provider/property-spec.ts";
import type { PlainMap } from "../provider/values.ts";
import { integer, text, truth } from "./plain-inputs.ts";
import { integerBelow, shuffled, systemSource } from "./random-source.ts";
import { keepers, repeated, type RandomResource } from "./resource.ts";

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const NUMERIC = "0123456789";
const SPECIAL = "!@#$%&*()-_=+[]{}<>:?";

const BCRYPT_COST = 10;

const inputs: PropertySpecs = {
  length: { type: "integer", required: true, minimum: 1 },
  lower: { type: "boolean", default: true },
  upper: { type: "boolean", default: true },
  numeric: { type: "boolean", default: true },
  number: { type: "boolean" },
  special: { type: "boolean", default: true },
  minLower: { type: "integer", default: 0, minimum: 0 },
  minUpper: { type: "integer", default: 0, minimum: 0 },
  minNumeric: { type: "integer", default: 0, minimum: 0 },
  minSpecial: { type: "integer", default: 0, minimum: 0 },
  overrideSpecial: { type: "string" },
  ...keepers,
};

const outputs: PropertySpecs = { ...repeated(inputs), number: { type: "boolean", required: true } };

/** A text that may be seen. Its id is the text. */
export const randomString: RandomResource = {
  description: "A random text, not for secrets.",
  inputs,
  outputs: { ...outputs, result: { type: "string", required: true } },
  validate,
  generate: (plain) => {
    const result = randomText(plain);
    return Promise.resolve({ id: result, values: { number: numeric(plain), result } });
  },
  fromImport: (id) =>
    Promise.resolve({ id, inputs: { length: [...id].length }, values: { number: true, result: id } }),
};

/** A text that is secret, with its bcrypt hash. Its id is always `none`, because ids are not secret. */
export const randomPassword: RandomResource = {
  description: "A random text that is secret.",
  inputs,
  outputs: {
    ...outputs,
    result: { type: "string", required: true, secret: true },
    bcryptHash: { type: "string", required: true, secret: true },
  },
  validate,
  generate: async (plain) => {
    const result = randomText(plain);
    return { id: "none", values: { number: numeric(plain), result, bcryptHash: await bcryptHash(result) } };
  },
  fromImport: async (id) => ({
    id: "none",
    inputs: { length: [...id].length },
    values: { number: true, result: id, bcryptHash: await bcryptHash(id) },
  }),
};

/** What one text must hold of each kind of character; `number` is the old name of `numeric`. */
function validate(plain: PlainMap): CheckFailure[] {
  const failures: CheckFailure[] = [];
  // An input that is not known yet is neither true nor false.
  const noDigits = plain["numeric"] === false || plain["number"] === false;
  if (noDigits && ["lower", "upper", "special"].every((name) => plain[name] === false)) {
    failures.push({
      property: "special",
      reason: "'lower', 'upper', 'numeric' and 'special' are all false; at least one must be true",
    });
  }
  const minimum = ["minLower", "minUpper", "minNumeric", "minSpecial"]
    .map((name) => integer(plain, name) ?? 0)
    .reduce((sum, count) => sum + count, 0);
  const length = integer(plain, "length");
  if (length !== undefined && length < minimum) {
    failures.push({
      property: "length",
      reason: `'length' is too low (${length} < ${minimum}, the sum of minLower, minUpper, minNumeric and minSpecial)`,
    });
  }
  return failures;
}

/** Whether digits are allowed: false under either name forbids them. */
function numeric(plain: PlainMap): boolean {
  return truth(plain, "numeric") && plain["number"] !== false;
}

/** The least that is asked of each kind, filled up from all kinds that are allowed, in random order. */
function randomText(plain: PlainMap): string {
  const special = text(plain, "overrideSpecial") || SPECIAL;
  const kinds = [
    { characters: [...LOWER], allowed: truth(plain, "lower"), minimum: integer(plain, "minLower") },
    { characters: [...UPPER], allowed: truth(plain, "upper"), minimum: integer(plain, "minUpper") },
    { characters: [...NUMERIC], allowed: numeric(plain), minimum: integer(plain, "minNumeric") },
    { characters: [...special], allowed: truth(plain, "special"), minimum: integer(plain, "minSpecial") },
  ];
  const result = kinds.flatMap(({ characters, minimum }) => characterSequence(characters, minimum ?? 0));
  const allowed = kinds.flatMap((kind) => (kind.allowed ? kind.characters : []));
  const length = integer(plain, "length") ?? 0;
  result.push(...characterSequence(allowed, length - result.length));
  return shuffled(systemSource, result).join("");
}

function characterSequence(characters: readonly string[], length: number): string[] {
  return Array.from({ length }, () => characters[integerBelow(systemSource, characters.length)] ?? "");
}

/** The hash of the first 72 bytes: bcrypt reads no more. */
async function bcryptHash(password: string): Promise<string> {
  const { default: bcrypt } = await import("bcryptjs");
  return bcrypt.hash(password, BCRYPT_COST);
}
