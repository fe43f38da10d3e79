import { containerOf } from "../../arm-id.ts";
import { absent, text } from "../../body.ts";
import { badRequest } from "../../refusal.ts";
import type { ResourceType } from "../../resource-type.ts";
import { firewallRangeRefusals } from "../firewall-range.ts";
import { postgresChildNotFound } from "./postgres-refusals.ts";

export const postgresFirewallRule: ResourceType = {
  token: "azure-native:dbforpostgresql:FirewallRule",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.DBforPostgreSQL/flexibleServers/{serverName}/firewallRules/{firewallRuleName}",
  apiVersion: "2025-08-01",
  place: "nowhere",
  stamps: ["systemData"],
  *refusals(body) {
    yield* firewallRangeRefusals(body, "InvalidParameterValue");
  },
  *conflicts(write, azure) {
    const server = azure.find(containerOf(write.id));
    if (server === undefined) return;
    const isPrivate =
      !absent(server.body, "network.delegatedSubnetResourceId") ||
      text(server.body, "network.publicNetworkAccess") === "Disabled";
    if (isPrivate) {
      yield badRequest(
        "FirewallRulesNotSupportedForPrivateAccess",
        `Firewall rules cannot be created for the server ${server.name}: it has no public network access.`,
      );
    }
  },
  notFound: postgresChildNotFound,
};
