import { acrCases } from "./cases/acr.ts";
import { describeRules } from "./service-rules.ts";

describeRules("acr", acrCases);
