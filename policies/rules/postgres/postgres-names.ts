import { nameOf } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "postgres-names",
  title: "PostgreSQL servers have names that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses fails the update halfway, after other resources have been made.",
  remediation: "Name the server with 3 to 63 lower-case letters, digits and hyphens inside.",
  references: {
    catalogue: ["PG-23"],
    psrule: ["PostgreSQL.ServerName", "PostgreSQL.ServerNaming"],
    nist: ["CM-2"],
    docs: [
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftdbforpostgresql",
    ],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  check: nameOf("serverName", {
    pattern: /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    allowed: "3 to 63 lower-case letters, digits and hyphens inside",
  }),
});
