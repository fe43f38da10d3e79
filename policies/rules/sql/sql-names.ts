import { nameOf } from "../../azure/resource-name.ts";
import type { NameFormat } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

const hostNames: NameFormat = {
  pattern: /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  allowed: "1 to 63 lower-case letters, digits and hyphens inside",
};
const objectNames: NameFormat = {
  pattern: /^[^<>*%&:\\/?]{0,127}[^<>*%&:\\/?. ]$/,
  allowed: "1 to 128 characters without <>*%&:\\/?, the last no space or dot",
};

/** Where the name stands, by the kind of resource. */
const formats: Readonly<Record<string, readonly [path: string, format: NameFormat]>> = {
  Database: ["databaseName", objectNames],
  ElasticPool: ["elasticPoolName", objectNames],
  FailoverGroup: ["failoverGroupName", hostNames],
  JobAgent: ["jobAgentName", objectNames],
  Server: ["serverName", hostNames],
};

export default resourceRule({
  id: "sql-names",
  title: "Azure SQL servers, databases and what belongs to them have names that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses fails the update halfway, after other resources have been made.",
  remediation:
    "Name servers and failover groups with 1 to 63 lower-case letters, digits and hyphens inside; databases, elastic pools and job agents with 1 to 128 characters without <>*%&:\\/?, the last no space or dot.",
  references: {
    catalogue: ["SQL-31"],
    psrule: [
      "SQL.ServerName",
      "SQL.DBName",
      "SQL.FGName",
      "SQL.ServerNaming",
      "SQL.DBNaming",
      "SQL.ElasticPoolNaming",
      "SQL.JobAgentNaming",
    ],
    nist: ["CM-2"],
    docs: [
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftsql",
    ],
  },
  appliesTo: [
    "azure-native:sql:Database",
    "azure-native:sql:ElasticPool",
    "azure-native:sql:FailoverGroup",
    "azure-native:sql:JobAgent",
    "azure-native:sql:Server",
  ],
  *check(resource) {
    const format = formats[resource.kind.name];
    if (format !== undefined) yield* nameOf(...format)(resource);
  },
});
