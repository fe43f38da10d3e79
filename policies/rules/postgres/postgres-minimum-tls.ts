import { serverParameter } from "../../azure/server-parameter.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-minimum-tls",
  title: "PostgreSQL accepts TLS 1.2 or later",
  severity: "high",
  description: "ssl_min_protocol_version is TLSv1.2 by default; older versions of TLS are broken.",
  remediation: 'Remove the parameter ssl_min_protocol_version, or set it to "TLSv1.2" or "TLSv1.3".',
  references: {
    catalogue: ["PG-07"],
    checkov: ["CKV_AZURE_147"],
    psrule: ["PostgreSQL.MinTLS"],
    azurePolicy: ["a43d5475"],
    trivy: ["AZU-0026"],
    nist: ["SC-8", "SC-8(1)", "SC-13"],
    docs: ["https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-networking-ssl-tls"],
  },
  appliesTo: ["azure-native:dbforpostgresql:Configuration"],
  *check(resource) {
    const value = serverParameter(resource, "ssl_min_protocol_version");
    if (value?.isSet === true && !value.is("TLSv1.2", "TLSv1.3")) {
      yield value.violates('must be "TLSv1.2" or "TLSv1.3"');
    }
  },
});
