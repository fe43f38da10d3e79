import { sqlCases } from "./cases/sql.ts";
import { describeRules } from "./service-rules.ts";

describeRules("sql", sqlCases);
