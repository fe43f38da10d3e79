import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse as parseYaml } from "yaml";
import { UsageError } from "./usage.ts";

/**
 * The engine writes the salt of its passphrase into the stack file. That salt belongs to one checkout's local Azure and must
 * not show up as a change of the committed `Pulumi.<stack>.yaml`: the engine works on a copy, and what it
 * changes there besides the salt (`config set`) is carried back.
 */
const saltLine = /^encryptionsalt:.*\r?\n?/m;

/** Names of the stacks: every `Pulumi.<stack>.yaml` is one. */
export function stackNames(root: string): string[] {
  return readdirSync(root)
    .map((file) => /^Pulumi\.([A-Za-z0-9_.-]+)\.yaml$/.exec(file)?.[1])
    .filter((name) => name !== undefined)
    .sort();
}

/** Refuses a stack that has no file. */
export function requireStack(root: string, stack: string): void {
  const known = stackNames(root);
  if (!known.includes(stack)) {
    throw new UsageError(
      `no stack '${stack}': Pulumi.${stack}.yaml does not exist. Stacks here: ${known.join(", ")}. Copy one of their files to make another.`,
    );
  }
}

/** The committed text with this checkout's salt, if it has one by now. */
export function withSalt(committed: string, engineCopy: string | undefined): string {
  const salt = engineCopy === undefined ? undefined : saltLine.exec(engineCopy)?.[0];
  if (salt === undefined || saltLine.test(committed)) return committed;
  return `${salt.trimEnd()}\n${committed}`;
}

/** The engine's text without the salt. */
export function withoutSalt(engineCopy: string): string {
  return engineCopy.replace(saltLine, "");
}

/** A stack file as the engine gets it. */
export interface EngineStackFile {
  readonly path: string;
  /** Carries back what the engine changed in it. */
  finish(): void;
}

/** Copies `Pulumi.<stack>.yaml` for the engine. */
export function openStackFile(root: string, folder: string, stack: string): EngineStackFile {
  const committedPath = path.join(root, `Pulumi.${stack}.yaml`);
  const copyPath = path.join(folder, `Pulumi.${stack}.yaml`);
  mkdirSync(folder, { recursive: true });
  const committed = readFileSync(committedPath, "utf8");
  const text = withSalt(committed, existsSync(copyPath) ? readFileSync(copyPath, "utf8") : undefined);
  writeFileSync(copyPath, text, { mode: 0o600 });
  return {
    path: copyPath,
    finish() {
      const left = readFileSync(copyPath, "utf8");
      // The engine rewrites the whole file when it adds its salt: only a change of content is carried back.
      if (left !== text && !sameContent(withoutSalt(left), withoutSalt(text))) {
        writeFileSync(committedPath, withoutSalt(left));
      }
    },
  };
}

/** Whether two stack files differ in no more than comments, blank lines and indentation of the engine's rewriting. */
function sameContent(one: string, other: string): boolean {
  return meaning(one) === meaning(other);
}

function meaning(text: string): string {
  // The engine quotes top-level booleans and numbers when it rewrites the file; to the program both are the same text.
  return JSON.stringify(parseYaml(text), (_key, value: unknown) =>
    typeof value === "boolean" || typeof value === "number" ? String(value) : value,
  );
}
