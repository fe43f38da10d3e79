import { serverParameter } from "../../azure/server-parameter.ts";
import { resourceRule } from "../../rule.ts";

const sound = ["tlsv1.2", "tlsv1.3"];

export default resourceRule({
  id: "mysql-minimum-tls",
  title: "MySQL accepts TLS 1.2 or later only",
  severity: "high",
  description: "TLS 1.0 and 1.1 have known weaknesses; tls_version holds only TLS 1.2 and later by default.",
  remediation: 'Remove the parameter tls_version, or set it to "TLSv1.2" or "TLSv1.2,TLSv1.3".',
  references: {
    catalogue: ["MYS-05"],
    checkov: ["CKV_AZURE_54"],
    psrule: ["MySQL.MinTLS"],
    cis: ["Found3 5.3.2"],
    trivy: ["AZU-0026"],
    prowler: ["mysql_flexible_server_minimum_tls_version_12"],
    kics: ["tf:mysql_not_using_latest_tls"],
    nist: ["SC-8", "SC-8(1)", "SC-13"],
    docs: ["https://learn.microsoft.com/azure/mysql/flexible-server/how-to-connect-tls-ssl"],
  },
  appliesTo: ["azure-native:dbformysql:Configuration"],
  repairs: { value: "TLSv1.2" },
  *check(resource) {
    const value = serverParameter(resource, "tls_version");
    const versions = value?.string?.split(",").map((version) => version.trim().toLowerCase()) ?? [];
    if (value !== undefined && !versions.every((version) => sound.includes(version)))
      yield value.violates("must hold TLSv1.2 and TLSv1.3 only");
  },
});
