import type { Rule } from "../../rule.ts";
import exemptionsInForce from "./exemptions-in-force.ts";

/** The rules of this folder. */
export const exemptionsRules: readonly Rule[] = [exemptionsInForce];
