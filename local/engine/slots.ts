import { setTimeout } from "node:timers/promises";

/** Who asks at about the same time is ranked before the first free place is given away. */
const gatherMilliseconds = 100;

interface Waiting {
  readonly rank: number;
  readonly start: () => void;
}

/** A number of places for work that goes on at the same time. A free place goes to the lowest rank that waits for one. */
export class Slots {
  readonly #waiting: Waiting[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  async run<T>(rank: number, action: () => Promise<T>): Promise<T> {
    const started = new Promise<void>((start) => this.#waiting.push({ rank, start }));
    await setTimeout(gatherMilliseconds);
    this.#assign();
    await started;
    try {
      return await action();
    } finally {
      this.#free += 1;
      this.#assign();
    }
  }

  #assign(): void {
    this.#waiting.sort((a, b) => a.rank - b.rank);
    while (this.#free > 0) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#free -= 1;
      next.start();
    }
  }
}
