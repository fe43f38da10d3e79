import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/**
 * One process, told apart from a later one that got the same number: operating systems reuse process ids, and a
 * recycled id must never be signalled.
 */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process started, as the operating system counts it; opaque, to be compared only. */
  readonly started: string;
}

/** A living process as the operating system reports it. */
export interface LivingProcess extends ProcessIdentity {
  /** Process group; equals `pid` for a group's leader. */
  readonly group: number;
}

/** What is read of `/proc/<pid>/stat`. */
export interface ProcessStat {
  readonly state: string;
  readonly group: number;
  readonly threads: number;
  readonly startTicks: string;
}

/**
 * Reads the fields of `/proc/<pid>/stat` (proc_pid_stat(5)). The command name is in parentheses and may itself hold
 * spaces and parentheses, so the fields are counted from the last one.
 */
export function parseStat(stat: string): ProcessStat | undefined {
  const rest = stat.slice(stat.lastIndexOf(")") + 1).trim();
  const fields = rest.split(" ");
  const state = fields[0];
  const group = Number(fields[2]);
  const threads = Number(fields[17]);
  const startTicks = fields[19];
  if (state === undefined || state === "" || startTicks === undefined || !Number.isInteger(group)) {
    return undefined;
  }
  return { state, group, threads, startTicks };
}

/** Reads a line of `ps -o pid=,pgid=,stat=,lstart=`. */
export function parsePsLine(line: string): (LivingProcess & { readonly state: string }) | undefined {
  const match = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(line);
  if (!match) return undefined;
  const [, pid = "", group = "", state = "", started = ""] = match;
  return { pid: Number(pid), group: Number(group), state, started };
}

/** A zombie still has an id but runs nothing and holds nothing; it waits for its parent to look at it. */
function isGone(state: string): boolean {
  return state.startsWith("Z") || state.startsWith("X");
}

let knownBoot: string | undefined;

/** Start times on Linux count from the boot, so they identify a process only together with it. */
function bootId(): string {
  knownBoot ??= readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return knownBoot;
}

function readProc(pid: number): LivingProcess | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return undefined;
  }
  const parsed = parseStat(stat);
  // While other threads of a dying process end, its first one is a zombie already and the files and ports are still held.
  if (!parsed || (isGone(parsed.state) && parsed.threads <= 1)) return undefined;
  return { pid, group: parsed.group, started: `${bootId()}/${parsed.startTicks}` };
}

function runPs(args: readonly string[]): LivingProcess[] {
  let text: string;
  try {
    text = execFileSync("ps", ["-o", "pid=,pgid=,stat=,lstart=", ...args], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    // ps exits with 1 when no process matches.
    return [];
  }
  const found: LivingProcess[] = [];
  for (const line of text.split("\n")) {
    const entry = parsePsLine(line);
    if (!entry || isGone(entry.state)) continue;
    found.push({ pid: entry.pid, group: entry.group, started: entry.started });
  }
  return found;
}

const hasProc = process.platform === "linux";

/** The process that has this id now, or undefined when there is none. */
export function findProcess(pid: number): LivingProcess | undefined {
  return hasProc ? readProc(pid) : runPs(["-p", String(pid)])[0];
}

/** Whether exactly this process still runs. */
export function isAlive(identity: ProcessIdentity): boolean {
  return findProcess(identity.pid)?.started === identity.started;
}

/** Whether the identity was taken since the machine started; without a record of that, it is assumed. */
export function isOfThisBoot(identity: ProcessIdentity): boolean {
  return !hasProc || identity.started.startsWith(`${bootId()}/`);
}

/** The living processes of a group. */
export function groupMembers(group: number): LivingProcess[] {
  if (!hasProc) return runPs(["-A"]).filter((entry) => entry.group === group);
  const members: LivingProcess[] = [];
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const found = readProc(Number(entry));
    if (found?.group === group) members.push(found);
  }
  return members;
}

/** The working directory of a process where the operating system tells it (Linux), else undefined. */
export function workingDirectory(pid: number): string | undefined {
  if (!hasProc) return undefined;
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
