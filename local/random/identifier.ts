/** `random.RandomId`: a random number in several notations, each with the prefix. */
import type { PropertySpecs } from "../provider/property-spec.ts";
import { integer, text } from "./plain-inputs.ts";
import { systemSource } from "./random-source.ts";
import { ImportIdError, keepers, repeated, type RandomResource } from "./resource.ts";
import type { PlainMap } from "../provider/values.ts";

const inputs: PropertySpecs = {
  byteLength: { type: "integer", required: true, minimum: 1 },
  prefix: { type: "string" },
  ...keepers,
};

/** Its id is `b64Url` without the prefix. */
export const randomId: RandomResource = {
  description: "A random identifier, not for secrets.",
  inputs,
  outputs: {
    ...repeated(inputs),
    b64Url: { type: "string", required: true },
    b64Std: { type: "string", required: true },
    hex: { type: "string", required: true },
    dec: { type: "string", required: true },
  },
  generate: (plain) => {
    const bytes = Buffer.from(systemSource.bytes(integer(plain, "byteLength") ?? 1));
    return Promise.resolve({
      id: bytes.toString("base64url"),
      values: notations(bytes, text(plain, "prefix") ?? ""),
    });
  },
  fromImport: (importId) => {
    // The prefix may contain commas, the id may not.
    const comma = importId.lastIndexOf(",");
    const prefix = importId.slice(0, Math.max(comma, 0));
    const id = importId.slice(comma + 1);
    const bytes = Buffer.from(id, "base64url");
    if (bytes.length === 0 || bytes.toString("base64url") !== id) {
      throw new ImportIdError(
        `${JSON.stringify(importId)} is no import id of a RandomId: it is [<prefix>,]<b64Url>, such as "my-prefix-,p-9hUg".`,
      );
    }
    return Promise.resolve({
      id,
      inputs: { byteLength: bytes.length, ...(prefix === "" ? {} : { prefix }) },
      values: notations(bytes, prefix),
    });
  },
};

function notations(bytes: Buffer, prefix: string): PlainMap {
  const hex = bytes.toString("hex");
  return {
    b64Url: prefix + bytes.toString("base64url"),
    b64Std: prefix + bytes.toString("base64"),
    hex: prefix + hex,
    dec: prefix + BigInt(`0x${hex}`).toString(10),
  };
}
