/** One line of a .dockerignore file. */
interface IgnoreRule {
  readonly pattern: RegExp;
  /** Whether the line begins with an exclamation mark and takes files back in. */
  readonly keep: boolean;
}

/** A path pattern of Docker as a regular expression that also matches everything below what it names. */
function toRegExp(pattern: string): RegExp {
  let source = "";
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    if (pattern.startsWith("**/", index)) {
      source += "(?:[^/]+/)*";
      index += 2;
    } else if (pattern.startsWith("**", index)) {
      source += ".*";
      index += 1;
    } else if (character === "*") {
      source += "[^/]*";
    } else if (character === "?") {
      source += "[^/]";
    } else {
      source += character.replace(/[.+^${}()|[\]\\]/g, "\\$&");
    }
  }
  return new RegExp(`^${source}(?:/.*)?$`);
}

/**
 * Tells which files of a build context Docker does not see.
 * Source: https://docs.docker.com/build/concepts/context/#dockerignore-files
 *
 * @param text - content of a .dockerignore file
 * @returns a test for paths relative to the context, with forward slashes
 */
export function ignoredBy(text: string): (path: string) => boolean {
  const rules = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line): IgnoreRule => {
      const keep = line.startsWith("!");
      const pattern = (keep ? line.slice(1) : line).replace(/^\/+|\/+$/g, "").replace(/^\.\//, "");
      return { pattern: toRegExp(pattern), keep };
    });
  return (path) => {
    let ignored = false;
    for (const rule of rules) {
      if (rule.pattern.test(path)) {
        ignored = !rule.keep;
      }
    }
    return ignored;
  };
}
