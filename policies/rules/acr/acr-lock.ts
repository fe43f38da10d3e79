import { isLocked, managementLocks } from "../../azure/management-lock.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "acr-lock",
  title: "ACR is locked against deletion",
  severity: "low",
  enforcement: "disabled",
  description:
    "A lock keeps anybody from deleting the registry outside of Pulumi by a slip. Off by default, because a lock on the resource group or the subscription does the same and may stand elsewhere.",
  remediation:
    'Add an authorization.ManagementLockByScope with level: "CanNotDelete" whose scope is the registry\'s id output, or a lock of its resource group.',
  references: {
    catalogue: ["ACR-22"],
    cis: ["Found6 6.2"],
    kics: ["tf:azure_container_registry_with_no_locks"],
    nist: ["CM-5", "CP-9"],
    docs: ["https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources"],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  reads: managementLocks,
  *check(stack) {
    for (const registry of stack.ofType("azure-native:containerregistry:Registry")) {
      if (!isLocked(stack, registry))
        yield {
          path: "",
          message: "no lock of the stack holds the registry or its resource group",
          resource: registry,
        };
    }
  },
});
