import { concerns, concernsStack, dayOf, hasExpired } from "./exemption.ts";
import type { Exemption } from "./exemption.ts";

/** What became of an exemption in a run. */
export interface ExemptionUse {
  readonly exemption: Exemption;
  readonly expired: boolean;
  /** URNs of the resources that it let break its rule. */
  readonly resources: readonly string[];
}

/** The exemptions that concern a stack, and what they were used for. */
export class ExemptionBook {
  readonly #uses: { exemption: Exemption; expired: boolean; resources: string[] }[];

  constructor(exemptions: readonly Exemption[], stack: string, now: Date = new Date()) {
    const today = dayOf(now);
    this.#uses = exemptions
      .filter((exemption) => concernsStack(exemption, stack))
      .map((exemption) => ({ exemption, expired: hasExpired(exemption, today), resources: [] }));
  }

  /** The exemption that lets a resource break a rule, if there is one that has not expired. Asking is using it. */
  find(rule: string, urn: string): Exemption | undefined {
    const use = this.#uses.find(
      ({ exemption, expired }) => !expired && exemption.rule === rule && concerns(exemption, urn),
    );
    if (use === undefined) return undefined;
    if (!use.resources.includes(urn)) use.resources.push(urn);
    return use.exemption;
  }

  get uses(): readonly ExemptionUse[] {
    return this.#uses;
  }
}
