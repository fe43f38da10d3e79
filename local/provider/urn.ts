/** What a URN says about its resource: `urn:pulumi:<stack>::<project>::<parent types$type>::<name>`. */

/** The type token of the resource itself, without those of its parents; empty when the text is no URN. */
export function typeOfUrn(urn: string): string {
  const qualified = urn.split("::")[2] ?? "";
  return qualified.slice(qualified.lastIndexOf("$") + 1);
}

/** The logical name, which may contain `::` itself; empty when the text is no URN. */
export function nameOfUrn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
