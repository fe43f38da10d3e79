import { createHmac, randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The access keys that Azure hands out (storage, Event Hubs, workspaces …) are derived from one random key of the checkout, so that the
 * database holds no secret. The key is a file of its own that only its owner may read.
 */
export class InstanceKey {
  readonly #directory: string;
  #key: Buffer | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** A secret of 32 bytes that depends on the checkout and on the parts; Base64. */
  derive(...parts: readonly string[]): string {
    this.#key ??= Buffer.from(secretFile(this.#directory, "key"), "hex");
    return createHmac("sha256", this.#key).update(JSON.stringify(parts)).digest("base64");
  }

  /** What a secret value is recognised by, without giving it away. */
  fingerprint(value: string): string {
    return this.derive("fingerprint", value);
  }
}

/**
 * The content of a file with one secret, 64 hex digits from the system's generator. It is written at the first call; of two processes
 * that write it at once, one wins and both read the same.
 */
export function secretFile(directory: string, name: string): string {
  const file = join(directory, name);
  const existing = readIfThere(file);
  if (existing !== undefined) return existing;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  try {
    // A link appears whole or not at all, and never replaces what is there.
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, "utf8");
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
