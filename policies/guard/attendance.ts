import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";

/**
 * How the program knows that the engine which runs it has loaded the pack. What the engine was told to load does not prove it: a flag on
 * its command line overrules the environment, of which the program sees no more than that. So the pack, once it serves the engine, leaves
 * a note under the engine's address, which both processes are given; and the note counts as long as the pack's process runs.
 */
export interface Attendance {
  /** The engine's address, `127.0.0.1:<port>`. */
  readonly engine: string;
  /** The pack's folder, the one that holds PulumiPolicy.yaml. */
  readonly folder: string;
}

interface Note {
  readonly folder: string;
  readonly process: number;
}

/** Says that this process serves a pack to an engine. Where no note can be left, the program judges too. */
export function attend({ engine, folder }: Attendance, notes: string = notesFolder()): void {
  try {
    mkdirSync(notes, { recursive: true, mode: 0o700 });
    removeOthersOfTheDead(notes);
    const note: Note = { folder: realpathSync(folder), process: process.pid };
    writeFileSync(join(notes, fileName(engine)), JSON.stringify(note), { mode: 0o600 });
  } catch {
    // The program's guard then does the same work again.
  }
}

/** Whether a running process serves this pack to this engine. */
export function attends({ engine, folder }: Attendance, notes: string = notesFolder()): boolean {
  try {
    const note = readNote(join(notes, fileName(engine)));
    return note !== undefined && note.folder === realpathSync(folder) && isRunning(note.process);
  } catch {
    return false;
  }
}

/** The engine's address among the arguments of a pack's process. */
export function engineAddress(argv: readonly string[]): string | undefined {
  return argv.slice(2).find((argument) => /^(127\.0\.0\.1|localhost|\[::1\]):\d+$/.test(argument));
}

/** The pack's folder among a pack process's arguments: that of the script, or one that the SDK's launcher was given. */
export function packFolder(argv: readonly string[]): string | undefined {
  const [, script = "", ...rest] = argv;
  return [dirname(script), ...rest.map((argument) => resolve(argument))].find(holdsPack);
}

function holdsPack(folder: string): boolean {
  try {
    return readdirSync(folder).includes("PulumiPolicy.yaml");
  } catch {
    return false;
  }
}

/** Of this user alone. */
function notesFolder(): string {
  return join(tmpdir(), `azure-platform-policies-${userInfo().username}`);
}

function fileName(engine: string): string {
  return `${engine.replaceAll(/[^\w.]/g, "_")}.json`;
}

function readNote(file: string): Note | undefined {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (typeof content !== "object" || content === null) return undefined;
  if (!("folder" in content) || !("process" in content)) return undefined;
  const { folder, process: pid } = content;
  return typeof folder === "string" && typeof pid === "number" ? { folder, process: pid } : undefined;
}

function removeOthersOfTheDead(notes: string): void {
  for (const name of readdirSync(notes)) {
    const file = join(notes, name);
    try {
      const note = readNote(file);
      if (note === undefined || !isRunning(note.process)) rmSync(file, { force: true });
    } catch {
      // Being written, or removed, by another pack at this moment.
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
