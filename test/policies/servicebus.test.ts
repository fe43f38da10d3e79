import { servicebusCases } from "./cases/servicebus.ts";
import { describeRules } from "./service-rules.ts";

describeRules("servicebus", servicebusCases);
