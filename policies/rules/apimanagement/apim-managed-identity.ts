import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-managed-identity",
  title: "API Management has a managed identity",
  severity: "low",
  description: "Without an identity the service needs secrets of its own to reach Key Vault and backends.",
  remediation: 'Set identity: { type: "SystemAssigned" } or one with userAssignedIdentities.',
  references: {
    catalogue: ["APM-12"],
    psrule: ["APIM.ManagedIdentity"],
    nist: ["IA-2", "IA-9"],
    docs: [
      "https://learn.microsoft.com/azure/api-management/api-management-howto-use-managed-service-identity",
    ],
  },
  appliesTo: ["azure-native:apimanagement:ApiManagementService"],
  *check({ props }) {
    const type = props.at("identity.type");
    const text = type.string;
    if (text === undefined || /^None$/i.test(text)) yield type.violates("must be a kind of managed identity");
  },
});
