import { idKey, nameOf } from "../arm-id.ts";
import { parseBody, text } from "../body.ts";
import { normalLocation } from "../regions.ts";
import type { Resource } from "../resource-type.ts";
import type { ArmBody } from "../service.ts";
import type { Database, Row } from "./database.ts";

/** What a write leaves in a row. */
export interface ResourceRow {
  readonly id: string;
  readonly token: string;
  readonly apiVersion: string;
  readonly body: ArmBody;
  readonly facts: ArmBody;
  readonly state: string;
  readonly version: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** The resources that exist. */
export class Resources {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  find(id: string): Resource | undefined {
    const row = this.#database.one("SELECT * FROM resource WHERE key = ?", idKey(id));
    return row === undefined ? undefined : fromRow(row);
  }

  /** Everything whose id starts with the container's, children of children too, scoped resources as well. */
  within(container: string, token?: string): Resource[] {
    const start = `${idKey(container)}/`;
    // The range of texts that start so: "0" follows "/" in ASCII.
    const end = `${idKey(container)}0`;
    const rows =
      token === undefined
        ? this.#database.all("SELECT * FROM resource WHERE key >= ? AND key < ? ORDER BY key", start, end)
        : this.#database.all(
            "SELECT * FROM resource WHERE key >= ? AND key < ? AND token = ? ORDER BY key",
            start,
            end,
            token,
          );
    return rows.map(fromRow);
  }

  ofToken(token: string): Resource[] {
    return this.#database.all("SELECT * FROM resource WHERE token = ? ORDER BY key", token).map(fromRow);
  }

  all(): Resource[] {
    return this.#database.all("SELECT * FROM resource ORDER BY key").map(fromRow);
  }

  save(row: ResourceRow): void {
    this.#database.run(
      `INSERT OR REPLACE INTO resource (key, id, token, api_version, body, facts, state, version, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      idKey(row.id),
      row.id,
      row.token,
      row.apiVersion,
      JSON.stringify(row.body),
      JSON.stringify(row.facts),
      row.state,
      row.version,
      row.createdAt,
      row.changedAt,
    );
  }

  setState(id: string, state: string): void {
    this.#database.run("UPDATE resource SET state = ? WHERE key = ?", state, idKey(id));
  }

  setFacts(id: string, facts: ArmBody): void {
    this.#database.run("UPDATE resource SET facts = ? WHERE key = ?", JSON.stringify(facts), idKey(id));
  }

  remove(id: string): void {
    this.#database.run("DELETE FROM resource WHERE key = ?", idKey(id));
  }
}

function fromRow(row: Row): Resource {
  const id = String(row["id"]);
  const body = parseBody(String(row["body"]));
  return {
    id,
    token: String(row["token"]),
    name: nameOf(id),
    location: normalLocation(text(body, "location") ?? ""),
    body,
    facts: parseBody(String(row["facts"])),
    state: String(row["state"]),
    version: Number(row["version"]),
    createdAt: String(row["created_at"]),
    changedAt: String(row["changed_at"]),
    apiVersion: String(row["api_version"]),
  };
}
