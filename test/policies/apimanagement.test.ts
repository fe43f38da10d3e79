import { apimanagementCases } from "./cases/apimanagement.ts";
import { describeRules } from "./service-rules.ts";

describeRules("apimanagement", apimanagementCases);
