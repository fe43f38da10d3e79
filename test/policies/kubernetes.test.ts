import { kubernetesCases } from "./cases/kubernetes.ts";
import { describeRules } from "./service-rules.ts";

describeRules("kubernetes", kubernetesCases);
