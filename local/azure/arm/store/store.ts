import { Addresses } from "./addresses.ts";
import { Clock } from "./clock.ts";
import { Database } from "./database.ts";
import { Faults } from "./faults.ts";
import { Links } from "./links.ts";
import { Names } from "./names.ts";
import { Operations } from "./operations.ts";
import { Resources } from "./resources.ts";

/** The state of one local Azure. */
export class Store {
  readonly directory: string;
  readonly resources: Resources;
  readonly names: Names;
  readonly links: Links;
  readonly operations: Operations;
  readonly addresses: Addresses;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly #database: Database;

  private constructor(directory: string, database: Database) {
    this.directory = directory;
    this.#database = database;
    this.resources = new Resources(database);
    this.names = new Names(database);
    this.links = new Links(database);
    this.operations = new Operations(database);
    this.addresses = new Addresses(database);
    this.faults = new Faults(database);
    this.clock = new Clock(database);
  }

  static open(directory: string): Store {
    return new Store(directory, Database.open(directory));
  }

  /** Runs work in one transaction; see {@link Database.transaction}. */
  transaction<T>(work: () => T): T {
    return this.#database.transaction(work);
  }

  close(): void {
    this.#database.close();
  }
}
