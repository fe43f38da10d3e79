import { contentOf, policyDocument, scopedPolicies } from "../../azure/gateway-policy.ts";
import { resourceRule } from "../../rule.ts";

const sections = ["inbound", "backend", "outbound", "on-error"];

export default resourceRule({
  id: "apim-policy-inherits",
  title: "Policies of API Management inherit those of the wider scope",
  severity: "medium",
  description:
    "A section without <base /> drops what the wider scope demands, such as the check of tokens or a limit of calls.",
  remediation: "Put <base /> into each of inbound, backend, outbound and on-error.",
  references: {
    catalogue: ["APM-16"],
    psrule: ["APIM.PolicyBase"],
    azurePolicy: ["d5448c98"],
    nist: ["AC-3", "CM-6"],
    docs: [
      "https://learn.microsoft.com/azure/api-management/api-management-howto-policies",
      "https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.APIM.PolicyBase/",
    ],
  },
  appliesTo: scopedPolicies,
  *check(resource) {
    const document = policyDocument(resource);
    // A resolver stands in for the backend and has no sections.
    if (document === undefined || resource.kind.name === "GraphQLApiResolverPolicy") return;
    for (const section of sections) {
      if (!/<base\s*\/>|<base>\s*<\/base>/i.test(contentOf(document.xml, section) ?? ""))
        yield {
          path: document.property.path,
          message: `${document.property.path} has no <base /> in ${section}`,
        };
    }
  },
});
