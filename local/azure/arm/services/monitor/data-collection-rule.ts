import { objects, text, texts, object, isKnownList } from "../../body.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { Link, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { stableHex } from "../../uuid.ts";
import { workspaceType } from "../operationalinsights/workspace.ts";
import { dataCollectionEndpointType } from "./data-collection-endpoint.ts";

export const dataCollectionRuleToken = "azure-native:monitor:DataCollectionRule";
export const dataCollectionRuleType = "Microsoft.Insights/dataCollectionRules";

export const dataCollectionRule: ResourceType = {
  token: dataCollectionRuleToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/dataCollectionRules/{dataCollectionRuleName}",
  apiVersion: "2022-06-01",
  place: "regional",
  stamps: ["provisioningState", "etag", "systemData"],
  identity: true,
  enumerations: { kind: ["monitor", "KnownDataCollectionRuleResourceKind"] },
  *refusals(body): Iterable<Refusal> {
    const known = destinationNames(body);
    for (const [index, flow] of objects(body, "dataFlows").entries()) {
      if (!isKnownList(flow, "destinations")) continue;
      for (const destination of texts(flow, "destinations")) {
        if (known.includes(destination)) continue;
        yield badRequest(
          "InvalidPayload",
          `Data collection rule is invalid: 'destinations' item is not declared in the 'destinations' section: '${destination}' at 'properties.dataFlows[${index}]'.`,
        );
      }
    }
  },
  *links(body): Iterable<Link> {
    const endpoint = text(body, "dataCollectionEndpointId");
    if (endpoint !== undefined) {
      const missing = badRequest(
        "InvalidPayload",
        `Data collection rule is invalid: the data collection endpoint ${endpoint} was not found.`,
      );
      yield {
        target: endpoint,
        property: "dataCollectionEndpointId",
        type: dataCollectionEndpointType,
        missing,
      };
    }
    for (const [index, destination] of objects(body, "destinations.logAnalytics").entries()) {
      const target = text(destination, "workspaceResourceId");
      if (target === undefined) continue;
      const missing = badRequest(
        "InvalidPayload",
        `Data collection rule is invalid: the Log Analytics workspace ${target} was not found.`,
      );
      yield { target, property: `destinations.logAnalytics.${index}`, type: workspaceType, missing };
    }
    for (const [index, destination] of objects(body, "destinations.monitoringAccounts").entries()) {
      const target = text(destination, "accountResourceId");
      if (target === undefined) continue;
      const missing = badRequest(
        "InvalidPayload",
        `Data collection rule is invalid: the Azure Monitor workspace ${target} was not found.`,
      );
      yield {
        target,
        property: `destinations.monitoringAccounts.${index}`,
        type: "Microsoft.Monitor/accounts",
        missing,
      };
    }
  },
  outputs: (resource, azure) => ({
    immutableId: `dcr-${stableHex(32, "rule", resource.id, resource.createdAt)}`,
    ...accountIds(resource.body, azure.outputsOf),
  }),
};

/** Azure adds to each destination the id by which the data goes there. */
function accountIds(body: ArmBody, outputsOf: (id: string) => ArmBody | undefined): ArmBody {
  const destinations: ArmBody = {};
  const logAnalytics = objects(body, "destinations.logAnalytics");
  if (logAnalytics.length > 0) {
    destinations["logAnalytics"] = logAnalytics.map((destination) => ({
      ...destination,
      workspaceId: outputsOf(text(destination, "workspaceResourceId") ?? "")?.["customerId"] ?? "",
    }));
  }
  const accounts = objects(body, "destinations.monitoringAccounts");
  if (accounts.length > 0) {
    destinations["monitoringAccounts"] = accounts.map((destination) => ({
      ...destination,
      accountId: outputsOf(text(destination, "accountResourceId") ?? "")?.["accountId"] ?? "",
    }));
  }
  return Object.keys(destinations).length === 0 ? {} : { destinations };
}

function destinationNames(body: ArmBody): string[] {
  const destinations = object(body, "destinations");
  return Object.values(destinations).flatMap((value) => {
    const list = Array.isArray(value) ? objects({ value }, "value") : [object({ value }, "value")];
    return list.flatMap((destination) => text(destination, "name") ?? []);
  });
}
