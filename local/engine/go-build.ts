import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import type { Go } from "./go.ts";
import type { Task } from "./progress.ts";
import { run } from "./run.ts";
import type { GoBuild } from "./tools.ts";

/**
 * Same sources, same binary: no paths of this machine, no state of the checkout, and only the module versions whose digests are
 * committed. No symbol tables: nobody debugs these binaries, and linking is faster.
 */
export const buildFlags = ["-trimpath", "-buildvcs=false", "-mod=readonly"] as const;
const linkerFlags = ["-s", "-w"] as const;

export interface GoBuildOptions {
  /** Folder with go.mod. Nothing is written there. */
  readonly source: string;
  /** Existing empty folder, for the executables and for what the build needs in between. */
  readonly output: string;
  /** Priority against other work, see nice(1). */
  readonly niceness: number;
  readonly environment: NodeJS.ProcessEnv;
}

/** Builds all packages of a build into the output folder. */
export async function goBuild(go: Go, build: GoBuild, options: GoBuildOptions, task: Task): Promise<void> {
  const environment = buildEnvironment(options.environment);
  const downloads = downloadCounter(task);
  const running = { environment, niceness: options.niceness, onError: downloads };
  const directory =
    build.embedded === undefined
      ? options.source
      : await withEmbedded(go, build.embedded, options, { ...running, directory: options.source });

  const flags = [...buildFlags, `-ldflags=${linkerArguments(build).join(" ")}`];
  task.update("preparing");
  const stale = await run(
    go.program,
    ["list", "-deps", "-f", "{{if .Stale}}{{.ImportPath}}{{end}}", ...flags, ...build.packages],
    { ...running, directory },
  );
  const total = stale.split("\n").filter((line) => line !== "").length;
  let compiled = 0;
  const onError = (line: string): void => {
    if (line.startsWith("go: ")) return downloads(line);
    if (!isImportPath(line)) return;
    compiled += 1;
    task.update(
      compiled < total
        ? `${compiled.toLocaleString("en")} of ${total.toLocaleString("en")} packages`
        : "linking",
    );
  };
  const executables = path.join(options.output, "bin");
  await mkdir(executables);
  // A single package's executable can be named; several take the names of their folders.
  const target =
    build.output === undefined ? `${executables}${path.sep}` : path.join(executables, build.output);
  await run(go.program, ["build", "-v", "-o", target, ...flags, ...build.packages], {
    ...running,
    directory,
    onError,
  });
}

/** The user's environment without what would make the result another one. */
function buildEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const rest = { ...environment };
  for (const name of ["GOOS", "GOARCH", "GOFLAGS", "GOEXPERIMENT"]) delete rest[name];
  // No C compiler needed, and no workspace that happens to lie above the checkout.
  return { ...rest, CGO_ENABLED: "0", GOWORK: "off" };
}

function linkerArguments(build: GoBuild): string[] {
  const variables = Object.entries(build.variables ?? {});
  return [...linkerFlags, ...variables.map(([name, value]) => `-X ${name}=${value}`)];
}

function downloadCounter(task: Task): (line: string) => void {
  let downloaded = 0;
  return (line) => {
    if (!line.startsWith("go: downloading ")) return;
    downloaded += 1;
    task.update(`downloading modules, ${downloaded.toLocaleString("en")}`);
  };
}

/** `go build -v` prints one import path a line; everything else has a space or a # in it. */
function isImportPath(line: string): boolean {
  return /^[^\s#]+$/.test(line);
}

/** Copies the sources into the output folder, and the files to embed beside them; returns the copy's folder. */
async function withEmbedded(
  go: Go,
  embedded: NonNullable<GoBuild["embedded"]>,
  options: GoBuildOptions,
  running: Parameters<typeof run>[2],
): Promise<string> {
  const copy = path.join(options.output, "source");
  await cp(options.source, copy, { recursive: true });
  const report = await run(go.program, ["mod", "download", "-json", embedded.module], running);
  const folder = moduleFolder(report, embedded.module);
  for (const file of embedded.files) await cp(path.join(folder, file), path.join(copy, path.basename(file)));
  return copy;
}

function moduleFolder(report: string, module: string): string {
  const parsed: unknown = JSON.parse(report);
  if (typeof parsed === "object" && parsed !== null && "Dir" in parsed && typeof parsed.Dir === "string")
    return parsed.Dir;
  throw new Error(`go mod download did not say where it keeps ${module}: ${report}`);
}
