import { idKey } from "../arm-id.ts";
import type { Database } from "./database.ts";

/** Who has a name. */
export interface NameClaim {
  /** Key of the resource that has or had it. */
  readonly owner: string;
  /** Until when a deleted owner holds it; undefined: the owner exists. */
  readonly heldUntil: string | undefined;
}

/** A name that outlives its resource. */
export interface HeldName {
  /** The name space, such as `vault`. */
  readonly realm: string;
  readonly name: string;
  /** Id of the deleted resource, in lower case. */
  readonly id: string;
  /** ISO 8601. */
  readonly until: string;
}

/** Names that are unique in all of Azure. They compare without case. */
export class Names {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Who has the name now; a hold that has run out counts for nothing. */
  claim(realm: string, name: string): NameClaim | undefined {
    const row = this.#database.one(
      "SELECT owner, held FROM name WHERE realm = ? AND name = ?",
      realm,
      name.toLowerCase(),
    );
    if (row === undefined) return undefined;
    const held = row["held"] === null ? undefined : String(row["held"]);
    if (held !== undefined && held <= new Date().toISOString()) return undefined;
    return { owner: String(row["owner"]), heldUntil: held };
  }

  take(realm: string, name: string, owner: string): void {
    this.#database.run(
      "INSERT OR REPLACE INTO name (realm, name, owner, held) VALUES (?, ?, ?, NULL)",
      realm,
      name.toLowerCase(),
      idKey(owner),
    );
  }

  /** Leaves the names of a deleted resource to it until then. */
  hold(realm: string, owner: string, until: string): void {
    this.#database.run("UPDATE name SET held = ? WHERE realm = ? AND owner = ?", until, realm, idKey(owner));
  }

  /** Frees every name that a resource has in a realm. */
  release(realm: string, owner: string): void {
    this.#database.run("DELETE FROM name WHERE realm = ? AND owner = ?", realm, idKey(owner));
  }

  /** The names that deleted resources hold; those whose time has run out are left out. */
  held(): HeldName[] {
    return this.#database
      .all("SELECT * FROM name WHERE held > ? ORDER BY realm, name", new Date().toISOString())
      .map((row) => ({
        realm: String(row["realm"]),
        name: String(row["name"]),
        id: String(row["owner"]),
        until: String(row["held"]),
      }));
  }

  /** Frees every name that a deleted resource holds. */
  releaseHeld(): void {
    this.#database.run("DELETE FROM name WHERE held IS NOT NULL");
  }
}
