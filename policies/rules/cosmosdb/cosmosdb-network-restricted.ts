import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-network-restricted",
  title: "Cosmos DB admits listed networks only",
  severity: "high",
  description:
    "An account without a firewall or a virtual network filter accepts every address of the Internet.",
  remediation:
    'Set publicNetworkAccess: "Disabled", or list addresses in ipRules or subnets in virtualNetworkRules with isVirtualNetworkFilterEnabled: true.',
  references: {
    catalogue: ["COS-01"],
    checkov: ["CKV_AZURE_99"],
    azurePolicy: ["862e97cf", "e0a2b1a3"],
    cis: ["Found3 5.4.1"],
    prowler: ["cosmosdb_account_firewall_use_selected_networks"],
    kics: ["tf:cosmosdb_account_ip_range_filter_not_set"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    docs: [
      "https://learn.microsoft.com/azure/cosmos-db/how-to-configure-firewall",
      "https://learn.microsoft.com/azure/cosmos-db/how-to-configure-vnet-service-endpoint",
    ],
  },
  appliesTo: ["azure-native:cosmosdb:DatabaseAccount", "azure-native:documentdb:DatabaseAccount"],
  *check({ props }) {
    const rules = props.at("ipRules");
    for (const rule of rules.items()) {
      const address = rule.at("ipAddressOrRange");
      if (/\/0$/.test(address.string?.trim() ?? "")) yield address.violates("must not be every address");
    }
    if (props.at("publicNetworkAccess").is("Disabled", "SecuredByPerimeter")) return;
    const filtered =
      props.at("isVirtualNetworkFilterEnabled").is(true) &&
      props.at("virtualNetworkRules").items().length > 0;
    if (rules.items().length === 0 && !filtered)
      yield rules.violates("must list the addresses that need access, unless a virtual network filter does");
  },
});
