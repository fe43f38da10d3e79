import { containerOf } from "../../arm-id.ts";
import { text } from "../../body.ts";
import { badRequest, refusal, type Refusal } from "../../refusal.ts";
import type { ResourceType, Write } from "../../resource-type.ts";
import type { Azure } from "../../azure.ts";
import { firewallRangeRefusals } from "../firewall-range.ts";
import { subnetType } from "../network/subnet.ts";

const server =
  "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Sql/servers/{serverName}";

/** Rules for the public endpoint are refused while there is none. */
function* publicAccessDisabled(write: Write, azure: Azure): Iterable<Refusal> {
  const owner = azure.find(containerOf(write.id));
  if (owner === undefined || text(owner.body, "publicNetworkAccess") !== "Disabled") return;
  yield badRequest(
    "DenyPublicEndpointEnabled",
    "Unable to create or modify firewall rules when public network interface for the server is disabled. To manage server or database level firewall rules, please enable the public network interface.",
  );
}

export const sqlFirewallRule: ResourceType = {
  token: "azure-native:sql:FirewallRule",
  path: `${server}/firewallRules/{firewallRuleName}`,
  apiVersion: "2023-08-01",
  place: "nowhere",
  stamps: [],
  defaults: () => ({ startIpAddress: "0.0.0.0", endIpAddress: "0.0.0.0" }),
  *refusals(body) {
    yield* firewallRangeRefusals(body, "InvalidIpAddressRange");
  },
  conflicts: publicAccessDisabled,
};

export const sqlNetworkRule: ResourceType = {
  token: "azure-native:sql:VirtualNetworkRule",
  path: `${server}/virtualNetworkRules/{virtualNetworkRuleName}`,
  apiVersion: "2023-08-01",
  place: "nowhere",
  stamps: [],
  defaults: () => ({ ignoreMissingVnetServiceEndpoint: false }),
  conflicts: publicAccessDisabled,
  *links(body) {
    const target = text(body, "virtualNetworkSubnetId");
    if (target === undefined) return;
    const missing = refusal(
      404,
      "VirtualNetworkRuleSubnetNotFound",
      `The subnet ${target} of the virtual network rule was not found.`,
    );
    yield { target, property: "virtualNetworkSubnetId", type: subnetType, missing };
  },
  outputs: () => ({ state: "Ready" }),
};
