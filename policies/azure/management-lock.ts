import type { TypePattern } from "../resource-type.ts";
import type { ResourceView, StackView } from "../view.ts";

/** The resources that lock others against deletion or change. */
export const managementLocks: readonly TypePattern[] = [
  "azure-native:authorization:ManagementLockByScope",
  "azure-native:authorization:ManagementLockAtResourceLevel",
  "azure-native:authorization:ManagementLockAtResourceGroupLevel",
];

/** Whether a lock of the stack holds the resource, or the resource group in which it stands. */
export function isLocked(stack: StackView, resource: ResourceView): boolean {
  const held = [resource.urn, ...resource.dependenciesOf("resourceGroupName")];
  return stack.ofType(...managementLocks).some((lock) => {
    const named =
      lock.kind.name === "ManagementLockAtResourceGroupLevel"
        ? ["resourceGroupName"]
        : ["scope", "resourceName"];
    return named.some((property) => lock.dependenciesOf(property).some((urn) => held.includes(urn)));
  });
}
