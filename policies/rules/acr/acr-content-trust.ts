import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-content-trust",
  title: "ACR lets clients ask for signed images",
  severity: "low",
  enforcement: "disabled",
  description:
    "A client can then refuse what was not signed by whoever it trusts. Off by default, because Azure removes content trust on 31 March 2028; sign with Notation and check at admission.",
  remediation: 'Set policies: { trustPolicy: { status: "enabled", type: "Notary" } }.',
  references: {
    catalogue: ["ACR-12"],
    checkov: ["CKV_AZURE_164"],
    psrule: ["ACR.ContentTrust"],
    nist: ["CM-14", "SI-7", "SR-11"],
    docs: [
      "https://learn.microsoft.com/azure/container-registry/container-registry-content-trust-deprecation",
    ],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  check: mustBe("policies.trustPolicy.status", "enabled"),
});
