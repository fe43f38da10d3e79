import type { ReadRequest, ReadResult } from "../../../provider/implementation.ts";
import type { PropertyMap } from "../../../provider/values.ts";
import { ArmError, type ArmResource } from "../../arm/service.ts";
import type { ResourceSchema } from "../../metadata/schema.ts";
import { parseId } from "../arm-id.ts";
import { apiVersionKey } from "../bookkeeping.ts";
import { driftedInputs } from "../read/drifted-inputs.ts";
import { inputProjection } from "../read/input-projection.ts";
import { isGone } from "../read/not-found.ts";
import { comparableState } from "../read/state-defaults.ts";
import { subResourceLists, withoutForeignLists } from "../sub-resources.ts";
import { withRetries } from "../write/retry.ts";
import { outputsOf } from "./answer.ts";
import type { OperationContext } from "./context.ts";
import { waitIn } from "./waiting.ts";

/** Reads a resource for a refresh, or for an import when there is no old state. `undefined`: it is gone. */
export async function read(
  type: ResourceSchema,
  request: Pick<ReadRequest, "id" | "inputs" | "outputs">,
  context: OperationContext,
): Promise<ReadResult | undefined> {
  const pathValues = parseId(type.path, request.id);
  const found = await find(type, request.id, context);
  if (found === undefined) {
    return undefined;
  }
  const oldInputs = request.inputs ?? {};
  const isImport = Object.keys(oldInputs).length === 0;
  const recorded = request.outputs[apiVersionKey];
  const apiVersion = typeof recorded === "string" ? recorded : type.apiVersion;
  const outputs = outputsOf(found, apiVersion);
  return {
    id: found.id,
    outputs,
    inputs: isImport
      ? inputProjection(type.inputs, outputs, (ref) => context.schema.input(ref), pathValues)
      : refreshedInputs(type, outputs, oldInputs, request.outputs, context),
  };
}

async function find(
  type: ResourceSchema,
  id: string,
  context: OperationContext,
): Promise<ArmResource | undefined> {
  const { arm, signal } = context;
  try {
    return await withRetries(
      () => arm.get(type.token, id),
      (seconds) => waitIn(arm, seconds, signal),
    );
  } catch (error) {
    if (error instanceof ArmError && isGone(error, type.token)) {
      return undefined;
    }
    throw error;
  }
}

function refreshedInputs(
  type: ResourceSchema,
  newOutputs: PropertyMap,
  oldInputs: PropertyMap,
  oldOutputs: PropertyMap,
  context: OperationContext,
): PropertyMap {
  const types = (ref: string) => context.schema.input(ref);
  const lists = subResourceLists(type.inputs, types);
  const project = (outputs: PropertyMap): PropertyMap =>
    inputProjection(type.inputs, withoutForeignLists(outputs, lists, oldInputs), types);
  const before = comparableState(oldOutputs, oldInputs, type.defaultProperties);
  return driftedInputs(oldInputs, project(before), project(newOutputs));
}
