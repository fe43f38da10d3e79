/** `random.RandomUuid`, `random.RandomUuid4` and `random.RandomUuid7`. */
import { randomUUID } from "node:crypto";
import { systemSource } from "./random-source.ts";
import { ImportIdError, keepers, repeated, type RandomResource } from "./resource.ts";

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A resource whose id and result are a UUID. */
function uuidResource(name: string, version: RegExp, generate: () => string): RandomResource {
  return {
    description: `A random UUID (${name}).`,
    inputs: keepers,
    outputs: { ...repeated(keepers), result: { type: "string", required: true } },
    generate: () => {
      const result = generate();
      return Promise.resolve({ id: result, values: { result } });
    },
    fromImport: (importId) => {
      const result = importId.toLowerCase();
      if (!pattern.test(result) || !version.test(result)) {
        throw new ImportIdError(
          `${JSON.stringify(importId)} is no import id of a ${name}: it must be such a UUID.`,
        );
      }
      return Promise.resolve({ id: result, inputs: {}, values: { result } });
    },
  };
}

/** 16 random bytes in the notation of a UUID; here always a version 4, which the real plugin does not promise. */
export const randomUuid = uuidResource("RandomUuid", /^/, randomUUID);

/** Version 4: random (RFC 9562, 5.4). */
export const randomUuid4 = uuidResource("RandomUuid4", /^.{14}4.{4}[89ab]/, randomUUID);

/** Version 7: time, then random (RFC 9562, 5.7). */
export const randomUuid7 = uuidResource("RandomUuid7", /^.{14}7.{4}[89ab]/, () => uuid7(Date.now()));

/** 48 bits of Unix time in milliseconds, then random bits besides version and variant. */
function uuid7(milliseconds: number): string {
  const bytes = Buffer.from(systemSource.bytes(16));
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
