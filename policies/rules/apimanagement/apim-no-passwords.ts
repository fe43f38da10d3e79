import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-no-passwords",
  title: "Nobody signs in to the developer portal with a password",
  severity: "medium",
  description:
    "Users with passwords live outside Entra ID, which neither knows when they leave nor asks for a second factor.",
  remediation:
    "Leave password out of users, set properties.enableBasicAuth: false in portalconfigs, and add an IdentityProvider of Entra ID.",
  references: {
    catalogue: ["APM-18"],
    azurePolicy: ["ffe25541"],
    nist: ["AC-2", "IA-2", "IA-5"],
    docs: [
      "https://learn.microsoft.com/azure/api-management/secure-developer-portal-access",
      "https://learn.microsoft.com/azure/api-management/api-management-howto-aad",
    ],
  },
  appliesTo: ["azure-native:apimanagement:User", "azure-native:resources:Resource"],
  *check({ kind, props }) {
    if (kind.name === "User") {
      const password = props.at("password");
      if (password.isSet) yield { path: password.path, message: "password is set; it must not be" };
      return;
    }
    if (!props.at("resourceProviderNamespace").is("Microsoft.ApiManagement")) return;
    if (!/(^|\/)portalconfigs$/i.test(props.at("resourceType").string ?? "")) return;
    yield* demandOneOf(props.at("properties.enableBasicAuth"), [false]);
  },
});
