import { idKey } from "../arm-id.ts";
import { formatAddress, parseAddress, type Cidr } from "../cidr.ts";
import { stableNumber } from "../uuid.ts";
import type { Database } from "./database.ts";

/**
 * Public addresses are drawn from 198.18.0.0/15, the benchmarking range of RFC 2544: large enough, and never routed on the internet.
 */
const SIZE = 2 * 256 * 256;

/** The addresses that are given out: public ones, and private ones as `<network>|<address>`. */
export class Addresses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A free public IPv4 address for a resource; the same one again if it has one. */
  allocate(owner: string): string {
    const existing = this.#database.one(
      "SELECT address FROM address WHERE owner = ? AND instr(address, '|') = 0",
      idKey(owner),
    );
    if (existing !== undefined) return String(existing["address"]);
    const start = stableNumber(SIZE, "public-ip", idKey(owner));
    for (let step = 0; step < SIZE; step += 1) {
      const offset = (start + step) % SIZE;
      const last = offset % 256;
      if (last === 0 || last === 255) continue;
      const address = `198.${18 + Math.floor(offset / 65536)}.${Math.floor(offset / 256) % 256}.${last}`;
      if (this.#insert(address, owner)) return address;
    }
    throw new Error("the local Azure has no public address left in 198.18.0.0/15");
  }

  /**
   * The lowest free addresses of a subnet for a resource; the same ones again if it has them. Azure keeps the first four and the last of
   * every subnet. Undefined if there are not enough.
   */
  allocatePrivate(network: string, subnet: Cidr, count: number, owner: string): string[] | undefined {
    const space = `${idKey(network)}|`;
    const addresses = this.#database
      .all(
        "SELECT address FROM address WHERE owner = ? AND substr(address, 1, ?) = ?",
        idKey(owner),
        space.length,
        space,
      )
      .map((row) => String(row["address"]).slice(space.length))
      .sort((one, other) => (parseAddress(one) ?? 0) - (parseAddress(other) ?? 0));
    for (let offset = 4; offset < subnet.size - 1 && addresses.length < count; offset += 1) {
      const address = formatAddress(subnet.first + offset);
      if (this.#insert(`${space}${address}`, owner)) addresses.push(address);
    }
    return addresses.length < count ? undefined : addresses.slice(0, count);
  }

  /** One certain address of a network for a resource; undefined if another one has it. */
  takePrivate(network: string, address: string, owner: string): string | undefined {
    const key = `${idKey(network)}|${address}`;
    this.#database.run("DELETE FROM address WHERE owner = ? AND address <> ?", idKey(owner), key);
    const row = this.#database.one("SELECT owner FROM address WHERE address = ?", key);
    if (row !== undefined) return String(row["owner"]) === idKey(owner) ? address : undefined;
    return this.#insert(key, owner) ? address : undefined;
  }

  #insert(address: string, owner: string): boolean {
    const sql = "INSERT OR IGNORE INTO address (address, owner) VALUES (?, ?)";
    return this.#database.run(sql, address, idKey(owner)).changes === 1;
  }

  release(owner: string): void {
    this.#database.run("DELETE FROM address WHERE owner = ?", idKey(owner));
  }

  /** Frees the addresses of everything inside a container. */
  releaseWithin(container: string): void {
    const start = `${idKey(container)}/`;
    this.#database.run("DELETE FROM address WHERE owner >= ? AND owner < ?", start, `${idKey(container)}0`);
  }
}
