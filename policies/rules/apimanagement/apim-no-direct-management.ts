import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-no-direct-management",
  title: "The direct management endpoint of API Management is off",
  severity: "medium",
  description:
    "The endpoint changes the service past the Resource Manager, and so past its roles, policies and logs; it is off by default. azure-native has no resource of its own for it, so that it can only be turned on by a generic one.",
  remediation: "Remove the resources.Resource of the type tenant, or set properties.enabled: false.",
  references: {
    catalogue: ["APM-10"],
    azurePolicy: ["b741306c"],
    nist: ["AC-3", "AC-6", "CM-5"],
    docs: [
      "https://learn.microsoft.com/rest/api/apimanagement/apimanagementrest/azure-api-management-rest-api-authentication",
    ],
  },
  appliesTo: ["azure-native:resources:Resource"],
  *check({ props }) {
    if (!props.at("resourceProviderNamespace").is("Microsoft.ApiManagement")) return;
    if (
      !/(^|\/)tenant$/i.test(props.at("resourceType").string ?? "") ||
      !props.at("resourceName").is("access")
    )
      return;
    const enabled = props.at("properties.enabled");
    if (enabled.is(true)) yield enabled.violates("must not be true");
  },
});
