/** Entries of the catalogue whose rules are still to be written. The list only shrinks. */
export const notYet: ReadonlySet<string> = new Set([]);
