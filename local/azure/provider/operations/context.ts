/** What every operation works with. */
import type { ResourceLog } from "../../../provider/engine-log.ts";
import type { ArmService } from "../../arm/service.ts";
import type { Schema } from "../../metadata/schema.ts";
import type { Configuration } from "../configuration.ts";

export interface OperationContext {
  readonly schema: Schema;
  readonly arm: ArmService;
  readonly configuration: Configuration;
  /** Messages under the resource that the operation is about. */
  readonly log: Pick<ResourceLog, "warning" | "debug">;
  readonly signal: AbortSignal;
}
