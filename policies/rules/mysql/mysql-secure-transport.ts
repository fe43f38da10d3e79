import { serverParameter } from "../../azure/server-parameter.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "mysql-secure-transport",
  title: "MySQL accepts TLS connections only",
  severity: "high",
  description:
    "require_secure_transport is on by default; turning it off lets passwords and data cross the network in plain text.",
  remediation: 'Remove the parameter require_secure_transport, or set it to "ON".',
  references: {
    catalogue: ["MYS-04"],
    checkov: ["CKV_AZURE_28"],
    psrule: ["MySQL.UseSSL"],
    azurePolicy: ["e802a67a"],
    cis: ["Found3 5.3.1"],
    trivy: ["AZU-0020"],
    prowler: ["mysql_flexible_server_ssl_connection_enabled"],
    kics: ["90120147", "tf:mysql_ssl_connection_disabled", "tf:mysql_enforce_ssl_connection_disabled"],
    nist: ["SC-8", "SC-8(1)"],
    pulumi: ["mysql-ssl-enforcement"],
    docs: ["https://learn.microsoft.com/azure/mysql/flexible-server/how-to-connect-tls-ssl"],
  },
  appliesTo: ["azure-native:dbformysql:Configuration"],
  repairs: { value: "ON" },
  *check(resource) {
    const value = serverParameter(resource, "require_secure_transport");
    if (value?.isSet === true && !value.is("ON")) yield value.violates('must be "ON"');
  },
});
