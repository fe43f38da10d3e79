import assert from "node:assert/strict";

/** A JSON object that a command printed. */
export function record(json: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(json);
  assert.ok(typeof parsed === "object" && parsed !== null && !Array.isArray(parsed), json);
  return Object.fromEntries(Object.entries(parsed));
}

/** A resource of an exported state: what the tests read of it. */
export interface Resource {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

export function isDeployment(value: unknown): value is { deployment: { resources: Resource[] } } {
  return (
    typeof value === "object" &&
    value !== null &&
    "deployment" in value &&
    typeof value.deployment === "object" &&
    value.deployment !== null &&
    "resources" in value.deployment &&
    Array.isArray(value.deployment.resources)
  );
}
