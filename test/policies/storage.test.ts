import { storageCases } from "./cases/storage.ts";
import { describeRules } from "./service-rules.ts";

describeRules("storage", storageCases);
