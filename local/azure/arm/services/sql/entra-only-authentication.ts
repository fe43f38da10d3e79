import { containerOf } from "../../arm-id.ts";
import { absent, flag } from "../../body.ts";
import { badRequest } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { sqlAdministratorToken } from "./administrator.ts";

export const sqlEntraOnlyAuthentication: ResourceType = {
  token: "azure-native:sql:ServerAzureADOnlyAuthentication",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Sql/servers/{serverName}/azureADOnlyAuthentications/{authenticationName}",
  apiVersion: "2023-08-01",
  place: "nowhere",
  stamps: [],
  *conflicts(write, azure) {
    if (flag(write.body, "azureADOnlyAuthentication") !== true) return;
    const server = azure.find(containerOf(write.id));
    if (server === undefined) return;
    const administered =
      !absent(server.body, "administrators") || azure.within(server.id, sqlAdministratorToken).length > 0;
    if (!administered) {
      yield badRequest(
        "AadOnlyAuthenticationRequiresAdministrator",
        `Microsoft Entra-only authentication needs a Microsoft Entra administrator on the server ${server.name}.`,
      );
    }
  },
  implicit: (id, azure) => {
    const server = azure.find(containerOf(id));
    const only =
      server !== undefined && flag(server.body, "administrators.azureADOnlyAuthentication") === true;
    return { azureADOnlyAuthentication: only };
  },
};
