import { inUse, invalidRequestFormat } from "./network-refusals.ts";
import { securityRuleToken } from "./security-rule.ts";
import type { Azure } from "../../azure.ts";
import type { Refusal } from "../../refusal.ts";
import type { Resource, ResourceType } from "../../resource-type.ts";
import type { ArmBody } from "../../service.ts";

export const networkSecurityGroup: ResourceType = {
  token: "azure-native:network:NetworkSecurityGroup",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Network/networkSecurityGroups/{networkSecurityGroupName}",
  apiVersion: "2024-05-01",
  place: "regional",
  stamps: ["provisioningState", "etag", "resourceGuid"],
  inline: [{ property: "securityRules", token: securityRuleToken, update: "replace" }],
  unknownValue: invalidRequestFormat,
  *undeletable(resource, azure, container) {
    yield* usedBySubnets(
      resource,
      azure,
      container,
      "InUseNetworkSecurityGroupCannotBeDeleted",
      `Network security group ${resource.id} cannot be deleted because it is in use by the following resources: `,
      ". In order to delete the Network security group, remove the association with the resource(s). To learn how to do this, see aka.ms/deletensg.",
    );
  },
  outputs: (resource, azure) => ({
    defaultSecurityRules: defaultRules(resource),
    subnets: azure.usersOf(resource.id, "networkSecurityGroup.id").map((user) => ({ id: user.id })),
    networkInterfaces: [],
    flowLogs: [],
  }),
};

/** What stops the delete of something that subnets refer to. */
export function* usedBySubnets(
  resource: Resource,
  azure: Azure,
  container: string,
  code: string,
  start: string,
  end: string,
): Iterable<Refusal> {
  const users = azure.blockersOf(resource.id, container);
  if (users.length > 0) yield inUse(code, `${start}${users.join(", ")}${end}`);
}

/** The rules that every group ends with: learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules */
const defaults = [
  [
    "AllowVnetInBound",
    "Allow",
    "Inbound",
    65000,
    "VirtualNetwork",
    "VirtualNetwork",
    "Allow inbound traffic from all VMs in VNET",
  ],
  [
    "AllowAzureLoadBalancerInBound",
    "Allow",
    "Inbound",
    65001,
    "AzureLoadBalancer",
    "*",
    "Allow inbound traffic from azure load balancer",
  ],
  ["DenyAllInBound", "Deny", "Inbound", 65500, "*", "*", "Deny all inbound traffic"],
  [
    "AllowVnetOutBound",
    "Allow",
    "Outbound",
    65000,
    "VirtualNetwork",
    "VirtualNetwork",
    "Allow outbound traffic from all VMs to all VMs in VNET",
  ],
  [
    "AllowInternetOutBound",
    "Allow",
    "Outbound",
    65001,
    "*",
    "Internet",
    "Allow outbound traffic from all VMs to Internet",
  ],
  ["DenyAllOutBound", "Deny", "Outbound", 65500, "*", "*", "Deny all outbound traffic"],
] as const;

function defaultRules(resource: Resource): ArmBody[] {
  return defaults.map(([name, access, direction, priority, source, destination, description]) => ({
    name,
    id: `${resource.id}/defaultSecurityRules/${name}`,
    type: "Microsoft.Network/networkSecurityGroups/defaultSecurityRules",
    access,
    description,
    destinationAddressPrefix: destination,
    destinationAddressPrefixes: [],
    destinationPortRange: "*",
    destinationPortRanges: [],
    direction,
    etag: `W/"${name}"`,
    priority,
    protocol: "*",
    provisioningState: "Succeeded",
    sourceAddressPrefix: source,
    sourceAddressPrefixes: [],
    sourcePortRange: "*",
    sourcePortRanges: [],
  }));
}
