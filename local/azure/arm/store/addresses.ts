import { idKey } from "../arm-id.ts";
import { stableNumber } from "../uuid.ts";
import type { Database } from "./database.ts";

/**
 * Public addresses are drawn from 198.18.0.0/15, the benchmarking range of RFC 2544: large enough, and never routed on the internet.
 */
const SIZE = 2 * 256 * 256;

/** The public addresses that are given out. */
export class Addresses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A free public IPv4 address for a resource; the same one again if it has one. */
  allocate(owner: string): string {
    const existing = this.#database.one("SELECT address FROM address WHERE owner = ?", idKey(owner));
    if (existing !== undefined) return String(existing["address"]);
    const start = stableNumber(SIZE, "public-ip", idKey(owner));
    for (let step = 0; step < SIZE; step += 1) {
      const offset = (start + step) % SIZE;
      const last = offset % 256;
      if (last === 0 || last === 255) continue;
      const address = `198.${18 + Math.floor(offset / 65536)}.${Math.floor(offset / 256) % 256}.${last}`;
      const taken = this.#database.run(
        "INSERT OR IGNORE INTO address (address, owner) VALUES (?, ?)",
        address,
        idKey(owner),
      );
      if (taken.changes === 1) return address;
    }
    throw new Error("the local Azure has no public address left in 198.18.0.0/15");
  }

  release(owner: string): void {
    this.#database.run("DELETE FROM address WHERE owner = ?", idKey(owner));
  }
}
