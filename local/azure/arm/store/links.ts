import { idKey } from "../arm-id.ts";
import type { Link } from "../resource-type.ts";
import type { Database, Row } from "./database.ts";

/** A reference that is on record. */
export interface StoredLink {
  /** Key of the resource that refers. */
  readonly source: string;
  readonly target: string;
  readonly property: string;
  readonly via: string;
  readonly blocks: boolean;
}

/** The references between resources. */
export class Links {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Replaces what a resource refers to. */
  set(source: string, links: readonly Link[]): void {
    this.clear(source);
    for (const link of links) this.add(source, link);
  }

  clear(source: string): void {
    this.#database.run("DELETE FROM link WHERE source = ?", idKey(source));
  }

  /** Records one reference beside those that are there. */
  add(source: string, link: Link): void {
    this.#database.run(
      "INSERT OR REPLACE INTO link (source, target, property, via, blocks) VALUES (?, ?, ?, ?, ?)",
      idKey(source),
      idKey(link.target),
      link.property,
      link.via ?? source,
      link.blocks === true ? 1 : 0,
    );
  }

  /** Forgets what everything inside a container refers to, whether it is a resource of its own or not. */
  clearWithin(container: string): void {
    const start = `${idKey(container)}/`;
    this.#database.run("DELETE FROM link WHERE source >= ? AND source < ?", start, `${idKey(container)}0`);
  }

  /** What everything inside a container refers to. */
  within(container: string): StoredLink[] {
    const start = `${idKey(container)}/`;
    return this.#database
      .all(
        "SELECT * FROM link WHERE source >= ? AND source < ? ORDER BY source, property",
        start,
        `${idKey(container)}0`,
      )
      .map(fromRow);
  }

  /** Who refers to a resource. */
  to(target: string): StoredLink[] {
    return this.#database
      .all("SELECT * FROM link WHERE target = ? ORDER BY source, property", idKey(target))
      .map(fromRow);
  }

  /** What a resource refers to. */
  from(source: string): StoredLink[] {
    return this.#database
      .all("SELECT * FROM link WHERE source = ? ORDER BY property", idKey(source))
      .map(fromRow);
  }
}

function fromRow(row: Row): StoredLink {
  return {
    source: String(row["source"]),
    target: String(row["target"]),
    property: String(row["property"]),
    via: String(row["via"]),
    blocks: Number(row["blocks"]) === 1,
  };
}
