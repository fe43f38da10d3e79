import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-public-access-disabled",
  title: "PostgreSQL is not reachable from the Internet",
  severity: "critical",
  description:
    "A flexible server has a public endpoint unless it is told otherwise or stands in a delegated subnet.",
  remediation:
    'Set network: { delegatedSubnetResourceId, privateDnsZoneArmResourceId }, or network: { publicNetworkAccess: "Disabled" } with a private endpoint.',
  references: {
    catalogue: ["PG-01"],
    checkov: ["CKV_AZURE_68"],
    azurePolicy: ["5e1de0e3"],
    trivy: ["AZU-0022"],
    kics: ["tf:postgres_sql_server_enables_public_access"],
    nist: ["AC-3", "AC-17", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-private"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  *check({ props }) {
    const access = props.at("network.publicNetworkAccess");
    if (access.is("Disabled")) return;
    // A server in a delegated subnet has no public endpoint, and Azure refuses to give it one.
    if (!access.isSet && props.at("network.delegatedSubnetResourceId").isSet) return;
    yield access.violates('must be "Disabled", or the server must stand in a delegated subnet');
  },
});
