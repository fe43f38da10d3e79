/**
 * Parameters of every server. Azure's own defaults agree with some of them; saying them keeps them so.
 * Sources: PSRule Azure.PostgreSQL.UseSSL and .MinTLS, CIS Azure 3.0 5.2.1 to 5.2.8, Azure Policy 4eb5e667 (pgAudit).
 */
const everyTier = {
  require_secure_transport: "on",
  ssl_min_protocol_version: "TLSv1.2",
  log_checkpoints: "on",
  log_connections: "on",
  log_disconnections: "on",
  "connection_throttle.enable": "on",
  "logfiles.retention_days": "7",
  "azure.extensions": "PGAUDIT",
  // Azure's default and pgAudit; takes effect when the server restarts.
  shared_preload_libraries: "pg_cron,pg_stat_statements,pgaudit",
  "pgaudit.log": "ddl,role",
} as const;

/** Connection pooling on port 6432; the tier Burstable has none. */
const withPooler = { "pgbouncer.enabled": "true" } as const;

/** Parameters that keep connections encrypted: lower values are refused. */
export const encryptionParameters: Readonly<Record<string, readonly string[]>> = {
  require_secure_transport: ["on"],
  ssl_min_protocol_version: ["TLSv1.2", "TLSv1.3"],
};

/**
 * The parameters of a server, sorted by name: the defaults, and over them the given ones.
 *
 * @param pooler - whether the tier has PgBouncer
 */
export function serverParameters(
  pooler: boolean,
  given: Readonly<Record<string, string>> = {},
): [name: string, value: string][] {
  const all: Record<string, string> = { ...everyTier, ...(pooler ? withPooler : {}), ...given };
  return Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1));
}
