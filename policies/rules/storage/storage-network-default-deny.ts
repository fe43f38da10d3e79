import { everyAddress } from "../../azure/address.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "storage-network-default-deny",
  title: "Storage accounts deny networks that are not listed",
  severity: "high",
  description: "Without network rules, every network is admitted as soon as the public endpoint is on.",
  remediation: 'Set networkRuleSet: { defaultAction: "Deny" } and list what needs access.',
  references: {
    catalogue: ["STO-06"],
    checkov: ["CKV_AZURE_35"],
    psrule: ["Storage.Firewall"],
    azurePolicy: ["34c877ad", "2a1a9cdf", "60d21c4f"],
    cis: ["Found6 9.3.2.3"],
    trivy: ["AZU-0012"],
    prowler: ["storage_default_network_access_rule_is_denied"],
    kics: ["d855ced8", "9073f073", "tf:default_azure_storage_account_network_access_is_too_permissive"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    pulumi: ["storage-account-firewall"],
    docs: ["https://learn.microsoft.com/azure/storage/common/storage-network-security"],
  },
  appliesTo: ["azure-native:storage:StorageAccount"],
  *check({ props }) {
    if (props.at("publicNetworkAccess").is("Disabled")) return;
    yield* demandOneOf(props.at("networkRuleSet.defaultAction"), ["Deny"]);
    for (const rule of props.at("networkRuleSet.ipRules").items()) {
      const address = rule.at("iPAddressOrRange");
      if (everyAddress(address)) yield address.violates("must not be every address");
    }
  },
});
