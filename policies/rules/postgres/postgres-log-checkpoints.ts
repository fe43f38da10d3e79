import { leftOn } from "../../azure/postgres-parameter.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-log-checkpoints",
  title: "PostgreSQL logs checkpoints",
  severity: "low",
  description:
    "Checkpoints that come too often are the first sign of a server that cannot keep up, or of somebody who writes much. log_checkpoints is on by default.",
  remediation: 'Remove the parameter log_checkpoints, or set it to "on".',
  references: {
    catalogue: ["PG-10"],
    checkov: ["CKV_AZURE_30"],
    azurePolicy: ["70be9e12"],
    cis: ["Found3 5.2.2"],
    trivy: ["AZU-0024"],
    prowler: ["postgresql_flexible_server_log_checkpoints_on"],
    kics: ["f9112910", "tf:postgresql_log_checkpoints_disabled"],
    nist: ["AU-2", "AU-12"],
    docs: [
      "https://learn.microsoft.com/azure/postgresql/monitor/concepts-logging",
      "https://learn.microsoft.com/azure/postgresql/server-parameters/concepts-server-parameters",
    ],
  },
  appliesTo: ["azure-native:dbforpostgresql:Configuration"],
  check: leftOn("log_checkpoints"),
});
