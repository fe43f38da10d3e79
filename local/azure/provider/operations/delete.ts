import type { DeleteRequest } from "../../../provider/implementation.ts";
import { ArmError } from "../../arm/service.ts";
import type { ResourceSchema } from "../../metadata/schema.ts";
import { parseId } from "../arm-id.ts";
import { withRetries } from "../write/retry.ts";
import { abortReason } from "./abort-reason.ts";
import type { OperationContext } from "./context.ts";
import { waitIn } from "./waiting.ts";

/** Deletes a resource. One that exists as long as its parent is set back to how it was made; one that is gone is deleted. */
export async function remove(
  type: ResourceSchema,
  request: Pick<DeleteRequest, "id">,
  context: OperationContext,
): Promise<void> {
  if (type.leftOnDelete) {
    return;
  }
  const { arm, signal } = context;
  const work = (): Promise<unknown> =>
    type.defaultBody === undefined
      ? arm.delete(type.token, request.id, signal)
      : arm.put({
          token: type.token,
          id: request.id,
          pathParameters: parseId(type.path, request.id),
          body: { ...type.defaultBody },
          apiVersion: type.apiVersion ?? "",
          signal,
        });
  try {
    await withRetries(work, (seconds) => waitIn(arm, seconds, signal));
  } catch (error) {
    if (error instanceof ArmError && error.status === 404) {
      return;
    }
    throw signal.aborted && !(error instanceof ArmError) ? abortReason(signal) : error;
  }
}
