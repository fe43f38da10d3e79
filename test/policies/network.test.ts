import { networkCases } from "./cases/network.ts";
import { describeRules } from "./service-rules.ts";

describeRules("network", networkCases);
