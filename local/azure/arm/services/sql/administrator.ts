import { localAccount } from "../../account.ts";
import { containerOf } from "../../arm-id.ts";
import { flag, text } from "../../body.ts";
import { badRequest } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";

export const sqlAdministratorToken = "azure-native:sql:ServerAzureADAdministrator";

export const sqlAdministrator: ResourceType = {
  token: sqlAdministratorToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Sql/servers/{serverName}/administrators/{administratorName}",
  apiVersion: "2023-08-01",
  place: "nowhere",
  stamps: [],
  enumerations: { administratorType: ["sql", "AdministratorType"] },
  defaults: () => ({ administratorType: "ActiveDirectory", tenantId: localAccount.tenantId }),
  *refusals(body) {
    const sid = text(body, "sid");
    if (sid !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(sid)) {
      yield badRequest(
        "InvalidExternalAdministratorSid",
        `Invalid or missing external administrator SID: '${sid}' is no GUID.`,
      );
    }
  },
  *conflicts(write) {
    if (write.name !== "ActiveDirectory") {
      yield badRequest(
        "InvalidServerAdministratorName",
        `The administrator's name is 'ActiveDirectory', not '${write.name}'.`,
      );
    }
  },
  *undeletable(resource, azure, container) {
    if (container !== resource.id) return;
    const only = azure.find(`${containerOf(resource.id)}/azureADOnlyAuthentications/Default`);
    if (only !== undefined && flag(only.body, "azureADOnlyAuthentication") === true) {
      yield badRequest(
        "AadOnlyAuthenticationIsEnabled",
        "The Microsoft Entra administrator cannot be removed while Microsoft Entra-only authentication is enabled.",
      );
    }
  },
  outputs: (resource, azure) => {
    const only = azure.find(`${containerOf(resource.id)}/azureADOnlyAuthentications/Default`);
    return {
      azureADOnlyAuthentication: only !== undefined && flag(only.body, "azureADOnlyAuthentication") === true,
    };
  },
};
