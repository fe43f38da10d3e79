import type { CreateRequest, CreateResult } from "../../../provider/implementation.ts";
import { ArmError } from "../../arm/service.ts";
import type { ResourceSchema } from "../../metadata/schema.ts";
import { apiVersionKey } from "../bookkeeping.ts";
import { ownNameRefusal } from "../check/name-refusal.ts";
import { previewOutputs } from "../preview-outputs.ts";
import { subResourceLists, withEmptyLists } from "../sub-resources.ts";
import {
  canCreate,
  isDefaultState,
  isSingleton,
  refusalOfCreate,
  type ExistenceAnswer,
} from "../write/existence.ts";
import { outputsOf } from "./answer.ts";
import { bodyOf } from "./body.ts";
import type { OperationContext } from "./context.ts";
import { warnAtPreview } from "./preview-warnings.ts";
import { reread } from "./reread.ts";
import { targetOf } from "./target.ts";
import { write } from "./write.ts";

/** Creates a resource; in a preview, says what is known of it. */
export async function create(
  type: ResourceSchema,
  request: Pick<CreateRequest, "inputs" | "preview">,
  context: OperationContext,
): Promise<CreateResult> {
  const { schema, configuration } = context;
  const { inputs } = request;
  if (request.preview) {
    warnAtPreview(type, inputs, context);
    const outputs = previewOutputs(inputs, type.outputs, (ref) => schema.output(ref));
    return {
      outputs: type.apiVersion === undefined ? outputs : { ...outputs, [apiVersionKey]: type.apiVersion },
    };
  }
  const target = targetOf(type, inputs, configuration.subscriptionId);
  const badName = ownNameRefusal(type, inputs);
  if (badName !== undefined) {
    throw new ArmError(400, "InvalidResourceName", badName);
  }
  if (!isSingleton(type.path)) {
    await refuseExisting(type, target.id, context);
  }
  const lists = subResourceLists(type.inputs, (ref) => schema.input(ref));
  const body = withEmptyLists(bodyOf(type, inputs, schema), lists);
  const written = await write(type, target, body, inputs, context);
  const resource = await reread(written, "Create", context);
  // Azure's letter case wins over the one that was asked for.
  return { id: resource.id, outputs: outputsOf(resource, type.apiVersion) };
}

async function refuseExisting(type: ResourceSchema, id: string, context: OperationContext): Promise<void> {
  const { answer, body } = await existence(type, id, context);
  if (!canCreate(answer)) {
    throw new Error(refusalOfCreate(id, answer, body));
  }
}

async function existence(
  type: ResourceSchema,
  id: string,
  context: OperationContext,
): Promise<{ answer: ExistenceAnswer; body?: string }> {
  try {
    const found = await context.arm.get(type.token, id);
    const isDefault =
      type.defaultBody === undefined
        ? undefined
        : found.isDefault === true || isDefaultState(found.outputs, type.defaultBody);
    return { answer: { status: 200, ...(isDefault === undefined ? {} : { isDefault }) } };
  } catch (error) {
    if (error instanceof ArmError) {
      const body = JSON.stringify({ error: { code: error.code, message: error.detail } });
      return { answer: { status: error.status }, body };
    }
    throw error;
  }
}
