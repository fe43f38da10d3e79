import { contentOf, globalPolicies, policyDocument, scopedPolicies } from "../../azure/gateway-policy.ts";
import { resourceRule } from "../../rule.ts";

const lists = ["origin", "method", "header"];

export default resourceRule({
  id: "apim-cors-no-wildcard",
  title: "CORS policies of API Management name origins, methods and headers",
  severity: "high",
  description: "With * for an origin, every page that a user visits may call the API in the user's name.",
  remediation: "List the origins, methods and headers that callers need in <cors>.",
  references: {
    catalogue: ["APM-17"],
    psrule: ["APIM.CORSPolicy"],
    nist: ["AC-3", "AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/api-management/cors-policy"],
  },
  appliesTo: [...globalPolicies, ...scopedPolicies],
  *check(resource) {
    const document = policyDocument(resource);
    const cors = document === undefined ? undefined : contentOf(document.xml, "cors");
    if (document === undefined || cors === undefined) return;
    for (const name of lists) {
      if (new RegExp(`<${name}>\\s*\\*\\s*</${name}>`, "i").test(cors))
        yield {
          path: document.property.path,
          message: `${document.property.path} allows every ${name} in cors`,
        };
    }
  },
});
