/** The entry of a record, and nothing of what every object inherits: keys come from programs, and `constructor` is one. */
export function ownEntry<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
