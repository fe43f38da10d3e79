import { localAccount } from "./account.ts";
import { containerOf, templateType } from "./arm-id.ts";
import { number, overlay, without } from "./body.ts";
import type { Azure } from "./azure.ts";
import { containerIdOf } from "./catalog.ts";
import type { Resource, ResourceType, Stamp } from "./resource-type.ts";
import type { ArmBody, ArmResource } from "./service.ts";
import { identityOutput } from "./services/identities.ts";
import { stableHex, stableUuid } from "./uuid.ts";

/** All outputs of a resource: what was asked for, what Azure computed, and what every resource of its kind has. */
export function answerOutputs(resource: Resource, azure: Azure): ArmBody {
  const type = azure.catalog.find(resource.token);
  if (type === undefined) throw new Error(`${resource.token} is in the state, but not described`);
  let outputs = resource.body;
  for (const children of type.inline ?? []) {
    outputs = {
      ...outputs,
      [children.property]: azure
        .within(resource.id, children.token)
        .filter((child) => containerOf(child.id) === resource.id)
        .sort(inOrder)
        .map((child) => ({ ...without(azure.outputs(child), ["azureApiVersion"]), id: child.id })),
    };
  }
  if (type.outputs !== undefined) outputs = overlay(outputs, type.outputs(resource, azure));
  const identity = type.identity === true ? identityOutput(resource, azure) : undefined;
  // Not laid over: what was a list of ids is an object with principals now.
  if (identity !== undefined) outputs = { ...outputs, identity };
  return {
    ...outputs,
    ...place(type, resource, azure),
    ...stamps(type, resource),
    name: outputs["name"] ?? resource.name,
    ...(type.untyped === true ? {} : { type: outputs["type"] ?? templateType(type.path) }),
    azureApiVersion: resource.apiVersion,
  };
}

/** Children that their parent's body lists come in its order, the others after them as they were made. */
function inOrder(one: Resource, other: Resource): number {
  const [first, second] = [one, other].map((child) => number(child.facts, "position") ?? Infinity);
  if (first !== undefined && second !== undefined && first !== second) return first - second;
  return one.createdAt.localeCompare(other.createdAt);
}

export function answer(resource: Resource, azure: Azure): ArmResource {
  return { id: resource.id, token: resource.token, outputs: azure.outputs(resource) };
}

function place(type: ResourceType, resource: Resource, azure: Azure): ArmBody {
  switch (type.place) {
    case "regional":
      return { location: resource.location };
    case "global":
      return { location: "global" };
    case "parent":
      return { location: azure.find(containerIdOf(type, resource.id))?.location ?? "" };
    case "nowhere":
      return {};
  }
}

function stamps(type: ResourceType, resource: Resource): ArmBody {
  let outputs: ArmBody = {};
  for (const stamp of type.stamps) outputs = { ...outputs, ...stamped(stamp, resource) };
  return outputs;
}

function stamped(stamp: Stamp, resource: Resource): ArmBody {
  switch (stamp) {
    case "provisioningState":
      return { provisioningState: resource.state };
    case "etag":
      return { etag: `W/"${stableUuid("etag", resource.id, resource.createdAt, String(resource.version))}"` };
    case "eTag":
      return { eTag: stableHex(32, "etag", resource.id, resource.createdAt, String(resource.version)) };
    case "resourceGuid":
      return { resourceGuid: stableUuid("guid", resource.id, resource.createdAt) };
    case "systemData":
      return {
        systemData: {
          createdAt: resource.createdAt,
          createdBy: localAccount.userName,
          createdByType: "User",
          lastModifiedAt: resource.changedAt,
          lastModifiedBy: localAccount.userName,
          lastModifiedByType: "User",
        },
      };
  }
}
