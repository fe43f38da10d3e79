import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-no-azure-datacenters",
  title: "Cosmos DB does not admit all data centres of Azure",
  severity: "high",
  description: "The address 0.0.0.0 admits every machine in Azure, those of other customers included.",
  remediation: "Remove 0.0.0.0 from ipRules.",
  references: {
    catalogue: ["COS-04"],
    azurePolicy: ["12339a85"],
    nist: ["AC-4", "SC-7"],
    docs: [
      "https://learn.microsoft.com/azure/cosmos-db/how-to-configure-firewall#allow-requests-from-global-azure-datacenters-or-other-sources-within-azure",
    ],
  },
  appliesTo: ["azure-native:cosmosdb:DatabaseAccount", "azure-native:documentdb:DatabaseAccount"],
  check: (resource) =>
    each(resource.props.at("ipRules").items(), function* (rule) {
      const address = rule.at("ipAddressOrRange");
      if (address.is("0.0.0.0")) yield address.violates("must not be 0.0.0.0, which is all of Azure");
    }),
});
