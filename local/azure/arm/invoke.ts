import type { InvokeContext } from "./invokes.ts";
import type { ArmBody } from "./service.ts";

/** The answer of one function. */
export type Invoke = (args: ArmBody, context: InvokeContext) => ArmBody | Promise<ArmBody>;
