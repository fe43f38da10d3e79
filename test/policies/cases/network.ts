import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { networkTopologyCases } from "./network-topology.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { RuleCases, ServiceCases } from "./rule-cases.ts";

interface Traffic {
  readonly [property: string]: unknown;
}

const https: Traffic = {
  name: "https",
  direction: "Inbound",
  access: "Allow",
  protocol: "Tcp",
  sourceAddressPrefix: "Internet",
  destinationPortRange: "443",
};

/** A security group that breaks no rule. */
export const compliantGroup: TestResource = group(https, {
  ...https,
  sourceAddressPrefix: "10.0.0.0/8",
  destinationPortRange: "22",
});

function group(...securityRules: readonly Traffic[]): TestResource {
  return { type: "azure-native:network:NetworkSecurityGroup", inputs: { securityRules } };
}

function rule(traffic: Traffic): TestResource {
  return { type: "azure-native:network:SecurityRule", inputs: traffic };
}

/** The cases of a rule that closes a port to the Internet. */
function portCases(port: number): RuleCases {
  const open = { ...https, destinationPortRange: String(port) };
  const message = /must not open .* to the Internet/;
  return {
    compliant: [
      compliantGroup,
      rule(https),
      rule({ ...open, sourceAddressPrefix: "203.0.113.7/32" }),
      rule({ ...open, direction: "Outbound" }),
      rule({ ...open, access: "Deny" }),
      rule({ ...open, protocol: "Icmp" }),
    ],
    violating: [
      {
        subject: group(https, open),
        message: new RegExp(`securityRules\\[1\\]\\.destinationPortRange is "${port}"`),
      },
      { subject: rule(open), message: new RegExp(`^destinationPortRange is "${port}"`) },
      { subject: rule({ ...open, sourceAddressPrefix: "*" }), message },
      { subject: rule({ ...open, sourceAddressPrefix: "0.0.0.0/0" }), message },
      { subject: rule({ ...open, sourceAddressPrefix: "::/0" }), message },
      {
        subject: rule({
          ...open,
          sourceAddressPrefix: undefined,
          sourceAddressPrefixes: ["10.0.0.0/8", "0.0.0.0/0"],
        }),
        message,
      },
      { subject: rule({ ...open, protocol: "*" }), message },
      { subject: rule({ ...open, destinationPortRange: `${port - 1}-${port + 1}` }), message },
      {
        subject: rule({
          ...open,
          destinationPortRange: undefined,
          destinationPortRanges: ["443", `${port}`],
        }),
        message,
      },
      { subject: rule({ ...open, destinationPortRange: "*" }), message },
      // A value that is not known hides no violation beside it.
      { subject: group({ ...https, access: unknown }, open), message },
    ],
    absent: { subject: { type: "azure-native:network:NetworkSecurityGroup", inputs: {} }, outcome: "pass" },
    unknown: [
      group({ ...open, sourceAddressPrefix: unknown }),
      rule({ ...open, destinationPortRange: unknown }),
    ],
  };
}

const subnet: TestResource = {
  type: "azure-native:network:Subnet",
  inputs: { subnetName: "nodes", addressPrefix: "10.0.0.0/22", networkSecurityGroup: { id: "/nsg/nodes" } },
};

const network: TestResource = {
  type: "azure-native:network:VirtualNetwork",
  inputs: {
    subnets: [
      { name: "nodes", networkSecurityGroup: { id: unknown } },
      { name: "GatewaySubnet", addressPrefix: "10.0.9.0/27" },
    ],
  },
};

const address: TestResource = {
  type: "azure-native:network:PublicIPAddress",
  inputs: { sku: { name: "Standard" }, publicIPAllocationMethod: "Static" },
};

const loadBalancer: TestResource = {
  type: "azure-native:network:LoadBalancer",
  inputs: { sku: { name: "Standard" } },
};

const networkInterface: TestResource = {
  type: "azure-native:network:NetworkInterface",
  inputs: {
    enableIPForwarding: false,
    ipConfigurations: [{ name: "main", subnet: { id: "/subnets/nodes" } }],
  },
};

export const networkCases: ServiceCases = {
  ...networkTopologyCases,
  "network-no-ssh-from-internet": portCases(22),
  "network-no-rdp-from-internet": portCases(3389),
  "network-no-sensitive-port-from-internet": portCases(5432),
  "network-no-any-port-from-internet": {
    compliant: [
      compliantGroup,
      rule({ ...https, destinationPortRange: "*", sourceAddressPrefix: "10.0.0.0/8" }),
    ],
    violating: [
      {
        subject: rule({ ...https, destinationPortRange: "*" }),
        message: /destinationPortRange is "\*"; it must name the ports/,
      },
      {
        subject: rule({ ...https, sourceAddressPrefix: "*" }),
        message: /sourceAddressPrefix is "\*"; it must name addresses or a service tag/,
      },
      {
        subject: rule({ ...https, destinationPortRange: undefined, destinationPortRanges: ["0-65535"] }),
        message: /destinationPortRanges\[0\] is "0-65535"/,
      },
    ],
    absent: { subject: rule({ ...https, destinationPortRange: undefined }), outcome: "pass" },
    unknown: [rule({ ...https, destinationPortRange: unknown })],
  },
  "network-no-udp-from-internet": {
    compliant: [compliantGroup, rule({ ...https, protocol: "Udp", sourceAddressPrefix: "VirtualNetwork" })],
    violating: [
      { subject: rule({ ...https, protocol: "Udp" }), message: /protocol is "Udp"; it must not admit UDP/ },
      { subject: rule({ ...https, protocol: "*" }), message: /protocol is "\*"/ },
    ],
    absent: { subject: rule({ ...https, protocol: undefined }), outcome: "pass" },
    unknown: [rule({ ...https, protocol: unknown })],
  },
  "network-subnet-has-nsg": {
    compliant: [
      subnet,
      withInput(subnet, "networkSecurityGroup.id", unknown),
      network,
      { type: "azure-native:network:Subnet", name: "GatewaySubnet", inputs: {} },
    ],
    violating: [
      {
        subject: withInput(subnet, "networkSecurityGroup", {}),
        message: /networkSecurityGroup\.id is absent/,
      },
      {
        subject: withInput(network, "subnets.0.networkSecurityGroup", undefined),
        message: /subnets\[0\]\.networkSecurityGroup\.id is absent/,
      },
    ],
    absent: { subject: withInput(subnet, "networkSecurityGroup", undefined), outcome: "fail" },
    unknown: [withInput(subnet, "networkSecurityGroup", unknown), withInput(network, "subnets", unknown)],
  },
  "network-public-ip-standard": propertyCases(address, "sku.name", {
    good: ["Standard", "StandardV2"],
    bad: ["Basic"],
    absent: "fail",
  }),
  "network-load-balancer-standard": propertyCases(loadBalancer, "sku.name", {
    good: ["Standard"],
    bad: ["Basic"],
    absent: "fail",
  }),
  "network-interface-no-public-ip": {
    compliant: [networkInterface],
    violating: [
      {
        subject: withInput(networkInterface, "ipConfigurations.0.publicIPAddress", { id: unknown }),
        message: /ipConfigurations\[0\]\.publicIPAddress is set; it must be left out/,
      },
    ],
    absent: { subject: withInput(networkInterface, "ipConfigurations", undefined), outcome: "pass" },
    unknown: [withInput(networkInterface, "ipConfigurations", unknown)],
  },
  "network-interface-no-ip-forwarding": propertyCases(networkInterface, "enableIPForwarding", {
    good: [false],
    bad: [true],
    absent: "pass",
  }),
};
