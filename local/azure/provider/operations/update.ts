import type { UpdateRequest, UpdateResult } from "../../../provider/implementation.ts";
import { Unknown, type PropertyMap } from "../../../provider/values.ts";
import { ownEntry } from "../../metadata/own-entry.ts";
import type { ResourceSchema } from "../../metadata/schema.ts";
import { apiVersionKey } from "../bookkeeping.ts";
import { previewOutputs } from "../preview-outputs.ts";
import { inputProjection } from "../read/input-projection.ts";
import { subResourceLists, withCurrentLists, type ListPath } from "../sub-resources.ts";
import { withRestoredDefaults } from "../write/restored-defaults.ts";
import { outputsOf } from "./answer.ts";
import { bodyOf } from "./body.ts";
import type { OperationContext } from "./context.ts";
import { warnAtPreview } from "./preview-warnings.ts";
import { reread } from "./reread.ts";
import { targetOf, type Target } from "./target.ts";
import { write } from "./write.ts";

/** Updates a resource; in a preview, says what is known of it. */
export async function update(
  type: ResourceSchema,
  request: Pick<UpdateRequest, "id" | "inputs" | "oldOutputs" | "preview">,
  context: OperationContext,
): Promise<UpdateResult> {
  const { schema, configuration } = context;
  const { inputs, oldOutputs } = request;
  if (request.preview) {
    warnAtPreview(type, inputs, context);
    return { outputs: previewOfUpdate(type, inputs, oldOutputs, context) };
  }
  const target: Target = {
    ...targetOf(type, inputs, configuration.subscriptionId),
    // Path parameters replace the resource, so that its id stays; the engine's is the one with Azure's letter case.
    id: request.id,
  };
  const restored = withRestoredDefaults(inputs, oldOutputs, type.defaultProperties);
  const lists = subResourceLists(type.inputs, (ref) => schema.input(ref));
  const body = bodyOf(type, restored, schema);
  const complete = await withLists(type, body, lists, request.id, context);
  const written = await write(type, target, complete, inputs, context);
  const resource = configuration.skipReadOnUpdate ? written : await reread(written, "Update", context);
  return { outputs: outputsOf(resource, type.apiVersion) };
}

/** A resource keeps its name and location for life; its id is not promised, as the real provider does not either. */
function previewOfUpdate(
  type: ResourceSchema,
  inputs: PropertyMap,
  oldOutputs: PropertyMap,
  context: OperationContext,
): PropertyMap {
  const outputs = previewOutputs(inputs, type.outputs, (ref) => context.schema.output(ref));
  for (const kept of ["name", "location"]) {
    const value = ownEntry(oldOutputs, kept);
    if (value !== undefined) {
      outputs[kept] = value;
    }
  }
  if (type.apiVersion !== undefined) {
    outputs[apiVersionKey] = type.apiVersion;
  }
  outputs.id = new Unknown();
  return outputs;
}

/** What other resources put into lists of this one stays: Azure would take a list that is left out for an empty one. */
async function withLists(
  type: ResourceSchema,
  body: PropertyMap,
  lists: readonly ListPath[],
  id: string,
  context: OperationContext,
): Promise<PropertyMap> {
  if (lists.length === 0) {
    return body;
  }
  const current = await context.arm.get(type.token, id);
  const settable = inputProjection(type.inputs, current.outputs, (ref) => context.schema.input(ref));
  return withCurrentLists(body, lists, settable);
}
