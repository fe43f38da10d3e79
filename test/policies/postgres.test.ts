import { postgresCases } from "./cases/postgres.ts";
import { describeRules } from "./service-rules.ts";

describeRules("postgres", postgresCases);
