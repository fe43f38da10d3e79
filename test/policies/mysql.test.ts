import { mysqlCases } from "./cases/mysql.ts";
import { describeRules } from "./service-rules.ts";

describeRules("mysql", mysqlCases);
