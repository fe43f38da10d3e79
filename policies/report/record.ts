import type { Rule } from "../rule.ts";
import type { ExemptionBook, ExemptionUse } from "../settings/exemption-book.ts";

/** What became of a rule on a resource, where it did not simply pass. */
export interface Entry {
  readonly rule: Rule;
  /** Absent where the stack as a whole is meant. */
  readonly urn: string | undefined;
  readonly outcome: "violated" | "undecided" | "exempt";
  /** The level at which it would count, or counts. */
  readonly level: "mandatory" | "advisory";
  /** What was found, and the remedy. Holds no secret. */
  readonly message: string;
}

/** What the rules of a pack said in one run. */
export class RunRecord {
  readonly stack: string;
  readonly #exemptions: ExemptionBook;
  readonly #entries: Entry[] = [];
  readonly #passes: { readonly rule: Rule; readonly urn: string | undefined }[] = [];

  constructor(stack: string, exemptions: ExemptionBook) {
    this.stack = stack;
    this.#exemptions = exemptions;
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
  }

  pass(rule: Rule, urn: string | undefined): void {
    this.#passes.push({ rule, urn });
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** How often a rule passed, by rule id. */
  get passes(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { rule } of this.#passes) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
    return counts;
  }

  /** The resources that any rule about resources judged. */
  get judged(): ReadonlySet<string> {
    return new Set(
      [...this.#passes, ...this.#entries].flatMap(({ urn }) => (urn === undefined ? [] : [urn])),
    );
  }

  get exemptions(): readonly ExemptionUse[] {
    return this.#exemptions.uses;
  }
}
