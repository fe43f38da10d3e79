import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

interface Settings {
  readonly [property: string]: unknown;
}

/** A resource of the module network. */
function resource(kind: string, inputs: Settings, more: Partial<TestResource> = {}): TestResource {
  return { type: `azure-native:network:${kind}`, inputs, ...more };
}

const managementDenied: Settings = {
  name: "deny-management",
  direction: "Outbound",
  access: "Deny",
  protocol: "*",
  destinationAddressPrefix: "VirtualNetwork",
  destinationPortRanges: ["22", "3389", "5985-5986"],
};
const web: Settings = {
  name: "https",
  direction: "Inbound",
  access: "Allow",
  protocol: "Tcp",
  priority: 300,
  sourceAddressPrefix: "Internet",
  destinationPortRange: "443",
  description: "The public entrance",
};
const denyAll: Settings = {
  direction: "Inbound",
  access: "Deny",
  protocol: "*",
  priority: 4000,
  sourceAddressPrefix: "*",
  destinationPortRange: "*",
};
const probes: Settings = {
  ...denyAll,
  access: "Allow",
  priority: 200,
  sourceAddressPrefix: "AzureLoadBalancer",
};
const egress: Settings = {
  direction: "Outbound",
  access: "Allow",
  protocol: "*",
  destinationAddressPrefix: "Internet",
  destinationPortRange: "*",
};
const group = (...securityRules: readonly Settings[]) =>
  resource("NetworkSecurityGroup", { securityRules }, { name: "group" });
const single = (rule: Settings) => resource("SecurityRule", rule);

const subnet = resource("Subnet", { subnetName: "nodes", defaultOutboundAccess: false }, { name: "nodes" });
const beside = (name: string, more: Settings = {}): TestResource => ({
  ...resource("Subnet", { subnetName: name, ...more }, { name }),
  dependencies: { virtualNetworkName: ["network"] },
});
const network = resource(
  "VirtualNetwork",
  {
    addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    dhcpOptions: { dnsServers: ["10.0.0.4", "10.0.0.5"] },
  },
  { name: "network" },
);
const withSubnets = (...subnets: readonly Settings[]) => withInput(network, "subnets", subnets);
const flowLog: TestResource = resource(
  "FlowLog",
  {
    enabled: true,
    retentionPolicy: { enabled: true, days: 90 },
    flowAnalyticsConfiguration: { networkWatcherFlowAnalyticsConfiguration: { enabled: true } },
  },
  { name: "flow-log", dependencies: { targetResourceId: ["network"] } },
);
const address = resource(
  "PublicIPAddress",
  { zones: ["1", "2", "3"], ddosSettings: { protectionMode: "VirtualNetworkInherited" } },
  { name: "address" },
);
const loadBalancer = resource("LoadBalancer", {
  frontendIPConfigurations: [
    { name: "internal", subnet: { id: unknown }, zones: ["1", "2"] },
    { name: "public", publicIPAddress: { id: unknown } },
  ],
  probes: [{ port: 80, protocol: "Http", requestPath: "/" }],
  loadBalancingRules: [{ frontendPort: 80, probe: { id: unknown } }],
});
const vault: TestResource = { type: "azure-native:keyvault:Vault", name: "vault", inputs: {} };
const endpoint = resource(
  "PrivateEndpoint",
  { privateLinkServiceConnections: [{ name: "vault", groupIds: ["vault"] }] },
  { name: "endpoint", dependencies: { privateLinkServiceConnections: ["vault"] } },
);
const zone: TestResource = {
  type: "azure-native:privatedns:PrivateZone",
  name: "zone",
  inputs: { privateZoneName: "privatelink.vaultcore.azure.net" },
};
const zoneGroup = resource(
  "PrivateDnsZoneGroup",
  {
    privateEndpointName: unknown,
    privateDnsZoneConfigs: [{ privateDnsZoneId: unknown }],
  },
  { name: "group", dependencies: { privateEndpointName: ["endpoint"], privateDnsZoneConfigs: ["zone"] } },
);
const route = resource("Route", {
  addressPrefix: "0.0.0.0/0",
  nextHopType: "VirtualAppliance",
  nextHopIpAddress: "10.0.0.4",
});
const networkInterface = resource("NetworkInterface", { dnsSettings: { dnsServers: [] } });
const perimeter = resource(
  "NetworkSecurityPerimeterAssociation",
  { accessMode: "Enforced" },
  { name: "association", dependencies: { privateLinkResource: ["vault"] } },
);
const dnsZone: TestResource = {
  type: "azure-native:dns:Zone",
  name: "example.com",
  inputs: { zoneType: "Public" },
};
const signature: TestResource = {
  type: "azure-native:dns:DnssecConfig",
  name: "signature",
  inputs: {},
  dependencies: { zoneName: ["example.com"] },
};
const gateway = resource("ApplicationGateway", {
  firewallPolicy: { id: unknown },
  enableHttp2: true,
  sku: { name: "WAF_v2", tier: "WAF_v2" },
  autoscaleConfiguration: { minCapacity: 2 },
  zones: ["1", "2", "3"],
  sslPolicy: { policyType: "Custom", minProtocolVersion: "TLSv1_2" },
  httpListeners: [{ name: "https", protocol: "Https" }],
});
const legacyGateway = withInput(
  withInput(gateway, "firewallPolicy", undefined),
  "webApplicationFirewallConfiguration",
  { enabled: true, firewallMode: "Prevention", ruleSetType: "OWASP", ruleSetVersion: "3.2" },
);
const wafPolicy = resource("WebApplicationFirewallPolicy", {
  policySettings: { state: "Enabled", mode: "Prevention", requestBodyCheck: true },
  managedRules: { managedRuleSets: [{ ruleSetType: "OWASP", ruleSetVersion: "3.2" }] },
});
const firewall = resource("AzureFirewall", { firewallPolicy: { id: unknown }, zones: ["1", "2", "3"] });
const firewallPolicy = resource("FirewallPolicy", {
  threatIntelMode: "Deny",
  sku: { tier: "Premium" },
  intrusionDetection: { mode: "Deny" },
});

