import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "cosmosdb-minimum-tls",
  title: "Cosmos DB accepts TLS 1.2 or later only",
  severity: "high",
  description: "TLS 1.0 and 1.1 have known weaknesses; TLS 1.2 is the default.",
  remediation: 'Leave out minimalTlsVersion, or set it to "Tls12".',
  references: {
    catalogue: ["COS-08"],
    psrule: ["Cosmos.MinTLS"],
    prowler: ["cosmosdb_account_minimum_tls_version"],
    nist: ["SC-8", "SC-8(1)", "SC-13"],
    docs: ["https://learn.microsoft.com/azure/cosmos-db/self-serve-minimum-tls-enforcement"],
  },
  appliesTo: ["azure-native:cosmosdb:DatabaseAccount", "azure-native:documentdb:DatabaseAccount"],
  repairs: { minimalTlsVersion: "Tls12" },
  check: mustNotBe("minimalTlsVersion", "Tls", "Tls11"),
});
