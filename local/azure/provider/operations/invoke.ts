import type { InvokeRequest, InvokeResult } from "../../../provider/implementation.ts";
import { toPlainMap } from "../../../provider/plain.ts";
import type { PropertyMap } from "../../../provider/values.ts";
import { objectReasons } from "../check/validation.ts";
import { invokeOutputs } from "../invoke-outputs.ts";
import { tokenEndpoint } from "../token-endpoint.ts";
import { unsupportedInvoke } from "../unsupported.ts";
import { outputsOf } from "./answer.ts";
import type { OperationContext } from "./context.ts";
import { targetOf } from "./target.ts";

const clientConfig = "azure-native:authorization:getClientConfig";
const clientToken = "azure-native:authorization:getClientToken";

/** Answers a function of the SDK. */
export async function invoke(
  request: Pick<InvokeRequest, "token" | "args">,
  context: OperationContext,
): Promise<InvokeResult> {
  const { schema, arm, configuration } = context;
  const known = schema.invoke(request.token);
  if (known !== undefined) {
    if (!arm.supportsInvoke(known.token)) {
      throw unsupportedInvoke(request.token);
    }
    const reasons = objectReasons(known.inputs, request.args, (ref) => schema.input(ref));
    if (reasons.length > 0) {
      return { outputs: {}, failures: reasons.map((reason) => ({ property: "", reason })) };
    }
    const args = toPlainMap(withConfiguration(known.token, request.args, context));
    const answer = await arm.invoke(known.token, args);
    return { outputs: invokeOutputs(withIdentity(known.token, answer, context)) };
  }
  const read = schema.readBy(request.token);
  if (read === undefined || !arm.supports(read.token)) {
    throw unsupportedInvoke(request.token);
  }
  const target = targetOf(read, request.args, configuration.subscriptionId);
  const found = await arm.get(read.token, target.id);
  return { outputs: { ...outputsOf(found, read.apiVersion), id: found.id } };
}

/** Arguments that the provider's configuration gives. */
function withConfiguration(token: string, args: PropertyMap, context: OperationContext): PropertyMap {
  const { subscriptionId, environment } = context.configuration;
  if (token === clientToken) {
    const endpoint = typeof args.endpoint === "string" ? args.endpoint : undefined;
    return { ...args, endpoint: tokenEndpoint(endpoint, environment) };
  }
  return { subscriptionId, ...args };
}

/** The client configuration with what the stack configures in the place of the local Azure's own. */
function withIdentity(token: string, answer: PropertyMap, context: OperationContext): PropertyMap {
  if (token !== clientConfig) {
    return answer;
  }
  const { subscriptionId, tenantId, clientId } = context.configuration;
  return {
    ...answer,
    subscriptionId,
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(clientId === undefined ? {} : { clientId }),
  };
}