/** The cases of the rules on how a network is put together. */
export const networkTopologyCases: ServiceCases = {
  "network-web-from-internet-reasoned": {
    compliant: [
      group(web),
      single(web),
      single({ ...web, description: unknown, sourceAddressPrefix: "10.0.0.0/8" }),
    ],
    violating: [
      {
        subject: group({ ...web, access: unknown }, { ...web, description: "" }),
        message: /securityRules\[1\]\.destinationPortRange is "443"; it must be opened .* with a description/,
      },
      { subject: single({ ...web, description: undefined, destinationPortRange: "80" }), message: /is "80"/ },
    ],
    absent: { subject: single({ ...web, description: undefined }), outcome: "fail" },
    unknown: [single({ ...web, sourceAddressPrefix: unknown })],
  },
  "network-egress-restricted": {
    compliant: [group(managementDenied), single({ ...egress, destinationPortRange: "443" })],
    violating: [
      {
        subject: single(egress),
        message: /destinationPortRange is "\*"; it must name the ports that may be reached/,
      },
      {
        subject: group({
          ...egress,
          destinationAddressPrefix: undefined,
          destinationAddressPrefixes: ["0.0.0.0/0"],
        }),
        message: /securityRules\[0\]/,
      },
    ],
    absent: { subject: resource("NetworkSecurityGroup", {}), outcome: "pass" },
    unknown: [single({ ...egress, destinationAddressPrefix: unknown })],
  },
  "network-management-egress-denied": {
    compliant: [group(managementDenied), group({ ...managementDenied, destinationPortRanges: ["*"] })],
    violating: [
      {
        subject: group({ ...managementDenied, destinationPortRanges: ["22"] }),
        message: /securityRules deny no outbound connection to 3389, 5985, 5986; one must/,
      },
      { subject: group({ ...managementDenied, access: "Allow" }), message: /to 22, 3389/ },
    ],
    absent: { subject: resource("NetworkSecurityGroup", {}), outcome: "fail" },
    unknown: [group({ ...managementDenied, access: unknown })],
  },
  "network-load-balancer-probes-admitted": {
    compliant: [group(probes, denyAll), group({ ...denyAll, sourceAddressPrefix: "Internet" }), group(web)],
    violating: [
      {
        subject: group(denyAll),
        message:
          /sourceAddressPrefix is "\*"; it must leave room for a rule before it that allows AzureLoadBalancer/,
      },
      { subject: group({ ...probes, priority: 4001 }, denyAll), message: /AzureLoadBalancer/ },
    ],
    absent: { subject: resource("NetworkSecurityGroup", {}), outcome: "pass" },
    unknown: [group({ ...denyAll, sourceAddressPrefix: unknown })],
  },
  "network-security-group-associated": {
    compliant: [
      [group(web), { ...subnet, dependencies: { networkSecurityGroup: ["group"] } }],
      [group(web), { ...networkInterface, name: "nic", dependencies: { networkSecurityGroup: ["group"] } }],
    ],
    violating: [
      {
        subject: [group(web), subnet],
        message: /no subnet and no interface of the stack refers to the group/,
      },
    ],
    absent: { subject: [group(web)], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "network-aks-group-untouched": {
    ...propertyCases(single(web), "networkSecurityGroupName", {
      good: ["nodes-rules"],
      bad: ["aks-agentpool-12345678-nsg"],
      absent: "pass",
    }),
  },
  "network-private-subnet": {
    ...propertyCases(subnet, "defaultOutboundAccess", { good: [false], bad: [true], absent: "fail" }),
    compliant: [
      subnet,
      resource("Subnet", { delegations: [{ serviceName: "Microsoft.DBforPostgreSQL/flexibleServers" }] }),
      resource("Subnet", {}, { name: "GatewaySubnet" }),
      withSubnets({ name: "a", defaultOutboundAccess: false }),
      network,
    ],
    violating: [
      {
        subject: withSubnets({ name: "a", defaultOutboundAccess: unknown }, { name: "b" }),
        message: /subnets\[1\]\.defaultOutboundAccess is absent; it must be false/,
      },
    ],
  },
  "network-gateway-subnet-without-group": {
    compliant: [subnet, resource("Subnet", { subnetName: "GatewaySubnet" }), network],
    violating: [
      {
        subject: resource("Subnet", { subnetName: "GatewaySubnet", networkSecurityGroup: { id: unknown } }),
        message: /networkSecurityGroup is set; it must be left out/,
      },
      {
        subject: withSubnets({ name: "a" }, { name: "GatewaySubnet", networkSecurityGroup: {} }),
        message: /subnets\[1\]\.networkSecurityGroup is set/,
      },
    ],
    absent: { subject: resource("Subnet", { subnetName: "GatewaySubnet" }), outcome: "pass" },
    unknown: [withInput(network, "subnets", unknown)],
  },
  "network-flow-logs": {
    compliant: [[network, flowLog], [network, withInput(flowLog, "enabled", undefined)], [subnet]],
    violating: [
      { subject: [network, withInput(flowLog, "enabled", false)], message: /the network's flow log is off/ },
      { subject: [network, { ...flowLog, dependencies: {} }], message: /no flow log of the stack refers/ },
    ],
    absent: { subject: [network], outcome: "fail" },
    unknown: [[network, withInput(flowLog, "enabled", unknown)]],
  },
  "network-flow-log-retention": {
    ...propertyCases(flowLog, "retentionPolicy.days", { good: [90, 365], bad: [0, 30], absent: "fail" }),
    compliant: [flowLog, withInput(flowLog, "retentionPolicy", { enabled: false, days: 0 })],
  },
  "network-traffic-analytics": propertyCases(
    flowLog,
    "flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.enabled",
    { good: [true], bad: [false], absent: "fail" },
  ),
  "network-ddos-protection": {
    compliant: [
      [withInput(address, "ddosSettings.protectionMode", "Enabled")],
      [address, withInput(network, "enableDdosProtection", true)],
    ],
    violating: [
      {
        subject: [address, network],
        message: /protectionMode is "VirtualNetworkInherited"; it must be "Enabled"/,
      },
      {
        subject: [
          withInput(address, "ddosSettings.protectionMode", "Disabled"),
          withInput(network, "enableDdosProtection", true),
        ],
        message: /protectionMode is "Disabled"/,
      },
    ],
    absent: { subject: [withInput(address, "ddosSettings", undefined)], outcome: "fail" },
    unknown: [[withInput(address, "ddosSettings", unknown)]],
  },
  "network-two-dns-servers": {
    ...propertyCases(network, "dhcpOptions.dnsServers", {
      good: [[], ["10.0.0.4", "10.0.0.5"], ["168.63.129.16"]],
      bad: [["10.0.0.4"]],
      absent: "pass",
    }),
  },
  "network-private-dns-servers": {
    compliant: [
      network,
      withInput(network, "dhcpOptions.dnsServers", ["168.63.129.16", "172.16.0.4", "fd00::4"]),
    ],
    violating: [
      {
        subject: withInput(network, "dhcpOptions.dnsServers", ["10.0.0.4", "8.8.8.8"]),
        message: /dnsServers\[1\] is "8\.8\.8\.8"; it must be a private address/,
      },
      { subject: withInput(network, "dhcpOptions.dnsServers", ["172.32.0.1"]), message: /dnsServers\[0\]/ },
    ],
    absent: { subject: withInput(network, "dhcpOptions", undefined), outcome: "pass" },
    unknown: [withInput(network, "dhcpOptions.dnsServers", [unknown])],
  },
  "network-hub-subnets": {
    compliant: [
      [network, subnet],
      [
        network,
        beside("GatewaySubnet"),
        beside("AzureFirewallSubnet", { natGateway: { id: unknown } }),
        beside("AzureBastionSubnet"),
      ],
      [
        withSubnets(
          { name: "GatewaySubnet" },
          { name: "AzureFirewallSubnet", natGateway: {} },
          { name: "AzureBastionSubnet" },
        ),
      ],
    ],
    violating: [
      {
        subject: [network, beside("GatewaySubnet"), beside("AzureBastionSubnet")],
        message: /the network has a GatewaySubnet and no AzureFirewallSubnet/,
      },
      {
        subject: [withSubnets({ name: "GatewaySubnet" }, { name: "AzureFirewallSubnet" })],
        message: /no AzureBastionSubnet|the AzureFirewallSubnet has no NAT gateway/,
      },
    ],
    absent: { subject: [network], outcome: "pass" },
    unknown: [[withInput(network, "subnets", unknown)]],
  },
  "network-interface-inherits-dns": propertyCases(networkInterface, "dnsSettings.dnsServers", {
    good: [[]],
    bad: [["10.0.0.4"]],
    absent: "pass",
  }),
  "network-no-route-to-internet": {
    ...propertyCases(route, "nextHopType", {
      good: ["VirtualAppliance", "None"],
      bad: ["Internet"],
      absent: "pass",
    }),
    compliant: [
      route,
      withInput(withInput(route, "nextHopType", "Internet"), "addressPrefix", "203.0.113.0/24"),
      resource("RouteTable", { routes: [] }),
    ],
    violating: [
      {
        subject: resource("RouteTable", {
          routes: [
            { addressPrefix: unknown, nextHopType: "Internet" },
            { addressPrefix: "0.0.0.0/0", nextHopType: "Internet" },
          ],
        }),
        message: /routes\[1\]\.nextHopType is "Internet"; it must not be the next hop of every address/,
      },
    ],
  },
  "network-public-ip-zones": {
    ...propertyCases(address, "zones", {
      good: [
        ["1", "2", "3"],
        ["1", "2"],
      ],
      bad: [[], ["1"]],
      absent: "fail",
    }),
  },
  "network-public-ip-attached": {
    compliant: [
      [
        address,
        { ...loadBalancer, name: "balancer", dependencies: { frontendIPConfigurations: ["address"] } },
      ],
      [
        address,
        {
          type: "kubernetes:core/v1:Service",
          name: "service",
          inputs: { metadata: {} },
          dependencies: { metadata: ["address"] },
        },
      ],
    ],
    violating: [
      {
        subject: [
          address,
          {
            type: "azure-native:monitor:DiagnosticSetting",
            name: "logs",
            inputs: { resourceUri: unknown },
            dependencies: { resourceUri: ["address"] },
          },
        ],
        message: /nothing in the stack uses the address/,
      },
    ],
    absent: { subject: [address], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "network-load-balancer-zones": {
    ...propertyCases(loadBalancer, "frontendIPConfigurations.0.zones", {
      good: [["1", "2", "3"]],
      bad: [["1"]],
      absent: "fail",
    }),
  },
  "network-load-balancer-probe": {
    ...propertyCases(loadBalancer, "probes.0.protocol", {
      good: ["Http", "Https"],
      bad: ["Tcp"],
      absent: "fail",
    }),
    violating: [
      {
        subject: withInput(loadBalancer, "probes", [
          { port: 9000, protocol: "Tcp" },
          { port: 443, protocol: "Tcp" },
        ]),
        message: /probes\[1\]\.protocol is "Tcp"; it must be "Http" or "Https"/,
      },
      {
        subject: withInput(loadBalancer, "loadBalancingRules.0.probe", undefined),
        message: /loadBalancingRules\[0\]\.probe is absent; it must name a probe/,
      },
    ],
  },
  "network-security-perimeter": {
    compliant: [[vault, perimeter]],
    violating: [
      {
        subject: [{ ...vault, name: "second" }, perimeter],
        message: /no network security perimeter of the stack/,
      },
    ],
    absent: { subject: [vault], outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "network-private-endpoint": {
    compliant: [
      [vault, endpoint],
      [{ type: "azure-native:containerregistry:Registry", inputs: { sku: { name: "Basic" } } }],
      [
        {
          type: "azure-native:dbforpostgresql:Server",
          inputs: { network: { delegatedSubnetResourceId: unknown } },
        },
      ],
    ],
    violating: [
      {
        subject: [{ ...vault, name: "second" }, endpoint],
        message: /no private endpoint of the stack leads to/,
      },
      {
        subject: [{ type: "azure-native:containerregistry:Registry", inputs: { sku: { name: "Premium" } } }],
        message: /no private endpoint of the stack/,
      },
    ],
    absent: { subject: [vault], outcome: "fail" },
    unknown: [[{ type: "azure-native:containerregistry:Registry", inputs: { sku: unknown } }]],
  },
  "network-dnssec": {
    compliant: [[dnsZone, signature], [withInput(dnsZone, "zoneType", "Private")]],
    violating: [
      {
        subject: [dnsZone, { ...signature, dependencies: {} }],
        message: /no DnssecConfig of the stack refers/,
      },
    ],
    absent: { subject: [dnsZone], outcome: "fail" },
    unknown: [[withInput(dnsZone, "zoneType", unknown)]],
  },
  "network-waf": {
    compliant: [gateway, legacyGateway, wafPolicy, withInput(wafPolicy, "policySettings.state", undefined)],
    violating: [
      {
        subject: withInput(wafPolicy, "policySettings.mode", "Detection"),
        message: /policySettings\.mode is "Detection"; it must be "Prevention"/,
      },
      { subject: withInput(wafPolicy, "policySettings.state", "Disabled"), message: /state is "Disabled"/ },
      {
        subject: withInput(wafPolicy, "managedRules.exclusions", [{}]),
        message: /exclusions is a list of 1; it must be empty/,
      },
      {
        subject: withInput(wafPolicy, "managedRules.managedRuleSets.0.ruleSetVersion", "2.2.9"),
        message: /ruleSetVersion is "2\.2\.9"; it must be 3 or later/,
      },
      {
        subject: withInput(wafPolicy, "managedRules.managedRuleSets", []),
        message: /managedRuleSets is an empty list/,
      },
      {
        subject: withInput(legacyGateway, "webApplicationFirewallConfiguration.firewallMode", "Detection"),
        message: /firewallMode is "Detection"/,
      },
    ],
    absent: { subject: withInput(gateway, "firewallPolicy", undefined), outcome: "fail" },
    unknown: [withInput(wafPolicy, "policySettings.mode", unknown)],
  },
  "network-application-gateway-tls": {
    compliant: [
      gateway,
      withInput(gateway, "sslPolicy", { policyType: "Predefined", policyName: "AppGwSslPolicy20220101" }),
      withInput(withInput(gateway, "httpListeners.0.protocol", "Http"), "requestRoutingRules", [
        { redirectConfiguration: { id: unknown } },
      ]),
    ],
    violating: [
      {
        subject: withInput(gateway, "sslPolicy.minProtocolVersion", "TLSv1_0"),
        message: /minProtocolVersion is "TLSv1_0"/,
      },
      {
        subject: withInput(gateway, "httpListeners.0.protocol", "Http"),
        message: /httpListeners\[0\]\.protocol is "Http"/,
      },
      { subject: withInput(gateway, "sku.tier", "WAF"), message: /sku\.tier is "WAF"/ },
      { subject: withInput(gateway, "autoscaleConfiguration.minCapacity", 1), message: /minCapacity is 1/ },
      { subject: withInput(gateway, "zones", ["1"]), message: /zones is a list of 1/ },
      { subject: withInput(gateway, "enableHttp2", undefined), message: /enableHttp2 is absent/ },
    ],
    absent: { subject: withInput(gateway, "sslPolicy", undefined), outcome: "fail" },
    unknown: [withInput(gateway, "sslPolicy", unknown)],
  },
  "network-firewall": {
    compliant: [
      firewall,
      firewallPolicy,
      withInput(withInput(firewall, "zones", undefined), "virtualHub", { id: unknown }),
      withInput(withInput(firewallPolicy, "sku", undefined), "intrusionDetection", undefined),
    ],
    violating: [
      {
        subject: withInput(firewallPolicy, "threatIntelMode", "Alert"),
        message: /threatIntelMode is "Alert"; it must be "Deny"/,
      },
      {
        subject: withInput(firewallPolicy, "intrusionDetection.mode", "Off"),
        message: /intrusionDetection\.mode is "Off"/,
      },
      { subject: withInput(firewall, "firewallPolicy", undefined), message: /firewallPolicy\.id is absent/ },
      { subject: withInput(firewall, "zones", ["1"]), message: /zones is a list of 1/ },
    ],
    absent: { subject: withInput(firewallPolicy, "threatIntelMode", undefined), outcome: "fail" },
    unknown: [withInput(firewallPolicy, "threatIntelMode", unknown)],
  },
  "network-names": {
    compliant: [
      resource("NetworkSecurityGroup", { networkSecurityGroupName: "nodes_rules-1.a_" }),
      resource("VirtualNetwork", {}),
      resource("PublicIPAddress", {
        publicIpAddressName: "a",
        dnsSettings: { domainNameLabel: "platform-1" },
      }),
    ],
    violating: [
      {
        subject: resource("NetworkSecurityGroup", { networkSecurityGroupName: "rules-" }),
        message: /networkSecurityGroupName is "rules-"; it must be 1 to 80 letters/,
      },
      {
        subject: resource("VirtualNetwork", { virtualNetworkName: "n".repeat(65) }),
        message: /it must be 1 to 64/,
      },
      { subject: resource("Subnet", { subnetName: "a b" }), message: /subnetName is "a b"/ },
      {
        subject: resource("PublicIPAddress", { dnsSettings: { domainNameLabel: "Platform" } }),
        message: /domainNameLabel is "Platform"; it must be 3 to 63 lower-case letters/,
      },
    ],
    absent: { subject: resource("LoadBalancer", {}), outcome: "pass" },
    unknown: [resource("LoadBalancer", { loadBalancerName: unknown })],
  },
  "network-private-endpoint-dns": {
    compliant: [[endpoint, zoneGroup, zone], [endpoint, zoneGroup], [vault]],
    violating: [
      {
        subject: [endpoint, zoneGroup, withInput(zone, "privateZoneName", "privatelink.azurecr.io")],
        message: /groupIds\[0\] is "vault"; it must have the zone privatelink\.vaultcore\.azure\.net/,
      },
      {
        subject: [endpoint, { ...endpoint, name: "second" }, zoneGroup, zone],
        message: /no PrivateDnsZoneGroup of the stack refers to the endpoint/,
      },
    ],
    absent: { subject: [endpoint], outcome: "fail" },
    unknown: [[endpoint, zoneGroup, withInput(zone, "privateZoneName", unknown)]],
  },
  "network-subnets-declared-once": {
    compliant: [
      [network, beside("nodes")],
      [withSubnets({ name: "nodes" })],
      [withSubnets({ name: "nodes" }), subnet],
    ],
    violating: [
      {
        subject: [withSubnets({ name: "nodes" }), beside("pods")],
        message: /subnets is a list of 1; it must be empty, because pods is declared beside it/,
      },
    ],
    absent: { subject: [network, beside("nodes")], outcome: "pass" },
    unknown: [[withInput(network, "subnets", unknown), beside("nodes")]],
  },
};
