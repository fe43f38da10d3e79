/**
 * A property that Azure always answers once the resource exists, although the SDK's type says it may be absent.
 *
 * @throws Error when it is absent after all
 */
export function answered<T>(value: T | undefined, what: string): T {
  if (value === undefined) {
    throw new Error(`Azure did not answer with ${what}`);
  }
  return value;
}
