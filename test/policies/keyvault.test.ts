import { keyvaultCases } from "./cases/keyvault.ts";
import { describeRules } from "./service-rules.ts";

describeRules("keyvault", keyvaultCases);
