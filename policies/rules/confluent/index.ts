import type { Rule } from "../../rule.ts";
import confluentNarrowAccess from "./confluent-narrow-access.ts";
import confluentPrivateNetwork from "./confluent-private-network.ts";

/** The rules of this folder. */
export const confluentRules: readonly Rule[] = [confluentNarrowAccess, confluentPrivateNetwork];
