import type { Rule } from "../../rule.ts";
import governanceAllowedLocations from "./governance-allowed-locations.ts";
import governanceAllowedTypes from "./governance-allowed-types.ts";
import governanceLocks from "./governance-locks.ts";
import governanceNoIgnoredSecurity from "./governance-no-ignored-security.ts";
import governanceNoPlainSecret from "./governance-no-plain-secret.ts";
import governanceProductionSkus from "./governance-production-skus.ts";
import governanceSecretOutputs from "./governance-secret-outputs.ts";
import governanceStatefulProtected from "./governance-stateful-protected.ts";
import governanceTags from "./governance-tags.ts";

/** The rules of this folder. */
export const governanceRules: readonly Rule[] = [
  governanceAllowedLocations,
  governanceAllowedTypes,
  governanceLocks,
  governanceNoIgnoredSecurity,
  governanceNoPlainSecret,
  governanceProductionSkus,
  governanceSecretOutputs,
  governanceStatefulProtected,
  governanceTags,
];
