import { confluentCases } from "./cases/confluent.ts";
import { describeRules } from "./service-rules.ts";

describeRules("confluent", confluentCases);
