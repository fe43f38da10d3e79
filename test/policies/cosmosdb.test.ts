import { cosmosdbCases } from "./cases/cosmosdb.ts";
import { describeRules } from "./service-rules.ts";

describeRules("cosmosdb", cosmosdbCases);
