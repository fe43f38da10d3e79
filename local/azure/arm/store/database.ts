import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { migrate } from "./schema.ts";

/** How long a statement waits for another process's transaction, in milliseconds. Transactions last well below one. */
const BUSY_TIMEOUT = 30_000;

/** A row as SQLite returns it. */
export type Row = Record<string, SQLOutputValue>;

/** The database file of one local Azure, and transactions on it. */
export class Database {
  readonly #sqlite: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  private constructor(sqlite: DatabaseSync) {
    this.#sqlite = sqlite;
  }

  /** Opens `<directory>/azure.db`, creating and migrating it as needed. Only the owner may read the file. */
  static open(directory: string): Database {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const file = join(directory, "azure.db");
    const sqlite = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
    try {
      // NORMAL under WAL survives the death of the process at any point; only a loss of power may lose the last commits.
      sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
      migrate(sqlite);
      chmodSync(file, 0o600);
      return new Database(sqlite);
    } catch (error) {
      sqlite.close();
      throw error;
    }
  }

  /** Runs work in one transaction that holds the write lock from its start; nested calls join the outer one. */
  transaction<T>(work: () => T): T {
    if (this.#sqlite.isTransaction) return work();
    this.#sqlite.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.#sqlite.exec("COMMIT");
      return result;
    } catch (error) {
      if (this.#sqlite.isTransaction) this.#sqlite.exec("ROLLBACK");
      throw error;
    }
  }

  run(sql: string, ...values: SQLInputValue[]): { readonly changes: number; readonly rowId: number } {
    const result = this.#prepared(sql).run(...values);
    return { changes: Number(result.changes), rowId: Number(result.lastInsertRowid) };
  }

  one(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepared(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepared(sql).all(...values);
  }

  close(): void {
    if (this.#sqlite.isOpen) this.#sqlite.close();
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#sqlite.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
