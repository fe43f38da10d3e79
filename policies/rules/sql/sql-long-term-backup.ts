import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";

export default stackRule({
  id: "sql-long-term-backup",
  title: "Azure SQL keeps backups for a long time and in another region",
  severity: "low",
  enforcement: "disabled",
  description:
    "Damage that is found after the 35 days of point-in-time backups, or the loss of a region, is otherwise for good. Off by default, because of its cost, and because some data must not leave their region.",
  remediation:
    'Set requestedBackupStorageRedundancy: "Geo" or "GeoZone", and add a sql.LongTermRetentionPolicy with weeklyRetention, monthlyRetention or yearlyRetention whose databaseName is the database\'s name output.',
  references: {
    catalogue: ["SQL-25"],
    azurePolicy: ["d38fc420"],
    nist: ["CP-6", "CP-9", "SI-12"],
    pulumi: ["sql-database-backup-retention"],
    docs: [
      "https://learn.microsoft.com/azure/azure-sql/database/long-term-retention-overview",
      "https://learn.microsoft.com/azure/azure-sql/database/automated-backups-overview",
    ],
  },
  appliesTo: ["azure-native:sql:Database"],
  reads: ["azure-native:sql:LongTermRetentionPolicy"],
  check: (stack) =>
    each(stack.ofType("azure-native:sql:Database"), function* (database) {
      const redundancy = database.props.at("requestedBackupStorageRedundancy");
      // Azure's default is Geo.
      if (redundancy.isSet && !redundancy.is("Geo", "GeoZone"))
        yield { ...redundancy.violates('must be "Geo" or "GeoZone"'), resource: database };
      const policies = stack
        .ofType("azure-native:sql:LongTermRetentionPolicy")
        .filter((policy) => policy.dependenciesOf("databaseName").includes(database.urn));
      if (!policies.some(keepsAnything))
        yield {
          path: "",
          message: "no long-term retention of the stack keeps the database",
          resource: database,
        };
    }),
});

function keepsAnything({ props }: ResourceView): boolean {
  return ["weeklyRetention", "monthlyRetention", "yearlyRetention"].some((period) => {
    const retention = props.at(period);
    return retention.string !== undefined && !retention.is("", "PT0S");
  });
}
