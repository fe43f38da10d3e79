/**
 * Compares versions such as 1.33 and 1.33.7, number by number as far as both go, so that 1.33 is as new as 1.33.7.
 * Less than 0 where the first is older; undefined where one is no version.
 */
export function compareVersions(one: string, other: string): number | undefined {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  if (left === undefined || right === undefined) return undefined;
  for (const [index, number] of left.entries()) {
    const difference = number - (right[index] ?? number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): readonly number[] | undefined {
  return /^\d{1,6}(\.\d{1,6}){0,3}$/.test(version) ? version.split(".").map(Number) : undefined;
}
