import type { Rule } from "../../rule.ts";
import confluentApiKeys from "./confluent-api-keys.ts";
import confluentNarrowAccess from "./confluent-narrow-access.ts";
import confluentPrivateNetwork from "./confluent-private-network.ts";
import confluentProtected from "./confluent-protected.ts";
import confluentTopicDurable from "./confluent-topic-durable.ts";

/** The rules of this folder. */
export const confluentRules: readonly Rule[] = [
  confluentApiKeys,
  confluentNarrowAccess,
  confluentPrivateNetwork,
  confluentProtected,
  confluentTopicDurable,
];
