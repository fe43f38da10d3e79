import { identityCases } from "./cases/identity.ts";
import { describeRules } from "./service-rules.ts";

describeRules("identity", identityCases);
