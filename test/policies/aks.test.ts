import { aksCases } from "./cases/aks.ts";
import { describeRules } from "./service-rules.ts";

describeRules("aks", aksCases);
