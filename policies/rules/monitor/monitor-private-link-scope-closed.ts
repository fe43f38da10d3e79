import { hasPrivateEndpoint, privateEndpoints } from "../../azure/private-endpoint.ts";
import { each } from "../../evaluate.ts";
import { demandOneOf } from "../../requirement.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

const scopedResources: readonly TypePattern[] = [
  "azure-native:monitor:PrivateLinkScopedResource",
  "azure-native:insights:PrivateLinkScopedResource",
];

export default stackRule({
  id: "monitor-private-link-scope-closed",
  title: "Azure Monitor private link scopes are used and closed",
  severity: "medium",
  description:
    "A scope that is open lets the network reach every other workspace too, so that data can be carried out; one without an endpoint or resources protects nothing.",
  remediation:
    'Set accessModeSettings.ingestionAccessMode and queryAccessMode to "PrivateOnly", and add a private endpoint and PrivateLinkScopedResources.',
  references: {
    catalogue: ["MON-11"],
    azurePolicy: ["0fc55270", "a499fed8"],
    nist: ["AC-4", "SC-7"],
    docs: [
      "https://learn.microsoft.com/azure/azure-monitor/logs/private-link-configure",
      "https://learn.microsoft.com/azure/azure-monitor/logs/private-link-design",
    ],
  },
  appliesTo: ["azure-native:monitor:PrivateLinkScope", "azure-native:insights:PrivateLinkScope"],
  reads: [...privateEndpoints, ...scopedResources],
  check: (stack) =>
    each(
      stack.ofType("azure-native:monitor:PrivateLinkScope", "azure-native:insights:PrivateLinkScope"),
      function* (scope) {
        for (const mode of ["ingestionAccessMode", "queryAccessMode"]) {
          for (const finding of demandOneOf(scope.props.at(`accessModeSettings.${mode}`), ["PrivateOnly"]))
            yield { ...finding, resource: scope };
        }
        if (!hasPrivateEndpoint(stack, scope))
          yield { path: "", message: "no private endpoint of the stack leads to the scope", resource: scope };
        const members = stack.ofType(...scopedResources);
        if (!members.some((member) => member.dependenciesOf("scopeName").includes(scope.urn)))
          yield { path: "", message: "no resource of the stack belongs to the scope", resource: scope };
      },
    ),
});
