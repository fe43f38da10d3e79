import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Makes the passphrase that encrypts secrets in the local state, once per checkout. A lost one makes the
 * state unreadable, so an existing file is never touched.
 */
export function ensurePassphrase(file: string): void {
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
}
