import { containerOf } from "../../arm-id.ts";
import type { Azure } from "../../azure.ts";
import { absent, objects, text } from "../../body.ts";
import { badRequest } from "../../refusal.ts";
import type { Link, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { parseAddress, parseCidr } from "../../cidr.ts";
import { subnetType } from "../network/subnet.ts";
import { invalidEventHubsRequest } from "./event-hubs-refusals.ts";

/** The one rule set of a namespace, which exists with it. */
export const networkRuleSet: ResourceType = {
  token: "azure-native:eventhub:NamespaceNetworkRuleSet",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.EventHub/namespaces/{namespaceName}/networkRuleSets/default",
  apiVersion: "2024-01-01",
  place: "parent",
  stamps: ["systemData"],
  enumerations: {
    defaultAction: ["eventhub", "DefaultAction"],
    publicNetworkAccess: ["eventhub", "PublicNetworkAccessFlag"],
    "ipRules[].action": ["eventhub", "NetworkRuleIPAction"],
  },
  defaults: () => ({
    defaultAction: "Allow",
    publicNetworkAccess: "Enabled",
    ipRules: [],
    virtualNetworkRules: [],
    trustedServiceAccessEnabled: false,
  }),
  *refusals(body) {
    for (const rule of objects(body, "ipRules")) {
      const mask = text(rule, "ipMask");
      if (mask !== undefined && parseAddress(mask) === undefined && parseCidr(mask) === undefined) {
        yield badRequest(
          "BadRequest",
          `The ipMask '${mask}' is neither an IPv4 address nor a range in CIDR notation.`,
        );
      }
    }
  },
  *conflicts(write, azure) {
    const namespace = azure.find(containerOf(containerOf(write.id)));
    const denies = text(write.body, "defaultAction") === "Deny";
    if (namespace !== undefined && text(namespace.body, "sku.name") === "Basic" && denies) {
      yield invalidEventHubsRequest(
        "Network rules are not supported for namespaces of the SKU Basic.",
        write.id,
      );
    }
    const rules = objects(write.body, "ipRules").length + objects(write.body, "virtualNetworkRules").length;
    if (denies && rules === 0 && text(write.body, "publicNetworkAccess") === "Enabled") {
      yield invalidEventHubsRequest(
        "The default action Deny with public network access needs at least one IP or virtual network rule.",
        write.id,
      );
    }
  },
  *links(body): Iterable<Link> {
    for (const [index, rule] of objects(body, "virtualNetworkRules").entries()) {
      const target = text(rule, "subnet.id");
      if (target === undefined) continue;
      const missing = badRequest("BadRequest", `The subnet ${target} of the network rule set was not found.`);
      if (
        absent(rule, "ignoreMissingVnetServiceEndpoint") ||
        rule["ignoreMissingVnetServiceEndpoint"] !== true
      ) {
        yield { target, property: `virtualNetworkRules.${index}`, type: subnetType, missing };
      }
    }
  },
  implicit: (id, azure) => defaultRuleSet(id, azure),
};

/** A new namespace's rules follow its own public network access. */
function defaultRuleSet(id: string, azure: Azure): ArmBody {
  const namespace = azure.find(containerOf(containerOf(id)));
  const isPublic = text(namespace?.body ?? {}, "publicNetworkAccess") !== "Disabled";
  return {
    defaultAction: isPublic ? "Allow" : "Deny",
    publicNetworkAccess: isPublic ? "Enabled" : "Disabled",
    ipRules: [],
    virtualNetworkRules: [],
    trustedServiceAccessEnabled: false,
  };
}
