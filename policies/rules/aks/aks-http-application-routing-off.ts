import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "aks-http-application-routing-off",
  title: "The HTTP application routing add-on is off on AKS",
  severity: "medium",
  description:
    "The add-on is retired, publishes services without TLS under a public DNS zone, and was never meant for production.",
  remediation:
    "Leave addonProfiles.httpApplicationRouting out and expose services through the platform's ingress.",
  references: {
    catalogue: ["AKS-43"],
    checkov: ["CKV_AZURE_246"],
    psrule: ["AKS.HttpAppRouting"],
    nist: ["CM-7", "SC-8", "SA-22"],
    docs: ["https://learn.microsoft.com/previous-versions/azure/aks/http-application-routing"],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  *check({ props }) {
    const enabled = props.at("addonProfiles").childIgnoringCase("httpApplicationRouting").at("enabled");
    if (enabled.is(true)) yield enabled.violates("must be false");
  },
});
