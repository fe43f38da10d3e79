import { objects, text } from "../../body.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";

const receivers = [
  "armRoleReceivers",
  "automationRunbookReceivers",
  "azureAppPushReceivers",
  "azureFunctionReceivers",
  "emailReceivers",
  "eventHubReceivers",
  "itsmReceivers",
  "logicAppReceivers",
  "smsReceivers",
  "voiceReceivers",
  "webhookReceivers",
];

export const actionGroup: ResourceType = {
  token: "azure-native:monitor:ActionGroup",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/actionGroups/{actionGroupName}",
  answerPath:
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/microsoft.insights/actionGroups/{actionGroupName}",
  apiVersion: "2024-10-01-preview",
  place: "global",
  stamps: ["systemData"],
  identity: true,
  defaults: () => ({ enabled: true, ...Object.fromEntries(receivers.map((property) => [property, []])) }),
  *refusals(body): Iterable<Refusal> {
    const short = text(body, "groupShortName");
    if (short !== undefined && (short.length === 0 || short.length > 12)) {
      yield badRequest(
        "InvalidActionGroupShortName",
        `The short name '${short}' must have 1 to 12 characters.`,
      );
    }
    const names = receivers.flatMap((property) =>
      objects(body, property).flatMap((receiver) => text(receiver, "name") ?? []),
    );
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined)
      yield badRequest("DuplicateReceiverName", `The receiver name '${twice}' is used more than once.`);
    for (const receiver of objects(body, "emailReceivers")) {
      const address = text(receiver, "emailAddress");
      if (address !== undefined && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)) {
        yield badRequest("InvalidEmailAddress", `'${address}' is no e-mail address.`);
      }
    }
    for (const receiver of objects(body, "webhookReceivers")) {
      const uri = text(receiver, "serviceUri");
      if (uri !== undefined && !/^https?:\/\//.test(uri))
        yield badRequest("InvalidWebhookUri", `'${uri}' is no http or https URL.`);
    }
  },
  outputs: (resource) => ({
    emailReceivers: objects(resource.body, "emailReceivers").map((receiver) => ({
      ...receiver,
      status: "Enabled",
    })),
    smsReceivers: objects(resource.body, "smsReceivers").map((receiver) => ({
      ...receiver,
      status: "Enabled",
    })),
  }),
};
