import { nameOf } from "../../arm-id.ts";
import { isKnownList, text, texts } from "../../body.ts";
import type { Invoke } from "../../invoke.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { eventHubsEntityNotFound } from "./event-hubs-refusals.ts";

const namespace =
  "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.EventHub/namespaces/{namespaceName}";

/** The rule that every namespace is born with. */
const rootRule = "RootManageSharedAccessKey";

const common = {
  apiVersion: "2024-01-01",
  place: "parent",
  stamps: ["systemData"],
  enumerations: { "rights[]": ["eventhub", "AccessRights"] },
  refusals: rightsRefusals,
  notFound: eventHubsEntityNotFound,
} as const satisfies Partial<ResourceType>;

export const namespaceAuthorizationRule: ResourceType = {
  ...common,
  token: "azure-native:eventhub:NamespaceAuthorizationRule",
  path: `${namespace}/authorizationRules/{authorizationRuleName}`,
  implicit: (id) => (nameOf(id) === rootRule ? { rights: ["Listen", "Manage", "Send"] } : undefined),
};

export const eventHubAuthorizationRule: ResourceType = {
  ...common,
  token: "azure-native:eventhub:EventHubAuthorizationRule",
  path: `${namespace}/eventhubs/{eventHubName}/authorizationRules/{authorizationRuleName}`,
};

function* rightsRefusals(body: ArmBody): Iterable<Refusal> {
  if (!isKnownList(body, "rights")) return;
  const rights = texts(body, "rights");
  if (rights.length === 0)
    yield badRequest("BadRequest", "An authorization rule needs one right at least: Manage, Send or Listen.");
  if (rights.includes("Manage") && !(rights.includes("Send") && rights.includes("Listen"))) {
    yield badRequest("BadRequest", "Manage permission should also include Send and Listen.");
  }
}

/** Keys and connection strings of a rule. They are derived, not stored. */
function listKeys(type: ResourceType): Invoke {
  return async (args, context) => {
    const { id } = await context.manager.get(type.token, context.id(type.path, args));
    const name = nameOf(id);
    const host = `sb://${(text(args, "namespaceName") ?? "").toLowerCase()}.servicebus.windows.net/`;
    const hub = text(args, "eventHubName");
    const connection = (key: string): string =>
      `Endpoint=${host};SharedAccessKeyName=${name};SharedAccessKey=${key}${hub === undefined ? "" : `;EntityPath=${hub}`}`;
    const [primary, secondary] = ["primary", "secondary"].map((kind) =>
      context.azure.key.derive("eventhub", id, kind),
    );
    return {
      keyName: name,
      primaryKey: primary ?? "",
      secondaryKey: secondary ?? "",
      primaryConnectionString: connection(primary ?? ""),
      secondaryConnectionString: connection(secondary ?? ""),
    };
  };
}

export const listNamespaceKeys = listKeys(namespaceAuthorizationRule);
export const listEventHubKeys = listKeys(eventHubAuthorizationRule);
