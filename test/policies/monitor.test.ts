import { monitorCases } from "./cases/monitor.ts";
import { describeRules } from "./service-rules.ts";

describeRules("monitor", monitorCases);
