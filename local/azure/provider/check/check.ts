/** The inputs of a resource as they are recorded: with name, location and API version filled in, and what speaks against them. */
import type { CheckRequest, CheckResult } from "../../../provider/implementation.ts";
import { isMap, type PropertyMap, type PropertyValue } from "../../../provider/values.ts";
import type { ResourceSchema, Types } from "../../metadata/schema.ts";
import { autoLocationEnabled, defaultLocation } from "../auto-location.ts";
import { apiVersionKey, createdBeforeDelete } from "../bookkeeping.ts";
import { defaultName } from "../naming/default-name.ts";
import { namingStrategy } from "../naming/strategy.ts";
import { objectReasons } from "./validation.ts";

/** What the check needs to know besides the request. */
export interface CheckContext {
  readonly types: Pick<Types, "input">;
  /** Location of the provider's configuration. */
  readonly location: string | undefined;
  /** Location of a resource group; `undefined` when there is no such group. */
  readonly groupLocation: (name: string) => Promise<string | undefined>;
}

/** What is checked of a request. */
export type CheckedRequest = Pick<
  CheckRequest,
  "name" | "oldInputs" | "inputs" | "randomSeed" | "autonaming"
>;

/** What is checked of a type. */
export type CheckedType = Pick<ResourceSchema, "path" | "apiVersion" | "inputs">;

export async function check(
  type: CheckedType,
  request: CheckedRequest,
  context: CheckContext,
): Promise<CheckResult> {
  const inputs = await withDefaults(type, request, context);
  const reasons = objectReasons(type.inputs, inputs, (ref) => context.types.input(ref));
  // Azure asks for a location wherever there is one to be made up; only a group has no other place to take it from.
  if (
    "location" in type.inputs &&
    inputs.location === undefined &&
    autoLocationEnabled(type.path) &&
    type.path.endsWith("/resourceGroups/{resourceGroupName}")
  ) {
    reasons.push("missing required property 'location'");
  }
  return { inputs, failures: reasons.map((reason) => ({ property: "", reason })) };
}

async function withDefaults(
  type: CheckedType,
  request: CheckedRequest,
  context: CheckContext,
): Promise<PropertyMap> {
  const inputs = withoutNulls(request.inputs);
  for (const property of Object.keys(type.inputs)) {
    const strategy = property in inputs ? undefined : namingStrategy(type.path, property);
    const made =
      strategy &&
      defaultName({
        property,
        strategy,
        logicalName: request.name,
        randomSeed: request.randomSeed,
        oldInputs: request.oldInputs,
        autonaming: request.autonaming,
      });
    if (made !== undefined) {
      inputs[property] = made.name;
      if (made.randomlyNamed) {
        inputs[createdBeforeDelete] = true;
      }
    }
  }
  if ("location" in type.inputs && !("location" in inputs) && autoLocationEnabled(type.path)) {
    const location = await defaultLocation({
      oldInputs: request.oldInputs,
      inputs,
      configured: context.location,
      groupLocation: context.groupLocation,
    });
    if (location !== undefined) {
      inputs.location = location;
    }
  }
  if (type.apiVersion !== undefined) {
    inputs[apiVersionKey] = type.apiVersion;
  }
  return inputs;
}

/** A property that is null is a property that is not given, at every depth. */
function withoutNulls(map: PropertyMap): PropertyMap {
  return Object.fromEntries(
    Object.entries(map)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, inside(value)]),
  );
}

function inside(value: PropertyValue): PropertyValue {
  if (Array.isArray(value)) {
    return value.map(inside);
  }
  return isMap(value) ? withoutNulls(value) : value;
}
