import { number, text } from "../../body.ts";
import type { Invoke } from "../../invoke.ts";
import { badRequest, type Refusal } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";
import { stableUuid } from "../../uuid.ts";

export const workspaceToken = "azure-native:operationalinsights:Workspace";
export const workspaceType = "Microsoft.OperationalInsights/workspaces";

export const workspace: ResourceType = {
  token: workspaceToken,
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.OperationalInsights/workspaces/{workspaceName}",
  apiVersion: "2023-09-01",
  place: "regional",
  stamps: ["provisioningState", "etag", "systemData"],
  identity: true,
  enumerations: {
    "sku.name": ["operationalinsights", "WorkspaceSkuNameEnum"],
    publicNetworkAccessForIngestion: ["operationalinsights", "PublicNetworkAccessType"],
    publicNetworkAccessForQuery: ["operationalinsights", "PublicNetworkAccessType"],
  },
  defaults: (body) => ({
    sku: { name: "PerGB2018" },
    retentionInDays: text(body, "sku.name") === "Free" ? 7 : 30,
    publicNetworkAccessForIngestion: "Enabled",
    publicNetworkAccessForQuery: "Enabled",
    workspaceCapping: { dailyQuotaGb: -1 },
    features: { enableLogAccessUsingOnlyResourcePermissions: true },
  }),
  refusals: workspaceRefusals,
  *conflicts(write) {
    if (!/^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/.test(write.name)) {
      yield badRequest(
        "InvalidParameter",
        `The workspace name '${write.name}' is invalid: 4 to 63 letters, digits and hyphens, the first and last no hyphen.`,
      );
    }
  },
  outputs: (resource) => ({
    customerId: stableUuid("workspace", resource.id, resource.createdAt),
    createdDate: resource.createdAt,
    modifiedDate: resource.changedAt,
    privateLinkScopedResources: [],
    sku: { lastSkuUpdate: resource.createdAt },
    workspaceCapping: {
      dataIngestionStatus: "RespectQuota",
      quotaNextResetTime: nextDay(resource.changedAt),
    },
    features: { unifiedSentinelBillingOnly: false },
  }),
};

function* workspaceRefusals(body: ArmBody): Iterable<Refusal> {
  const sku = text(body, "sku.name");
  if (sku !== undefined && ["Free", "Standard", "Premium", "PerNode", "Standalone"].includes(sku)) {
    yield badRequest(
      "InvalidParameter",
      `The pricing tier ${sku} is retired: use PerGB2018 or CapacityReservation.`,
    );
  }
  const days = number(body, "retentionInDays");
  if (days !== undefined && (days < 30 || days > 730)) {
    yield badRequest(
      "InvalidParameter",
      `'RetentionInDays' property doesn't match the SKU limits: ${days} is not between 30 and 730.`,
    );
  }
  const reservation = number(body, "sku.capacityReservationLevel");
  const levels = [100, 200, 300, 400, 500, 1000, 2000, 5000, 10000, 25000, 50000];
  if (sku === "CapacityReservation" && reservation !== undefined && !levels.includes(reservation)) {
    yield badRequest(
      "InvalidParameter",
      `The capacity reservation level ${reservation} is not one of ${levels.join(", ")}.`,
    );
  }
  if (sku === "PerGB2018" && reservation !== undefined) {
    yield badRequest(
      "InvalidParameter",
      "A capacity reservation level is for the pricing tier CapacityReservation.",
    );
  }
  const quota = number(body, "workspaceCapping.dailyQuotaGb");
  if (quota !== undefined && quota !== -1 && quota < 0.023) {
    yield badRequest("InvalidParameter", `The daily quota of ${quota} GB is less than 0.023; -1 means none.`);
  }
}

function nextDay(date: string): string {
  const midnight = new Date(date);
  midnight.setUTCHours(24, 0, 0, 0);
  return midnight.toISOString();
}

/** Keys of the agents. They are derived, not stored. */
export const listWorkspaceKeys: Invoke = async (args, context) => {
  const { id } = await context.manager.get(workspaceToken, context.id(workspace.path, args));
  return {
    primarySharedKey: context.azure.key.derive("workspace", id, "primary"),
    secondarySharedKey: context.azure.key.derive("workspace", id, "secondary"),
  };
};
