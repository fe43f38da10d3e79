/** Sends a body to Azure, and turns what comes back into state or into the error that the engine keeps a resource by. */
import { ResourceInitError } from "../../../provider/errors.ts";
import type { PropertyMap } from "../../../provider/values.ts";
import { ArmError, type ArmResource } from "../../arm/service.ts";
import type { ResourceSchema } from "../../metadata/schema.ts";
import { findings, type UnknownValue } from "../check/findings.ts";
import { withRetries } from "../write/retry.ts";
import { outputsOf } from "./answer.ts";
import { requestBody } from "./body.ts";
import { abortReason } from "./abort-reason.ts";
import type { OperationContext } from "./context.ts";
import type { Target } from "./target.ts";
import { waitIn } from "./waiting.ts";

/** @param inputs The resource's inputs, which the engine is to record when Azure takes the request and fails later. */
export async function write(
  type: ResourceSchema,
  target: Target,
  body: PropertyMap,
  inputs: PropertyMap,
  context: OperationContext,
): Promise<ArmResource> {
  const { arm, signal } = context;
  const sent = requestBody(body);
  const refused = refusedValue(type, body, context);
  if (refused !== undefined && arm.validate(type.token, sent).length === 0) {
    throw valueRefusal(refused);
  }
  try {
    return await withRetries(
      () =>
        arm.put({
          token: type.token,
          id: target.id,
          pathParameters: target.pathParameters,
          body: sent,
          apiVersion: type.apiVersion ?? "",
          signal,
        }),
      (seconds) => waitIn(arm, seconds, signal),
    );
  } catch (error) {
    if (error instanceof ArmError) {
      throw error.accepted === undefined
        ? error
        : await keptResource(type, error, error.accepted.id, inputs, context);
    }
    if (signal.aborted) {
      throw await givenUp(type, target.id, inputs, context);
    }
    throw error;
  }
}

/** Nobody waits any longer: what Azure has accepted by then goes on, and is recorded as far as it is. */
async function givenUp(
  type: ResourceSchema,
  id: string,
  inputs: PropertyMap,
  context: OperationContext,
): Promise<Error> {
  const reason = abortReason(context.signal);
  try {
    await context.arm.get(type.token, id);
  } catch {
    return reason;
  }
  return keptResource(type, reason, id, inputs, context);
}

/** A value outside of a closed enumeration, which the service itself does not refuse. */
function refusedValue(
  type: ResourceSchema,
  body: PropertyMap,
  context: OperationContext,
): UnknownValue | undefined {
  return findings(type.inputs, body, context.schema).find(
    (finding): finding is UnknownValue => finding.kind === "value" && !finding.open,
  );
}

function valueRefusal({ path, value, allowed }: UnknownValue): ArmError {
  return new ArmError(
    400,
    "InvalidRequestContent",
    `The request content was invalid and could not be deserialized: 'Error converting value "${value}" at path '${path}'; allowed values are: ${allowed.join(", ")}'.`,
  );
}

/** Azure took the request and failed later: the resource is kept as a read finds it now. */
async function keptResource(
  type: ResourceSchema,
  error: Error,
  id: string,
  inputs: PropertyMap,
  context: OperationContext,
): Promise<Error> {
  let found: ArmResource;
  try {
    found = await context.arm.get(type.token, id);
  } catch (readError) {
    const why = readError instanceof Error ? readError.message : String(readError);
    return new Error(`resource created but read failed ${why}: ${error.message}`, { cause: error });
  }
  return new ResourceInitError([error.message], {
    id: found.id,
    outputs: outputsOf(found, type.apiVersion),
    inputs,
  });
}
