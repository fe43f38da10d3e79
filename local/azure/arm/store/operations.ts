import { idKey } from "../arm-id.ts";
import type { Database, Row } from "./database.ts";

/** A write or delete, as the log keeps it. */
export interface Operation {
  readonly number: number;
  /** Key of the resource. */
  readonly key: string;
  readonly token: string;
  readonly kind: "put" | "delete";
  readonly status: "accepted" | "succeeded" | "failed" | "abandoned";
  /** The process that carries it out, see process-identity.ts. */
  readonly owner: string;
  /** ISO 8601, real time. */
  readonly acceptedAt: string;
  /** Minutes on the simulated clock. */
  readonly simulatedStart: number;
  /** Minutes on the simulated clock. */
  readonly simulatedEnd: number;
  /** Azure's answer, if it failed. */
  readonly error: string | undefined;
}

/** The log of operations: accepted, then succeeded or failed. One that stays accepted was interrupted. */
export class Operations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Writes down that an operation was accepted; returns its number. */
  accept(
    operation: Pick<Operation, "token" | "kind" | "owner" | "simulatedStart" | "simulatedEnd">,
    id: string,
  ): number {
    return this.#database.run(
      `INSERT INTO operation (key, token, kind, status, owner, accepted_at, simulated_start, simulated_end)
       VALUES (?, ?, ?, 'accepted', ?, ?, ?, ?)`,
      idKey(id),
      operation.token,
      operation.kind,
      operation.owner,
      new Date().toISOString(),
      operation.simulatedStart,
      operation.simulatedEnd,
    ).rowId;
  }

  /** Another process takes an interrupted operation over. Returns false if a third one was faster. */
  takeOver(number: number, from: string, to: string): boolean {
    return (
      this.#database.run(
        "UPDATE operation SET owner = ? WHERE number = ? AND owner = ? AND status = 'accepted'",
        to,
        number,
        from,
      ).changes === 1
    );
  }

  end(number: number, status: Exclude<Operation["status"], "accepted">, error?: string): void {
    this.#database.run(
      "UPDATE operation SET status = ?, error = ? WHERE number = ?",
      status,
      error ?? null,
      number,
    );
  }

  /** The operation on a resource that has not ended. */
  open(id: string): Operation | undefined {
    const row = this.#database.one(
      "SELECT * FROM operation WHERE key = ? AND status = 'accepted' ORDER BY number DESC LIMIT 1",
      idKey(id),
    );
    return row === undefined ? undefined : fromRow(row);
  }

  latest(id: string): Operation | undefined {
    const row = this.#database.one(
      "SELECT * FROM operation WHERE key = ? ORDER BY number DESC LIMIT 1",
      idKey(id),
    );
    return row === undefined ? undefined : fromRow(row);
  }

  byNumber(number: number): Operation | undefined {
    const row = this.#database.one("SELECT * FROM operation WHERE number = ?", number);
    return row === undefined ? undefined : fromRow(row);
  }

  all(): Operation[] {
    return this.#database.all("SELECT * FROM operation ORDER BY number").map(fromRow);
  }
}

function fromRow(row: Row): Operation {
  const status = String(row["status"]);
  return {
    number: Number(row["number"]),
    key: String(row["key"]),
    token: String(row["token"]),
    kind: row["kind"] === "delete" ? "delete" : "put",
    status: status === "succeeded" || status === "failed" || status === "abandoned" ? status : "accepted",
    owner: String(row["owner"]),
    acceptedAt: String(row["accepted_at"]),
    simulatedStart: Number(row["simulated_start"]),
    simulatedEnd: Number(row["simulated_end"]),
    error: row["error"] === null ? undefined : String(row["error"]),
  };
}
