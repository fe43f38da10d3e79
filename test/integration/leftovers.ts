import { execFileSync } from "node:child_process";

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processes(): Process[] {
  return execFileSync("ps", ["-ww", "-eo", "pid=,ppid=,args="], {
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  })
    .split("\n")
    .flatMap((line) => {
      const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
}

/** Command lines of the processes that work in a folder: nothing may be left of a test. */
export function processesOf(folder: string): string[] {
  return processes()
    .map(({ command }) => command)
    .filter((command) => command.includes(folder));
}

/** kill -9 of a process, and of the engine that runs below it; what the engine itself has started must end by itself. */
export function killWithEngine(pid: number): void {
  const all = processes();
  const engines = all.filter(({ command }) => /(^|\/)pulumi up /.test(command));
  const isBelow = (process: Process | undefined): boolean =>
    process !== undefined &&
    (process.pid === pid || isBelow(all.find((candidate) => candidate.pid === process.parent)));
  const mine = engines.filter(isBelow);
  if (mine.length === 0) throw new Error(`no engine runs below process ${pid}`);
  for (const engine of mine) process.kill(engine.pid, "SIGKILL");
}
