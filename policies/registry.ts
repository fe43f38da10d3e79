import type { Rule } from "./rule.ts";
import { acrRules } from "./rules/acr/index.ts";
import { aksRules } from "./rules/aks/index.ts";
import { apimanagementRules } from "./rules/apimanagement/index.ts";
import { confluentRules } from "./rules/confluent/index.ts";
import { cosmosdbRules } from "./rules/cosmosdb/index.ts";
import { eventhubRules } from "./rules/eventhub/index.ts";
import { exemptionsRules } from "./rules/exemptions/index.ts";
import { governanceRules } from "./rules/governance/index.ts";
import { identityRules } from "./rules/identity/index.ts";
import { keyvaultRules } from "./rules/keyvault/index.ts";
import { kubernetesRules } from "./rules/kubernetes/index.ts";
import { monitorRules } from "./rules/monitor/index.ts";
import { mysqlRules } from "./rules/mysql/index.ts";
import { networkRules } from "./rules/network/index.ts";
import { postgresRules } from "./rules/postgres/index.ts";
import { redisRules } from "./rules/redis/index.ts";
import { servicebusRules } from "./rules/servicebus/index.ts";
import { sqlRules } from "./rules/sql/index.ts";
import { storageRules } from "./rules/storage/index.ts";

/** Every rule of the pack, by service. A test fails when a rule file is not listed in its folder's index. */
export const rules: readonly Rule[] = [
  ...acrRules,
  ...aksRules,
  ...apimanagementRules,
  ...confluentRules,
  ...cosmosdbRules,
  ...eventhubRules,
  ...governanceRules,
  ...identityRules,
  ...keyvaultRules,
  ...kubernetesRules,
  ...monitorRules,
  ...mysqlRules,
  ...networkRules,
  ...postgresRules,
  ...redisRules,
  ...servicebusRules,
  ...sqlRules,
  ...storageRules,
  // Last, because it asks what the others have used.
  ...exemptionsRules,
];
