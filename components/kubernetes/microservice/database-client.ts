import type * as pulumi from "@pulumi/pulumi";
import { refuseCidrs } from "../refusal/cidr.ts";
import { refusePort } from "../refusal/numbers.ts";
import type { Refusal } from "../refusal/refusal.ts";

/** Databases that a service can be a client of. */
export const DatabaseEngine = {
  /** PostgreSQL, port 5432. */
  PostgreSql: "postgresql",
  /** SQL Server and Azure SQL Database, port 1433. */
  SqlServer: "sqlserver",
} as const;

export type DatabaseEngine = (typeof DatabaseEngine)[keyof typeof DatabaseEngine];

/**
 * The database of a service. There is no password: the service signs in with its workload identity, as the user named
 * here, over TLS with the server's certificate verified.
 */
export interface DatabaseClient {
  /** Kind of database. */
  engine: DatabaseEngine;
  /** Fully qualified name of the server. The certificate is checked against it. */
  host: pulumi.Input<string>;
  /** Port. Default 5432 for PostgreSQL, 1433 for SQL Server. */
  port?: number;
  /** Name of the database. */
  name: pulumi.Input<string>;
  /** User that stands for the workload identity in the database. */
  user: pulumi.Input<string>;
  /** Address ranges of the server, in CIDR notation: its subnet, or that of its private endpoint. At least one. */
  cidrs: string[];
}

const defaultPorts: Readonly<Record<DatabaseEngine, number>> = { postgresql: 5432, sqlserver: 1433 };

/** The port that the service connects to. */
export function databasePort(database: DatabaseClient): number {
  return database.port ?? defaultPorts[database.engine];
}

/** The settings, as environment variables. */
export function databaseEnvironment(database: DatabaseClient): Record<string, pulumi.Input<string>> {
  return {
    DATABASE_ENGINE: database.engine,
    DATABASE_HOST: database.host,
    DATABASE_PORT: `${databasePort(database)}`,
    DATABASE_NAME: database.name,
    DATABASE_USER: database.user,
    DATABASE_AUTHENTICATION: "entra",
    DATABASE_SSL_MODE: "verify-full",
  };
}

/** Refuses an engine that does not exist, a port out of range, and a database that no traffic could reach. */
export function refuseDatabase(database: DatabaseClient | undefined): Refusal[] {
  if (database === undefined) {
    return [];
  }
  const engines: readonly string[] = Object.values(DatabaseEngine);
  if (!engines.includes(database.engine)) {
    return [
      {
        property: "database.engine",
        value: database.engine,
        allowed: `one of ${engines.join(", ")}`,
        remedy: "Use a value of DatabaseEngine.",
      },
    ];
  }
  return [
    ...refusePort("database.port", databasePort(database)),
    ...refuseCidrs("database.cidrs", database.cidrs),
  ];
}
