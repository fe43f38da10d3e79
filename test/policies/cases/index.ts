import { acrCases } from "./acr.ts";
import { aksCases } from "./aks.ts";
import { apimanagementCases } from "./apimanagement.ts";
import { confluentCases } from "./confluent.ts";
import { cosmosdbCases } from "./cosmosdb.ts";
import { eventhubCases } from "./eventhub.ts";
import { identityCases } from "./identity.ts";
import { governanceCases } from "./governance.ts";
import { keyvaultCases } from "./keyvault.ts";
import { kubernetesCases } from "./kubernetes.ts";
import { monitorCases } from "./monitor.ts";
import { mysqlCases } from "./mysql.ts";
import { networkCases } from "./network.ts";
import { postgresCases } from "./postgres.ts";
import { redisCases } from "./redis.ts";
import type { ServiceCases } from "./rule-cases.ts";
import { servicebusCases } from "./servicebus.ts";
import { sqlCases } from "./sql.ts";
import { storageCases } from "./storage.ts";

/** The cases of every rule in the registry. */
export const allCases: ServiceCases = {
  ...aksCases,
  ...acrCases,
  ...postgresCases,
  ...sqlCases,
  ...eventhubCases,
  ...networkCases,
  ...identityCases,
  ...governanceCases,
  ...keyvaultCases,
  ...kubernetesCases,
  ...storageCases,
  ...monitorCases,
  ...redisCases,
  ...cosmosdbCases,
  ...mysqlCases,
  ...servicebusCases,
  ...apimanagementCases,
  ...confluentCases,
};
