/** A semantic version's numbers; a pre-release counts as older than the release, build metadata does not count. */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly prerelease: string | undefined;
}

/** Reads `1.2.3`, `v1.2.3-rc.1+build`, and Go's shorter `1.26`; undefined for anything else. */
export function parseVersion(text: string): Version | undefined {
  const match =
    /^v?(\d+)\.(\d+)(?:\.(\d+))?(?:-?((?:alpha|beta|rc|[0-9A-Za-z])[0-9A-Za-z.-]*))?(?:\+\S+)?$/.exec(
      text.trim(),
    );
  if (match === null) return undefined;
  const [, major, minor, patch, prerelease] = match;
  return { major: Number(major), minor: Number(minor), patch: Number(patch ?? 0), prerelease };
}

/** Negative when a is older than b, positive when newer, 0 when neither. */
export function compareVersions(a: Version, b: Version): number {
  for (const part of ["major", "minor", "patch"] as const) if (a[part] !== b[part]) return a[part] - b[part];
  if (a.prerelease === b.prerelease) return 0;
  if (a.prerelease === undefined) return 1;
  if (b.prerelease === undefined) return -1;
  return comparePrereleases(a.prerelease, b.prerelease);
}

/** Dot-separated identifiers in turn: numbers by value and below words, words by their letters; fewer identifiers are older. */
function comparePrereleases(a: string, b: string): number {
  const left = a.split(".");
  const right = b.split(".");
  for (const [index, one] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (one === other) continue;
    const [oneIsNumber, otherIsNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)];
    if (oneIsNumber && otherIsNumber) return Number(one) - Number(other);
    if (oneIsNumber !== otherIsNumber) return oneIsNumber ? -1 : 1;
    return one < other ? -1 : 1;
  }
  return left.length - right.length;
}

/**
 * Whether a version that was found will do: at least the minimum, and not of the next major version (with `sameMinor`: not of the
 * next minor version).
 */
export function isAcceptable(found: string, minimum: string, sameMinor: boolean): boolean {
  const [version, least] = [parseVersion(found), parseVersion(minimum)];
  if (version === undefined || least === undefined) return false;
  return (
    compareVersions(version, least) >= 0 &&
    version.major === least.major &&
    (!sameMinor || version.minor === least.minor)
  );
}
