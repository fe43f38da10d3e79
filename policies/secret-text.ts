/** Last words of names under which people keep secrets. */
const secretName =
  /(^|[-_.])(password|passwd|pwd|secret|token|api[-_]?key|access[-_]?key|account[-_]?key|private[-_]?key|shared[-_]?key|connection[-_]?string|credentials?)$/;

/** What a secret looks like, whatever it is called. */
const secretTexts = [
  /-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/,
  /\b(AccountKey|SharedAccessKey|SharedSecretValue)=[A-Za-z0-9+/]{20,}/,
  /\b(password|pwd)\s*=\s*[^;\s$'"{(]{4,}/i,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@$({]{4,}@/i,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\./,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bclient-key-data"?\s*:\s*"?[A-Za-z0-9+/]{20,}/,
  /[?&]sig=[A-Za-z0-9%+/]{30,}/,
] as const;

/** Whether somebody who sees this name expects a secret behind it: `adminPassword`, `db-token`. */
export function namesSecret(name: string): boolean {
  return secretName.test(name.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase());
}

/** Whether a text is a secret, or holds one: a private key, a connection string with its key, a token. */
export function readsAsSecret(text: string): boolean {
  return secretTexts.some((pattern) => pattern.test(text));
}

/** Whether a text only says where a secret comes from, or is too short or too plain to be one. */
export function isPlaceholder(text: string): boolean {
  const plain = text.trim();
  return plain.length < 4 || /^(true|false|null|none|\d+|\/.*|[$@{<%].*)$/i.test(plain);
}
