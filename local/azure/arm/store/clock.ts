import type { Database } from "./database.ts";

/** How fast simulated time passes. */
export class Clock {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Real minutes per simulated minute: 0 (the default) costs nothing, 1 is as slow as Azure. */
  factor(): number {
    return Number(this.#database.one("SELECT factor FROM clock")?.["factor"] ?? 0);
  }

  setFactor(factor: number): void {
    if (!(factor >= 0) || !Number.isFinite(factor)) {
      throw new Error(`the factor of the simulated clock is ${factor}: it must be a number, 0 or greater`);
    }
    this.#database.run("UPDATE clock SET factor = ?", factor);
  }
}
