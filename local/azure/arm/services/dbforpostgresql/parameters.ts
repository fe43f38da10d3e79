/** A server parameter of PostgreSQL, as far as Azure describes it. */
export interface ServerParameter {
  readonly dataType: "Boolean" | "Enumeration" | "Integer" | "Numeric" | "String" | "Set";
  readonly defaultValue: string;
  /** `on,off`, `0-100`, a list, or empty for texts. */
  readonly allowedValues: string;
  readonly dynamic?: boolean;
  readonly readOnly?: boolean;
  readonly unit?: string;
}

const onOff = { dataType: "Boolean", allowedValues: "on,off" } as const;

/** Parameters that people set most. Source: learn.microsoft.com/azure/postgresql/flexible-server/server-parameters-table */
const parameters: Readonly<Record<string, ServerParameter>> = {
  "azure.extensions": { dataType: "Set", defaultValue: "", allowedValues: "" },
  "azure.accepted_password_auth_method": {
    dataType: "Set",
    defaultValue: "MD5,SCRAM-SHA-256",
    allowedValues: "MD5,SCRAM-SHA-256",
  },
  autovacuum: { ...onOff, defaultValue: "on" },
  connection_throttle: { ...onOff, defaultValue: "off" },
  "connection_throttle.enable": { ...onOff, defaultValue: "off" },
  idle_in_transaction_session_timeout: {
    dataType: "Integer",
    defaultValue: "0",
    allowedValues: "0-2147483647",
    unit: "ms",
  },
  log_checkpoints: { ...onOff, defaultValue: "on" },
  log_connections: { ...onOff, defaultValue: "on" },
  log_disconnections: { ...onOff, defaultValue: "on" },
  log_duration: { ...onOff, defaultValue: "off" },
  log_lock_waits: { ...onOff, defaultValue: "off" },
  log_min_duration_statement: {
    dataType: "Integer",
    defaultValue: "-1",
    allowedValues: "-1-2147483647",
    unit: "ms",
  },
  log_retention_days: { dataType: "Integer", defaultValue: "3", allowedValues: "1-7", unit: "days" },
  "logfiles.download_enable": { ...onOff, defaultValue: "off" },
  "logfiles.retention_days": { dataType: "Integer", defaultValue: "3", allowedValues: "1-7", unit: "days" },
  max_connections: { dataType: "Integer", defaultValue: "859", allowedValues: "25-5000", dynamic: false },
  max_wal_senders: { dataType: "Integer", defaultValue: "10", allowedValues: "5-100", dynamic: false },
  max_replication_slots: {
    dataType: "Integer",
    defaultValue: "10",
    allowedValues: "2-262143",
    dynamic: false,
  },
  max_worker_processes: { dataType: "Integer", defaultValue: "8", allowedValues: "0-262143", dynamic: false },
  "pgaudit.log": {
    dataType: "Set",
    defaultValue: "none",
    allowedValues: "none,read,write,function,role,ddl,misc,all",
  },
  "pgbouncer.enabled": { dataType: "Boolean", allowedValues: "true,false", defaultValue: "false" },
  "pgms_wait_sampling.query_capture_mode": {
    dataType: "Enumeration",
    defaultValue: "none",
    allowedValues: "all,none",
  },
  "pg_qs.query_capture_mode": {
    dataType: "Enumeration",
    defaultValue: "none",
    allowedValues: "none,top,all",
  },
  password_encryption: {
    dataType: "Enumeration",
    defaultValue: "scram-sha-256",
    allowedValues: "md5,scram-sha-256",
  },
  require_secure_transport: { ...onOff, defaultValue: "on" },
  shared_buffers: {
    dataType: "Integer",
    defaultValue: "262144",
    allowedValues: "16-1073741823",
    dynamic: false,
    unit: "8KB",
  },
  shared_preload_libraries: {
    dataType: "Set",
    defaultValue: "pg_cron,pg_stat_statements",
    allowedValues: "",
    dynamic: false,
  },
  ssl_max_protocol_version: { dataType: "Enumeration", defaultValue: "", allowedValues: "TLSv1.2,TLSv1.3" },
  ssl_min_protocol_version: {
    dataType: "Enumeration",
    defaultValue: "TLSv1.2",
    allowedValues: "TLSv1.2,TLSv1.3",
  },
  statement_timeout: { dataType: "Integer", defaultValue: "0", allowedValues: "0-2147483647", unit: "ms" },
  track_activity_query_size: {
    dataType: "Integer",
    defaultValue: "1024",
    allowedValues: "100-102400",
    dynamic: false,
    unit: "B",
  },
  timezone: { dataType: "String", defaultValue: "UTC", allowedValues: "" },
  wal_level: {
    dataType: "Enumeration",
    defaultValue: "replica",
    allowedValues: "replica,logical",
    dynamic: false,
  },
  work_mem: { dataType: "Integer", defaultValue: "4096", allowedValues: "4096-2097151", unit: "KB" },
  server_version: { dataType: "String", defaultValue: "17", allowedValues: "", readOnly: true },
};

/** What Azure knows of a parameter; undefined for one that this table lacks. */
export function serverParameter(name: string): ServerParameter | undefined {
  return Object.hasOwn(parameters, name.toLowerCase()) ? parameters[name.toLowerCase()] : undefined;
}

/** Whether a parameter takes a value. */
export function allows(parameter: ServerParameter, value: string): boolean {
  if (parameter.allowedValues === "") return true;
  const range = /^(-?\d+)-(\d+)$/.exec(parameter.allowedValues);
  if (range !== null) {
    const number = Number(value);
    return (
      value !== "" && Number.isFinite(number) && number >= Number(range[1]) && number <= Number(range[2])
    );
  }
  const allowed = parameter.allowedValues.toLowerCase().split(",");
  const values = parameter.dataType === "Set" ? value.toLowerCase().split(",") : [value.toLowerCase()];
  return values.every((item) => allowed.includes(item.trim()));
}
