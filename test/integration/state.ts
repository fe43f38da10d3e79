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
