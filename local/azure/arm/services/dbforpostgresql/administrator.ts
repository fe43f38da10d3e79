import { localAccount } from "../../account.ts";
import { containerOf } from "../../arm-id.ts";
import { text } from "../../body.ts";
import { badRequest } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import {
  invalidPostgresParameter,
  postgresChildNotFound,
  unknownPostgresValue,
} from "./postgres-refusals.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An administrator from Microsoft Entra. The SDK has one ARM type under two names. */
function administrator(token: string, apiVersion: string): ResourceType {
  return {
    token,
    path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DBforPostgreSQL/flexibleServers/{serverName}/administrators/{objectId}",
    apiVersion,
    place: "nowhere",
    stamps: ["systemData"],
    enumerations: { principalType: ["dbforpostgresql", "PrincipalType"] },
    unknownValue: unknownPostgresValue,
    defaults: () => ({ tenantId: localAccount.tenantId }),
    *conflicts(write, azure) {
      if (!uuid.test(write.name))
        yield invalidPostgresParameter("objectId", `'${write.name}' is no object id of Microsoft Entra.`);
      const server = azure.find(containerOf(write.id));
      if (server !== undefined && text(server.body, "authConfig.activeDirectoryAuth") !== "Enabled") {
        yield badRequest(
          "AadAuthNotEnabled",
          `Microsoft Entra authentication is not enabled on the server ${server.name}: set authConfig.activeDirectoryAuth to Enabled.`,
        );
      }
    },
    outputs: (resource) => ({
      objectId: resource.name,
      // Azure shows the principal's own name here, and the object id as the resource's.
      principalName: text(resource.body, "principalName") ?? resource.name,
    }),
    notFound: postgresChildNotFound,
  };
}

export const postgresAdministrator = administrator(
  "azure-native:dbforpostgresql:Administrator",
  "2025-01-01-preview",
);
export const postgresEntraAdministrator = administrator(
  "azure-native:dbforpostgresql:AdministratorsMicrosoftEntra",
  "2025-08-01",
);
