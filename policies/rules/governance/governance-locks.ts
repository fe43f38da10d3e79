import { isLocked, managementLocks } from "../../azure/management-lock.ts";
import { each } from "../../evaluate.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

const stateful: readonly TypePattern[] = [
  "azure-native:containerregistry:Registry",
  "azure-native:cosmosdb:DatabaseAccount",
  "azure-native:dbformysql:Server",
  "azure-native:dbforpostgresql:Server",
  "azure-native:keyvault:Vault",
  "azure-native:network:LoadBalancer",
  "azure-native:sql:Server",
  "azure-native:storage:StorageAccount",
];

export default stackRule({
  id: "governance-locks",
  title: "Resources that hold data are locked against deletion",
  severity: "medium",
  enforcement: "disabled",
  description:
    "A lock stops a deletion by hand, in the portal or by another program. Off by default: the platform's own deletions are stopped by Pulumi's protect, and a lock also stops changes of others' making, backups among them.",
  remediation:
    'Add a ManagementLockByScope with level: "CanNotDelete" for the resource or its resource group.',
  references: {
    catalogue: ["IAM-08"],
    cis: ["Found6 6.2", "Found6 5.5"],
    prowler: ["iam_custom_role_has_permissions_to_administer_resource_locks"],
    nist: ["AC-3", "CM-5", "CP-9"],
    pulumi: ["load-balancer-deletion-protection"],
    docs: ["https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources"],
  },
  appliesTo: stateful,
  reads: managementLocks,
  check: (stack) =>
    each(stack.ofType(...stateful), function* (resource) {
      if (!isLocked(stack, resource))
        yield { path: "", message: "no lock of the stack holds the resource", resource };
    }),
});
