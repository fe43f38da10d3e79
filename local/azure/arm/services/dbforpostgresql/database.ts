import { badRequest } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { postgresChildNotFound } from "./postgres-refusals.ts";
import { text } from "../../body.ts";
import { propertyFixed } from "../fixed-properties.ts";

/** Databases that every server has and that belong to the service. */
const systemDatabases = ["postgres", "azure_sys", "azure_maintenance"];

export const postgresDatabase: ResourceType = {
  token: "azure-native:dbforpostgresql:Database",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DBforPostgreSQL/flexibleServers/{serverName}/databases/{databaseName}",
  apiVersion: "2025-08-01",
  place: "nowhere",
  stamps: ["systemData"],
  defaults: () => ({ charset: "UTF8", collation: "en_US.utf8" }),
  *refusals(body) {
    const charset = text(body, "charset");
    if (charset !== undefined && !/^[A-Za-z0-9_-]+$/.test(charset)) {
      yield badRequest(
        "InvalidParameterValue",
        `Invalid value given for parameter charset. '${charset}' is no character set.`,
      );
    }
  },
  *conflicts(write) {
    if (systemDatabases.includes(write.name) && write.name !== "postgres") {
      yield badRequest("InvalidDatabaseName", `The database name '${write.name}' is reserved.`);
    }
    yield* propertyFixed(write, ["charset", "collation"]);
  },
  implicit: (id) =>
    systemDatabases.includes(id.slice(id.lastIndexOf("/") + 1))
      ? { charset: "UTF8", collation: "en_US.utf8" }
      : undefined,
  notFound: postgresChildNotFound,
};
