/** The areas of the test suite, in the order in which they run: what fails fast comes first. */
export const areas = {
  quality: "lint, format and types",
  unit: "pure logic, configuration and component shapes",
  policies: "every rule, the packs and the guard",
  local: "the local Azure, its control plane and its plugins",
  integration: "the whole platform with the real engine",
} as const;

export type Area = keyof typeof areas;

export function isArea(name: string): name is Area {
  return Object.hasOwn(areas, name);
}

/** Mocha's own result of one area. */
export interface AreaResult {
  readonly passed: number;
  readonly failed: number;
  /** Tests that were declared without a body or skipped; they count as failed, so that none is forgotten. */
  readonly pending: number;
}

export function isAreaResult(value: unknown): value is AreaResult {
  return (
    typeof value === "object" &&
    value !== null &&
    "passed" in value &&
    "failed" in value &&
    "pending" in value
  );
}
