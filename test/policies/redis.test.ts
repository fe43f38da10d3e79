import { redisCases } from "./cases/redis.ts";
import { describeRules } from "./service-rules.ts";

describeRules("redis", redisCases);
