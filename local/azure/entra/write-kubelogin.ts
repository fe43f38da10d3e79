import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./kubelogin.ts", import.meta.url));

/** Where the stand-in for kubelogin stands: beside the state directory, outside of every PATH. */
export function kubeloginPath(stateDirectory: string): string {
  return resolve(stateDirectory, "..", "bin", "kubelogin");
}

/**
 * Writes the script that kubeconfigs of local clusters name as their command. It runs ./kubelogin.ts with the Node.js that runs now.
 * Returns its path.
 */
export function writeKubelogin(stateDirectory: string): string {
  const path = kubeloginPath(stateDirectory);
  const script = [
    "#!/bin/sh",
    "# Stands in for kubelogin: asks the local Azure's directory for a token.",
    `exec ${quoted(process.execPath)} ${quoted(program)} --state-directory ${quoted(resolve(stateDirectory))} "$@"`,
    "",
  ].join("\n");
  if (current(path) === script) return path;
  mkdirSync(join(path, ".."), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, script);
  chmodSync(draft, 0o755);
  renameSync(draft, path);
  return path;
}

function current(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
