import type { Refusal } from "./refusal.ts";

/** Refuses a whole number outside `[least, most]`; an absent value passes. */
export function wholeNumber(
  property: string,
  value: number | undefined,
  least: number,
  most: number,
  remedy: string,
): Refusal[] {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) {
    return [];
  }
  return [{ property, value, allowed: `a whole number from ${least} to ${most}`, remedy }];
}

/** Refuses a value that is none of `allowed`; an absent value passes. Other languages do not check sets for us. */
export function oneOf(
  property: string,
  value: string | undefined,
  allowed: Readonly<Record<string, string>>,
): Refusal[] {
  const values = Object.values(allowed);
  if (value === undefined || values.includes(value)) {
    return [];
  }
  return [{ property, value, allowed: values.join(", "), remedy: "Choose one of them." }];
}

/** Refuses a string that does not match; an absent value passes. */
export function matching(
  property: string,
  value: string | undefined,
  pattern: RegExp,
  allowed: string,
  remedy: string,
): Refusal[] {
  return value === undefined || pattern.test(value) ? [] : [{ property, value, allowed, remedy }];
}

/** Refuses the second and later uses of a name: children are named after it. */
export function distinct(property: string, names: readonly string[]): Refusal[] {
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  return [...new Set(repeated)].map((name) => ({
    property,
    value: name,
    allowed: "names that are used once",
    remedy: "Rename or remove one of the entries.",
  }));
}

/** Refuses availability zones other than 1, 2 and 3, and repeated ones. */
export function zones(property: string, value: readonly string[] | undefined): Refusal[] {
  if (value === undefined) {
    return [];
  }
  const known = value.every((zone) => ["1", "2", "3"].includes(zone));
  if (known && new Set(value).size === value.length) {
    return [];
  }
  return [
    {
      property,
      value,
      allowed: 'each of "1", "2" and "3" at most once',
      remedy: "List the zones as strings; use an empty list in a region without zones.",
    },
  ];
}
