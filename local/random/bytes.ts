/** `random.RandomBytes`: secret bytes, such as a key. */
import type { PropertySpecs } from "../provider/property-spec.ts";
import type { PlainMap } from "../provider/values.ts";
import { integer } from "./plain-inputs.ts";
import { systemSource } from "./random-source.ts";
import { ImportIdError, keepers, repeated, type RandomResource } from "./resource.ts";

const inputs: PropertySpecs = {
  length: { type: "integer", required: true, minimum: 1 },
  ...keepers,
};

/** Its id is always `none`: the real plugin's is the bytes themselves, in plain text in the state. */
export const randomBytes: RandomResource = {
  description: "Random bytes that are secret.",
  inputs,
  outputs: {
    ...repeated(inputs),
    base64: { type: "string", required: true, secret: true },
    hex: { type: "string", required: true, secret: true },
  },
  generate: (plain) => {
    const bytes = Buffer.from(systemSource.bytes(integer(plain, "length") ?? 1));
    return Promise.resolve({ id: "none", values: notations(bytes) });
  },
  fromImport: (importId) => {
    const bytes = Buffer.from(importId, "base64");
    if (bytes.length === 0 || bytes.toString("base64") !== importId) {
      throw new ImportIdError(
        "The import id of a RandomBytes must be its bytes in padded base64; this one is not.",
      );
    }
    return Promise.resolve({ id: "none", inputs: { length: bytes.length }, values: notations(bytes) });
  },
};

function notations(bytes: Buffer): PlainMap {
  return { base64: bytes.toString("base64"), hex: bytes.toString("hex") };
}
