/** The collected facts about the real provider, which the local one has to agree with. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  isMap,
  Secret,
  Unknown,
  type PropertyMap,
  type PropertyValue,
} from "../../../../local/provider/values.ts";

const factShape = z.object({
  area: z.string(),
  name: z.string(),
  given: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
  source: z.string(),
  basis: z.enum(["test", "source", "recording", "thread"]),
  note: z.string().optional(),
  since: z.string().optional(),
});

export type Fact = z.infer<typeof factShape>;

/** Executes a fact against the local Azure; throws when it does not hold. */
export type FactCheck = (fact: Fact) => void | Promise<void>;

/** Every fact of the committed copy, in its order. */
export function readFacts(): Fact[] {
  const file = new URL("../../../../local/azure/facts/behaviour.jsonl", import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => factShape.parse(JSON.parse(line)));
}

/** A value of a fact: `{"$computed": true}` is unknown, `{"$secret": …}` is secret. */
export function valueOf(json: unknown): PropertyValue {
  if (json === null || typeof json === "boolean" || typeof json === "number" || typeof json === "string") {
    return json;
  }
  if (Array.isArray(json)) {
    return json.map(valueOf);
  }
  if (typeof json === "object" && json !== null) {
    if ("$computed" in json) {
      return new Unknown();
    }
    if ("$secret" in json) {
      return new Secret(valueOf(json.$secret));
    }
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, valueOf(value)]));
  }
  throw new Error(`not a value of a fact: ${typeof json}`);
}

/** Properties of a fact. */
export const properties = z.unknown().transform((json): PropertyMap => {
  const value = valueOf(json);
  if (!isMap(value)) {
    throw new Error("properties are expected");
  }
  return value;
});

/** What a fact says, with every unknown value written as facts write it: to be compared with a fact. */
export function factValue(value: PropertyValue | undefined): unknown {
  if (value instanceof Unknown) {
    return { $computed: true };
  }
  if (Array.isArray(value)) {
    return value.map(factValue);
  }
  return isMap(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, factValue(item)]))
    : value;
}
