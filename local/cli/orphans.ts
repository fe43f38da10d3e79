import { execFileSync } from "node:child_process";

/** A process as `ps` lists it. */
interface Listed {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Reads `ps -eo pid=,ppid=,args=`. */
export function parseProcesses(listing: string): Listed[] {
  return listing.split("\n").flatMap((line) => {
    const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** The plugins of a PULUMI_HOME whose engine is gone. */
export function orphanedPlugins(processes: readonly Listed[], pulumiHome: string): number[] {
  const engines = new Set(
    processes.filter(({ command }) => /^(\S*\/)?pulumi( |$)/.test(command)).map(({ pid }) => pid),
  );
  return processes
    .filter(({ command, parent }) => command.startsWith(`${pulumiHome}/plugins/`) && !engines.has(parent))
    .map(({ pid }) => pid);
}

/**
 * Ends plugins that outlived an engine that was killed; ours end by themselves, the Kubernetes provider does not. Returns
 * their process ids.
 */
export function endOrphanedPlugins(pulumiHome: string): number[] {
  const listing = execFileSync("ps", ["-ww", "-eo", "pid=,ppid=,args="], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const orphans = orphanedPlugins(parseProcesses(listing), pulumiHome);
  for (const pid of orphans) {
    try {
      process.kill(pid, "SIGTERM");
    } catch {
      // It ended by itself in the meantime.
    }
  }
  return orphans;
}
