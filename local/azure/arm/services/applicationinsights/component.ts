import { localAccount } from "../../account.ts";
import { compact, number, text } from "../../body.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { stableUuid } from "../../uuid.ts";
import { workspaceType } from "../operationalinsights/workspace.ts";

export const component: ResourceType = {
  token: "azure-native:applicationinsights:Component",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Insights/components/{resourceName}",
  answerPath:
    "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/microsoft.insights/components/{resourceName}",
  apiVersion: "2020-02-02",
  place: "regional",
  stamps: ["provisioningState", "etag"],
  enumerations: {
    applicationType: ["applicationinsights", "ApplicationType"],
    flowType: ["applicationinsights", "FlowType"],
    ingestionMode: ["applicationinsights", "IngestionMode"],
    publicNetworkAccessForIngestion: ["applicationinsights", "PublicNetworkAccessType"],
    publicNetworkAccessForQuery: ["applicationinsights", "PublicNetworkAccessType"],
  },
  defaults: () => ({
    flowType: "Bluefield",
    requestSource: "rest",
    ingestionMode: "LogAnalytics",
    publicNetworkAccessForIngestion: "Enabled",
    publicNetworkAccessForQuery: "Enabled",
    retentionInDays: 90,
    disableIpMasking: false,
    disableLocalAuth: false,
  }),
  *refusals(body): Iterable<Refusal> {
    const days = number(body, "retentionInDays");
    if (days !== undefined && ![30, 60, 90, 120, 180, 270, 365, 550, 730].includes(days)) {
      yield badRequest(
        "BadRequest",
        `The retention of ${days} days is not one of 30, 60, 90, 120, 180, 270, 365, 550, 730.`,
      );
    }
    const percentage = number(body, "samplingPercentage");
    if (percentage !== undefined && (percentage <= 0 || percentage > 100)) {
      yield badRequest("BadRequest", `The sampling percentage ${percentage} is not between 0 and 100.`);
    }
    if (text(body, "ingestionMode") === "ApplicationInsights") {
      yield badRequest(
        "BadRequest",
        "Classic Application Insights is retired: the component needs the ingestion mode LogAnalytics and a workspaceResourceId.",
      );
    }
  },
  *conflicts(write) {
    if (text(write.body, "workspaceResourceId") === undefined) {
      yield badRequest(
        "BadRequest",
        "Classic Application Insights is retired: the component needs a workspaceResourceId.",
      );
    }
  },
  *links(body) {
    const target = text(body, "workspaceResourceId");
    if (target === undefined) return;
    const missing = badRequest("BadRequest", `The Log Analytics workspace ${target} was not found.`);
    yield { target, property: "workspaceResourceId", type: workspaceType, missing };
  },
  outputs: (resource) => {
    const key = stableUuid("instrumentation", resource.id, resource.createdAt);
    const appId = stableUuid("app", resource.id, resource.createdAt);
    const region = resource.location;
    return compact({
      appId,
      applicationId: resource.name,
      instrumentationKey: key,
      connectionString: connectionString(key, appId, region),
      creationDate: resource.createdAt,
      laMigrationDate: resource.createdAt,
      hockeyAppToken: undefined,
      tenantId: localAccount.tenantId,
      privateLinkScopedResources: [],
    });
  },
};

function connectionString(key: string, appId: string, region: string): ArmBody[string] {
  return [
    `InstrumentationKey=${key}`,
    `IngestionEndpoint=https://${region}-1.in.applicationinsights.azure.com/`,
    `LiveEndpoint=https://${region}.livediagnostics.monitor.azure.com/`,
    `ApplicationId=${appId}`,
  ].join(";");
}
