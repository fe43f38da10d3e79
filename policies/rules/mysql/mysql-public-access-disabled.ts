import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "mysql-public-access-disabled",
  title: "MySQL is not reached from the Internet",
  severity: "high",
  description:
    "A public endpoint invites everybody to guess passwords; by default a server that stands in no subnet has one.",
  remediation:
    'Set network.publicNetworkAccess: "Disabled" and add a private endpoint, or set network.delegatedSubnetResourceId.',
  references: {
    catalogue: ["MYS-01"],
    checkov: ["CKV_AZURE_53"],
    azurePolicy: ["c9299215", "d9844e8a"],
    trivy: ["AZU-0022"],
    kics: ["tf:mysql_server_public_access_enabled"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://learn.microsoft.com/azure/mysql/flexible-server/concepts-networking"],
  },
  appliesTo: ["azure-native:dbformysql:Server"],
  *check({ props }) {
    const access = props.at("network.publicNetworkAccess");
    // A server in a subnet has no public endpoint; Azure decides the property.
    if (props.at("network.delegatedSubnetResourceId").isSet && !access.is("Enabled")) return;
    yield* demandOneOf(access, ["Disabled"]);
  },
});
