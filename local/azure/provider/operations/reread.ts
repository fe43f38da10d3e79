/** The read after a write. */
import type { ArmResource } from "../../arm/service.ts";
import type { OperationContext } from "./context.ts";

/** The resource as a read finds it; when the read fails, as the write answered it, with a warning. */
export async function reread(
  written: ArmResource,
  operation: "Create" | "Update",
  context: OperationContext,
): Promise<ArmResource> {
  try {
    return await context.arm.get(written.token, written.id);
  } catch (error) {
    context.log.debug(`the read after ${operation} failed: ${String(error)}`);
    context.log.warning(`Failed to read resource after ${operation}. Please report this issue.`);
    return written;
  }
}
