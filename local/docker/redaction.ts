/** Text of other programs without the secrets that they were given. */

/** Replaces every secret in the text. Longest first, so that no rest remains of a secret that begins with another. */
export function redacted(text: string, secrets: Iterable<string>): string {
  return [...new Set(secrets)]
    .filter((secret) => secret !== "")
    .sort((left, right) => right.length - left.length)
    .reduce((result, secret) => result.replaceAll(secret, "[secret]"), text);
}
