import type { ArmBody } from "./service.ts";
import { groupNameOf, nameOf, relativeOf, templateType } from "./arm-id.ts";

/** An answer that is not a success, before it is thrown. */
export interface Refusal {
  /** HTTP status. */
  readonly status: number;
  /** Azure's error code; undefined where its answer has none. */
  readonly code: string | undefined;
  readonly message: string;
  /**
   * Set when Azure accepts the request first and fails later: `kept`, the resource stays and is in a failed state; `gone`, nothing
   * stays of it.
   */
  readonly afterAcceptance?: "kept" | "gone";
  /**
   * The answer's body, where the service writes it without the usual error envelope: the provider shows it as it is. It says the
   * same as the message.
   */
  readonly body?: ArmBody;
}

export function refusal(status: number, code: string | undefined, message: string): Refusal {
  return { status, code, message };
}

export function badRequest(code: string, message: string): Refusal {
  return refusal(400, code, message);
}

export function resourceGroupNotFound(group: string): Refusal {
  return refusal(404, "ResourceGroupNotFound", `Resource group '${group}' could not be found.`);
}

/** The resource manager's own answer for a resource that is not there. */
export function resourceNotFound(id: string): Refusal {
  return refusal(
    404,
    "ResourceNotFound",
    `The Resource '${relativeOf(id)}' under resource group '${groupNameOf(id) ?? ""}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}

export function parentResourceNotFound(parent: string): Refusal {
  return refusal(
    404,
    "ParentResourceNotFound",
    `Can not perform requested operation on nested resource. Parent resource '${nameOf(parent)}' not found.`,
  );
}

export function resourceGroupBeingDeleted(group: string): Refusal {
  return refusal(
    409,
    "ResourceGroupBeingDeleted",
    `The resource group '${group}' is in deprovisioning state and cannot perform this operation.`,
  );
}

/** A resource cannot move to another region. */
export function invalidResourceLocation(id: string, existing: string, requested: string): Refusal {
  return refusal(
    409,
    "InvalidResourceLocation",
    `The resource '${nameOf(id)}' already exists in location '${existing}' in resource group '${groupNameOf(id) ?? ""}'. A resource with the same name cannot be created in location '${requested}'. Please select a new resource name.`,
  );
}

export function locationRequired(id: string): Refusal {
  return badRequest(
    "LocationRequired",
    `The location property is required for this definition. Resource: '${nameOf(id)}'.`,
  );
}

export function locationNotAvailable(location: string, path: string, available: readonly string[]): Refusal {
  return badRequest(
    "LocationNotAvailableForResourceType",
    `The provided location '${location}' is not available for resource type '${templateType(path)}'. List of available regions for the resource type is '${available.join(",")}'.`,
  );
}

/** A value that the resource manager takes for an id is none. `property` is the ARM path, such as `properties.subnet.id`. */
export function linkedInvalidPropertyId(value: string, property: string): Refusal {
  return badRequest(
    "LinkedInvalidPropertyId",
    `Property id '${value}' at path '${property}' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.`,
  );
}

/** Resources with tracked children, such as a private DNS zone with its links, are not deleted before those. */
export function nestedResourcesExist(): Refusal {
  return refusal(409, "CannotDeleteResource", "Can not delete resource before nested resources are deleted.");
}
