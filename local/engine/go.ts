import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findOnPath } from "./executable.ts";
import { run } from "./run.ts";
import { compareVersions, parseVersion } from "./version.ts";

/** A Go installation. */
export interface Go {
  readonly program: string;
  /** Such as 1.26.0. */
  readonly version: string;
  /** Whether it gets a newer release of itself where a module asks for one (Go 1.21 and later, unless GOTOOLCHAIN is local). */
  readonly upgradesItself: boolean;
}

/** From this release on Go can get a newer one by itself. */
const selfUpgrading = "1.21";

/** The Go on PATH; undefined when there is none, or one too old to tell. */
export async function findGo(environment: NodeJS.ProcessEnv = process.env): Promise<Go | undefined> {
  const program = await findOnPath("go", environment);
  if (program === undefined) return undefined;
  let report: string;
  try {
    // Outside any module, which could make it switch to another release.
    report = await run(program, ["env", "GOVERSION", "GOTOOLCHAIN"], { directory: tmpdir(), environment });
  } catch {
    return undefined;
  }
  const [name = "", toolchain = ""] = report.split("\n");
  const version = /^go(\d\S*)/.exec(name)?.[1];
  if (version === undefined) return undefined;
  return {
    program,
    version,
    upgradesItself: toolchain !== "local" && toolchain !== "path" && isAtLeast(version, selfUpgrading),
  };
}

/** The Go release that a folder's go.mod asks for. */
export async function requiredGo(folder: string): Promise<string> {
  const file = path.join(folder, "go.mod");
  const version = /^go (\S+)$/m.exec(await readFile(file, "utf8"))?.[1];
  if (version === undefined) throw new Error(`${file} has no go directive`);
  return version;
}

/** Whether this Go builds a module that asks for the given release. */
export function canBuild(go: Go, required: string): boolean {
  return go.upgradesItself || isAtLeast(go.version, required);
}

function isAtLeast(version: string, minimum: string): boolean {
  const [found, least] = [parseVersion(version), parseVersion(minimum)];
  return found !== undefined && least !== undefined && compareVersions(found, least) >= 0;
}

/** The newest of the releases. */
export function newestGo(releases: readonly string[]): string {
  return releases.reduce((newest, release) => (isAtLeast(release, newest) ? release : newest));
}
