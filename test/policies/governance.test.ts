import { governanceCases } from "./cases/governance.ts";
import { describeRules } from "./service-rules.ts";

describeRules("governance", governanceCases);
