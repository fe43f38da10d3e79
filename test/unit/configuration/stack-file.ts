import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

export const root = path.resolve(import.meta.dirname, "../../..");

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function read(file: string): { config: Record<string, unknown> } {
  const parsed: unknown = parse(readFileSync(path.join(root, file), "utf8"));
  assert.ok(isRecord(parsed) && isRecord(parsed.config), file);
  return { config: parsed.config };
}

export function projectFile(): { config: Record<string, unknown> } {
  return read("Pulumi.yaml");
}

/** A stack file's configuration as the engine hands it to the program: scalars as text, the rest as JSON. */
export function stackConfig(stack: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(read(`Pulumi.${stack}.yaml`).config).map(([key, value]) => [
      key,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}
