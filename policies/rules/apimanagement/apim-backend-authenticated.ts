import { resourceRule } from "../../rule.ts";

const proofs = ["authorization", "certificate", "certificateIds", "header", "query"];

export default resourceRule({
  id: "apim-backend-authenticated",
  title: "API Management shows backends who calls",
  severity: "medium",
  enforcement: "advisory",
  description:
    "A backend that asks for no proof can be called by anybody who finds it. Advice, because a policy such as authentication-managed-identity may give the proof instead.",
  remediation:
    "Set credentials.authorization, credentials.certificateIds, or a header or query of credentials.",
  references: {
    catalogue: ["APM-08"],
    azurePolicy: ["c15dcc82"],
    nist: ["IA-2", "IA-9"],
    docs: [
      "https://learn.microsoft.com/azure/api-management/backends",
      "https://learn.microsoft.com/azure/api-management/authentication-managed-identity-policy",
    ],
  },
  appliesTo: ["azure-native:apimanagement:Backend", "azure-native:apimanagement:WorkspaceBackend"],
  *check({ props }) {
    if (props.at("properties.serviceFabricCluster").isSet || props.at("type").is("Pool")) return;
    const credentials = props.at("credentials");
    if (!proofs.some((proof) => credentials.at(proof).isSet))
      yield credentials.violates("must say how the backend knows the caller");
  },
});
