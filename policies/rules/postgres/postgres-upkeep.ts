import { parameterRequired, postgresParameters, postgresServers } from "../../azure/postgres-parameter.ts";
import { each } from "../../evaluate.ts";
import type { Finding } from "../../finding.ts";
import type { ParameterValues } from "../../parameters.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";

export default stackRule({
  id: "postgres-upkeep",
  title: "PostgreSQL is supported, keeps backups for two weeks, grows and pools connections",
  severity: "medium",
  description:
    "An old version gets no fixes; Azure's 7 days of backups are shorter than it often takes to notice damage; a server whose storage is full turns read-only, and one that every pod connects to runs out of memory.",
  remediation:
    'Set version, backup: { backupRetentionDays: 14 } or more, storage: { autoGrow: "Enabled" }, and add a dbforpostgresql.Configuration that sets pgbouncer.enabled to "true", which the tier Burstable has not.',
  references: {
    catalogue: ["X-15"],
    nist: ["CP-9", "SA-22", "SC-5", "SI-2", "SI-12"],
    docs: [
      "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-version-policy",
      "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-backup-restore",
      "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-storage",
      "https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-pgbouncer",
    ],
  },
  appliesTo: ["azure-native:dbforpostgresql:Server"],
  reads: [postgresParameters],
  parameters: {
    oldestVersion: {
      type: "integer",
      description: "Oldest major version that is supported.",
      default: 14,
      minimum: 11,
    },
    leastDays: {
      type: "integer",
      description: "Fewest days for which backups are kept; Azure keeps 7, its default, to 35.",
      default: 14,
      minimum: 7,
      maximum: 35,
    },
    pooling: {
      type: "boolean",
      description: "Whether connections must be pooled by PgBouncer where the tier has it.",
      default: true,
    },
  },
  *check(stack, parameters) {
    yield* each(stack.ofType(...postgresServers), function* (server) {
      for (const finding of serverFindings(server, parameters)) yield { ...finding, resource: server };
    });
    if (!parameters.boolean("pooling")) return;
    yield* parameterRequired(
      "pgbouncer.enabled",
      (value) => value.is("true", true),
      'must be "true"',
      ({ props }) => !props.at("sku.tier").is("Burstable"),
    )(stack);
  },
});

function* serverFindings({ props }: ResourceView, parameters: ParameterValues): Iterable<Finding> {
  const oldestVersion = parameters.integer("oldestVersion");
  const version = props.at("version");
  if ((version.number ?? oldestVersion) < oldestVersion)
    yield version.violates(`must be ${oldestVersion} or later`);
  const growth = props.at("storage.autoGrow");
  if (!growth.is("Enabled")) yield growth.violates('must be "Enabled"');
  // A replica or a restored server takes the setting of its source until it is told otherwise.
  if (props.at("createMode").is("Replica", "PointInTimeRestore", "GeoRestore")) return;
  const leastDays = parameters.integer("leastDays");
  const days = props.at("backup.backupRetentionDays");
  if ((days.number ?? 0) < leastDays) yield days.violates(`must be ${leastDays} or more`);
}
