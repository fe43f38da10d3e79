import { eventhubCases } from "./cases/eventhub.ts";
import { describeRules } from "./service-rules.ts";

describeRules("eventhub", eventhubCases);
