import { each } from "../../evaluate.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

/** Services that can be associated with a perimeter. */
const supported: readonly TypePattern[] = [
  "azure-native:keyvault:Vault",
  "azure-native:storage:StorageAccount",
  "azure-native:sql:Server",
  "azure-native:eventhub:Namespace",
  "azure-native:cosmosdb:DatabaseAccount",
  "azure-native:operationalinsights:Workspace",
];

export default stackRule({
  id: "network-security-perimeter",
  title: "Services of the platform stand behind a network security perimeter",
  severity: "low",
  enforcement: "disabled",
  description:
    "A perimeter closes the public side of several services at once and logs who comes close. Off by default: it is one more thing beside private endpoints, which the platform has, and not every service supports it yet.",
  remediation: "Add a NetworkSecurityPerimeterAssociation whose privateLinkResource is the service.",
  references: {
    catalogue: ["NET-34"],
    cis: ["Found6 7.16"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/private-link/network-security-perimeter-concepts"],
  },
  appliesTo: supported,
  reads: ["azure-native:network:NetworkSecurityPerimeterAssociation"],
  check: (stack) =>
    each(stack.ofType(...supported), function* (resource) {
      const isInside = stack
        .ofType("azure-native:network:NetworkSecurityPerimeterAssociation")
        .some((association) => association.dependenciesOf("privateLinkResource").includes(resource.urn));
      if (!isInside)
        yield {
          path: "",
          message: "no network security perimeter of the stack holds the resource",
          resource,
        };
    }),
});
