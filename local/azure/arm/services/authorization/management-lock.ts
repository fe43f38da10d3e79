import { refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";

export const managementLockToken = "azure-native:authorization:ManagementLockByScope";

/** A lock on a scope: the resource manager refuses to delete what it covers. */
export const managementLock: ResourceType = {
  token: managementLockToken,
  path: "/{scope}/providers/Microsoft.Authorization/locks/{lockName}",
  apiVersion: "2020-05-01",
  place: "nowhere",
  stamps: ["systemData"],
  enumerations: { level: ["authorization", "LockLevel"] },
  notFound: (id) =>
    refusal(404, "LockNotFound", `The lock '${id.slice(id.lastIndexOf("/") + 1)}' could not be found.`),
};
