import { parseBody } from "../body.ts";
import type { Database } from "./database.ts";

/** A failure that is to happen. */
export interface Fault {
  /** Token of the resource type; `*` for any. */
  readonly token: string;
  readonly operation: "put" | "get" | "delete";
  /**
   * `refused`: Azure answers with the error at once; `accepted`: it takes the request, then fails, and the resource stays in a failed
   * state; `crash`: the process is killed right after Azure accepted.
   */
  readonly phase: "refused" | "accepted" | "crash";
  /** How often it happens. */
  readonly count: number;
  /** Azure's answer; without meaning for a crash. */
  readonly error?: { readonly status: number; readonly code?: string; readonly message: string };
}

/** The failures that wait for their operation. */
export class Faults {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(fault: Fault): void {
    this.#database.run(
      "INSERT INTO fault (token, operation, phase, remaining, error) VALUES (?, ?, ?, ?, ?)",
      fault.token,
      fault.operation,
      fault.phase,
      fault.count,
      fault.error === undefined ? null : JSON.stringify(fault.error),
    );
  }

  /** The failure that this operation meets, counted down. */
  take(token: string, operation: Fault["operation"]): Fault | undefined {
    const row = this.#database.one(
      "SELECT * FROM fault WHERE operation = ? AND token IN (?, '*') AND remaining > 0 ORDER BY number LIMIT 1",
      operation,
      token,
    );
    if (row === undefined) return undefined;
    this.#database.run("UPDATE fault SET remaining = remaining - 1 WHERE number = ?", Number(row["number"]));
    const phase = String(row["phase"]);
    const error = row["error"] === null ? undefined : parseBody(String(row["error"]));
    return {
      token,
      operation,
      phase: phase === "accepted" || phase === "crash" ? phase : "refused",
      count: Number(row["remaining"]),
      error: error && {
        status: Number(error["status"]),
        code: typeof error["code"] === "string" ? error["code"] : undefined,
        message: typeof error["message"] === "string" ? error["message"] : "",
      },
    };
  }

  /** Whether nothing waits; a quick look that takes no lock. */
  areNone(): boolean {
    return this.#database.one("SELECT 1 FROM fault WHERE remaining > 0 LIMIT 1") === undefined;
  }

  clear(): void {
    this.#database.run("DELETE FROM fault");
  }
}
