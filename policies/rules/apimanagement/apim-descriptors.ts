import { nameOf } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

const serviceName = nameOf("serviceName", {
  pattern: /^[A-Za-z]([A-Za-z0-9-]{0,48}[A-Za-z0-9])?$/,
  allowed: "1 to 50 letters, digits and hyphens inside, a letter first",
});

export default resourceRule({
  id: "apim-descriptors",
  title: "API Management services are well named, and APIs and products described",
  severity: "low",
  enforcement: "advisory",
  description:
    "A name that Azure refuses fails the update halfway; an API that nobody has described is used wrongly. Advice, because the second is a matter of care.",
  remediation:
    "Name the service with 1 to 50 letters, digits and hyphens, a letter first; set displayName and description of APIs and products.",
  references: {
    catalogue: ["APM-24"],
    psrule: ["APIM.APIDescriptors", "APIM.ProductDescriptors", "APIM.Name"],
    docs: [
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftapimanagement",
      "https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.APIM.APIDescriptors/",
    ],
  },
  appliesTo: [
    "azure-native:apimanagement:ApiManagementService",
    "azure-native:apimanagement:Api",
    "azure-native:apimanagement:WorkspaceApi",
    "azure-native:apimanagement:Product",
    "azure-native:apimanagement:WorkspaceProduct",
  ],
  *check(resource) {
    if (resource.kind.name === "ApiManagementService") {
      yield* serviceName(resource);
      return;
    }
    for (const path of ["displayName", "description"]) {
      const text = resource.props.at(path);
      if (text.string === undefined || text.string.trim() === "")
        yield text.violates("must say what it is for");
    }
  },
});
