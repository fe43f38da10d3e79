import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A process, told apart from a later one with the same number by the time it started: `<pid>@<start>`.
 */
export function identityOf(pid: number): string | undefined {
  const start = startOf(pid);
  return start === undefined ? undefined : `${pid}@${start}`;
}

/** Whether the process that an identity names still runs. */
export function isAlive(identity: string): boolean {
  const pid = Number(identity.slice(0, identity.indexOf("@")));
  return Number.isInteger(pid) && pid > 0 && identityOf(pid) === identity;
}

function startOf(pid: number): string | undefined {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The command, in parentheses, may hold spaces; fields are counted after it. 3rd: state, 22nd: start time.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  try {
    const start = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return start === "" ? undefined : start.replace(/\s+/g, "-");
  } catch {
    return undefined;
  }
}
