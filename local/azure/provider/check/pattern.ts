/** Patterns as the provider applies them: with Go's regular expressions. */

/** What Go's RE2 cannot compile: look-around and back references. The provider skips such a pattern. */
const notRe2 = /\(\?(?:[=!]|<[=!])|\\[1-9]/;

/** Whether a text matches a pattern; a pattern that Go could not compile matches every text. */
export function matchesPattern(pattern: string, value: string): boolean {
  return notRe2.test(pattern) || new RegExp(pattern).test(value);
}
