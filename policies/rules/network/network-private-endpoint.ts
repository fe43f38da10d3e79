import { privateEndpointRequired, privateEndpoints } from "../../azure/private-endpoint.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";

const services: readonly TypePattern[] = [
  "azure-native:containerregistry:Registry",
  "azure-native:cosmosdb:DatabaseAccount",
  "azure-native:dbforpostgresql:Server",
  "azure-native:eventhub:Namespace",
  "azure-native:keyvault:Vault",
  "azure-native:servicebus:Namespace",
  "azure-native:sql:Server",
  "azure-native:storage:StorageAccount",
];

export default stackRule({
  id: "network-private-endpoint",
  title: "Services of the platform are reached by private endpoints",
  severity: "medium",
  enforcement: "disabled",
  description:
    "A service without a private endpoint is only reached over its public side. Tiers that cannot have one, and databases inside of the network, are left out. Off by default, because each service has a rule of its own that says the same.",
  remediation: "Add a PrivateEndpoint whose privateLinkServiceConnections name the resource.",
  references: {
    catalogue: ["NET-35"],
    kics: ["tf:azure_paas_private_endpoint_missing"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    docs: ["https://learn.microsoft.com/azure/private-link/private-endpoint-overview"],
  },
  appliesTo: services,
  reads: privateEndpoints,
  check: privateEndpointRequired(services, cannotHaveOne),
});

function cannotHaveOne({ kind, props }: ResourceView): boolean {
  switch (kind.module) {
    case "containerregistry":
    case "servicebus":
      return !props.at("sku.name").is("Premium");
    case "eventhub":
      return props.at("sku.name").is("Basic");
    case "dbforpostgresql":
      return props.at("network.delegatedSubnetResourceId").isSet;
    default:
      return false;
  }
}
