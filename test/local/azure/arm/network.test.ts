import assert from "node:assert/strict";
import { objects, text } from "../../../../local/azure/arm/body.ts";
import type { ArmBody } from "../../../../local/azure/arm/service.ts";
import { LocalArm, location, refused } from "./local-arm.ts";
import { putNetwork, putPublicIp, putSubnet, tokens } from "./platform.ts";
import { testRefusals } from "./refusal-cases.ts";

const vnet = { virtualNetworkName: "vnet" };
const nodes = { ...vnet, subnetName: "nodes" };
const group = { networkSecurityGroupName: "nsg" };
const rule = {
  access: "Allow",
  direction: "Inbound",
  priority: 100,
  protocol: "Tcp",
  sourceAddressPrefix: "*",
  sourcePortRange: "*",
  destinationAddressPrefix: "*",
  destinationPortRange: "443",
};

describe("networks of the local Azure", () => {
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
    await putNetwork(local);
    await putSubnet(local, "nodes", "10.224.0.0/24");
  });
  afterEach(() => {
    local.close();
  });

  testRefusals(
    () => local,
    [
      {
        what: "a range that is none",
        token: tokens.network,
        parameters: { virtualNetworkName: "other" },
        body: { location, addressSpace: { addressPrefixes: ["10.0.0.0/160"] } },
        code: "InvalidAddressPrefixFormat",
        message:
          /^Address prefix 10\.0\.0\.0\/160 of resource \/subscriptions\/.*\/other is not formatted correctly\. It should follow CIDR notation, for example 10\.0\.0\.0\/24\.$/,
      },
      {
        what: "a range that does not begin where it says",
        token: tokens.network,
        parameters: { virtualNetworkName: "other" },
        body: { location, addressSpace: { addressPrefixes: ["10.0.0.1/24"] } },
        code: "InvalidCIDRNotation",
        message: /the address prefix should be 10\.0\.0\.0\/24\.$/,
      },
      {
        what: "a subnet outside of its network",
        token: tokens.subnet,
        parameters: { ...vnet, subnetName: "far" },
        body: { addressPrefix: "10.225.0.0/24" },
        code: "NetcfgSubnetRangeOutsideVnet",
        message:
          "Subnet 'far' is not valid because its IP address range is outside the IP address range of virtual network 'vnet'.",
      },
      {
        what: "subnets that overlap",
        token: tokens.subnet,
        parameters: { ...vnet, subnetName: "again" },
        body: { addressPrefix: "10.224.0.128/25" },
        code: "NetcfgSubnetRangesOverlap",
        message:
          "Subnet 'again' is not valid because its IP address range overlaps with that of an existing subnet in virtual network 'vnet'.",
      },
      {
        what: "a subnet that is too small",
        token: tokens.subnet,
        parameters: { ...vnet, subnetName: "tiny" },
        body: { addressPrefix: "10.224.9.0/30" },
        code: "NetcfgInvalidSubnet",
        message: "Subnet 'tiny' is not valid in virtual network 'vnet'.",
      },
      {
        what: "a subnet of a network that is not there",
        token: tokens.subnet,
        parameters: { virtualNetworkName: "none", subnetName: "nodes" },
        body: { addressPrefix: "10.224.9.0/24" },
        status: 404,
        code: "ParentResourceNotFound",
        message: "Can not perform requested operation on nested resource. Parent resource 'none' not found.",
      },
      {
        what: "a network that shrinks below its subnets",
        token: tokens.network,
        parameters: vnet,
        body: { location, addressSpace: { addressPrefixes: ["10.224.128.0/17"] } },
        code: "NetcfgSubnetRangeOutsideVnet",
      },
      {
        what: "a reference to a security group that is not there",
        token: tokens.subnet,
        parameters: nodes,
        body: {
          addressPrefix: "10.224.0.0/24",
          networkSecurityGroup: {
            id: "/subscriptions/10ca1000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/none",
          },
        },
        code: "InvalidResourceReference",
        message:
          /^Resource .*\/networkSecurityGroups\/none referenced by resource .*\/subnets\/nodes was not found\. Please make sure that the referenced resource exists, and that both resources are in the same region\.$/,
      },
      {
        what: "a reference that is no id",
        token: tokens.subnet,
        parameters: nodes,
        body: { addressPrefix: "10.224.0.0/24", natGateway: { id: "egress" } },
        code: "LinkedInvalidPropertyId",
        message:
          "Property id 'egress' at path 'properties.natGateway.id' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.",
      },
      {
        what: "a value that the SDK does not know",
        token: tokens.subnet,
        parameters: nodes,
        body: { addressPrefix: "10.224.0.0/24", privateEndpointNetworkPolicies: "Sometimes" },
        code: "InvalidRequestFormat",
      },
      {
        what: "a public IP address of the retired SKU",
        token: tokens.publicIp,
        parameters: { publicIpAddressName: "ip" },
        body: { location },
        code: "IPv4BasicSkuPublicIpCountLimitReached",
        message:
          "Cannot create more than 0 IPv4 Basic SKU public IP addresses for this subscription in this region.",
      },
      {
        what: "a dynamic address of the Standard SKU",
        token: tokens.publicIp,
        parameters: { publicIpAddressName: "ip" },
        body: { location, sku: { name: "Standard" }, publicIPAllocationMethod: "Dynamic" },
        code: "StandardAndStandardV2SkuPublicIPAddressesMustBeStatic",
        message: /^Standard sku publicIp .*\/ip must have AllocationMethod set to Static\.$/,
      },
      {
        what: "zones where there are none",
        token: tokens.publicIp,
        parameters: { publicIpAddressName: "ip" },
        body: { location: "westus", sku: { name: "Standard" }, zones: ["1"] },
        code: "ResourcesNotSupportedInAvailabilityZones",
      },
      {
        what: "a route to nowhere",
        token: tokens.routeTable,
        parameters: { routeTableName: "routes" },
        body: {
          location,
          routes: [{ name: "out", addressPrefix: "0.0.0.0/0", nextHopType: "VirtualAppliance" }],
        },
        code: "RouteTableNextHopIpAddressMissing",
      },
    ],
  );

  it("keep a subnet that is in use", async () => {
    const cluster = {
      location,
      dnsPrefix: "p",
      identity: { type: "SystemAssigned" },
      networkProfile: { networkPlugin: "azure", networkPluginMode: "overlay" },
    };
    const subnet = local.id(tokens.subnet, nodes);
    const agentPoolProfiles = [
      { name: "system", mode: "System", count: 1, vmSize: "Standard_D2s_v5", vnetSubnetID: subnet },
    ];
    await local.put(tokens.cluster, { resourceName: "aks" }, { ...cluster, agentPoolProfiles });
    const error = await refused(local.delete(tokens.subnet, nodes));
    assert.equal(error.code, "InUseSubnetCannotBeDeleted");
    assert.match(
      error.detail,
      /^Subnet nodes is in use by \/subscriptions\/.*\/virtualMachineScaleSets\/aks-system-\d{8}-vmss\/.*\/ipConfigurations\/ipconfig1 and cannot be deleted\. In order to delete the subnet, delete all the resources within the subnet\. See aka\.ms\/deletesubnet\.$/,
    );
    assert.equal((await refused(local.delete(tokens.network, vnet))).code, "InUseSubnetCannotBeDeleted");
    const without = { location, addressSpace: { addressPrefixes: ["10.224.0.0/16"] }, subnets: [] };
    assert.equal(
      (await refused(local.put(tokens.network, vnet, without))).code,
      "InUseSubnetCannotBeDeleted",
    );
    assert.equal(
      (await refused(putSubnet(local, "nodes", "10.224.1.0/24"))).detail,
      "IpPrefix 10.224.0.0/24 on Subnet nodes has active allocations and cannot be deleted.",
    );
    await local.delete(tokens.cluster, { resourceName: "aks" });
    await local.delete(tokens.subnet, nodes);
    assert.equal((await refused(local.get(tokens.subnet, nodes))).code, "ResourceNotFound");
  });

  it("show subnets in their network, and take them from its body", async () => {
    const body = { location, addressSpace: { addressPrefixes: ["10.224.0.0/16"] } };
    const names = async (): Promise<(string | undefined)[]> =>
      objects((await local.get(tokens.network, vnet)).outputs, "subnets").map((subnet) =>
        text(subnet, "name"),
      );
    assert.deepEqual(await names(), ["nodes"]);
    await local.put(tokens.network, vnet, body);
    assert.deepEqual(await names(), ["nodes"]);
    const subnets = [
      { name: "nodes", addressPrefix: "10.224.2.0/24" },
      { name: "more", addressPrefix: "10.224.0.0/24" },
    ];
    await local.put(tokens.network, vnet, { ...body, subnets });
    assert.deepEqual(await names(), ["nodes", "more"]);
    assert.equal((await local.get(tokens.subnet, nodes)).outputs["addressPrefix"], "10.224.2.0/24");
    await local.put(tokens.network, vnet, { ...body, subnets: subnets.slice(1) });
    assert.deepEqual(await names(), ["more"]);
  });

  it("keep security groups, route tables and NAT gateways that subnets use", async () => {
    await putPublicIp(local, "egress");
    const publicIp = local.id(tokens.publicIp, { publicIpAddressName: "egress" });
    const users: [string, Record<string, string>, ArmBody, string, string][] = [
      [tokens.securityGroup, group, {}, "networkSecurityGroup", "InUseNetworkSecurityGroupCannotBeDeleted"],
      [tokens.routeTable, { routeTableName: "routes" }, {}, "routeTable", "InUseRouteTableCannotBeDeleted"],
      [
        tokens.natGateway,
        { natGatewayName: "nat" },
        { sku: { name: "Standard" }, publicIpAddresses: [{ id: publicIp }] },
        "natGateway",
        "InUseNatGatewayCannotBeDeleted",
      ],
    ];
    for (const [token, parameters, body, property, code] of users) {
      const { id } = await local.put(token, parameters, { location, ...body });
      await putSubnet(local, "nodes", "10.224.0.0/24", { [property]: { id } });
      assert.equal((await refused(local.delete(token, parameters))).code, code);
      await putSubnet(local, "nodes", "10.224.0.0/24");
    }
    const error = await refused(local.delete(tokens.publicIp, { publicIpAddressName: "egress" }));
    assert.equal(error.code, "PublicIPAddressCannotBeDeleted");
    assert.match(error.detail, /resource\. {2}To learn how to do this, see aka\.ms\/deletepublicip\.$/);
    const second = { location, sku: { name: "Standard" }, publicIpAddresses: [{ id: publicIp }] };
    const taken = await refused(local.put(tokens.natGateway, { natGatewayName: "second" }, second));
    assert.equal(taken.code, "PublicIPAddressInUse");
    await local.delete(tokens.natGateway, { natGatewayName: "nat" });
    await local.delete(tokens.publicIp, { publicIpAddressName: "egress" });
  });

  it("give public addresses that stay, from a range nobody routes", async () => {
    const first = await putPublicIp(local, "first");
    const second = await putPublicIp(local, "second");
    assert.match(text(first.outputs, "ipAddress") ?? "", /^198\.1[89]\.\d+\.\d+$/);
    assert.notEqual(first.outputs["ipAddress"], second.outputs["ipAddress"]);
    assert.equal((await putPublicIp(local, "first")).outputs["ipAddress"], first.outputs["ipAddress"]);
    const label = {
      location,
      sku: { name: "Standard" },
      publicIPAllocationMethod: "Static",
      dnsSettings: { domainNameLabel: "shop" },
    };
    const named = await local.put(tokens.publicIp, { publicIpAddressName: "first" }, label);
    assert.equal(text(named.outputs, "dnsSettings.fqdn"), "shop.westeurope.cloudapp.azure.com");
    const error = await refused(local.put(tokens.publicIp, { publicIpAddressName: "second" }, label));
    assert.equal(error.code, "DnsRecordInUse");
    assert.equal(
      error.detail,
      "DNS record shop.westeurope.cloudapp.azure.com is already used by another public IP.",
    );
  });

  it("peer networks that do not overlap", async () => {
    const put = (name: string, range: string) =>
      local.put(
        tokens.network,
        { virtualNetworkName: name },
        { location, addressSpace: { addressPrefixes: [range] } },
      );
    const peer = (from: string, to: string) =>
      local.put(
        "azure-native:network:VirtualNetworkPeering",
        { virtualNetworkName: from, virtualNetworkPeeringName: to },
        {
          remoteVirtualNetwork: { id: local.id(tokens.network, { virtualNetworkName: to }) },
        },
      );
    await put("near", "10.224.128.0/17");
    await put("far", "10.9.0.0/16");
    assert.equal((await refused(peer("vnet", "near"))).code, "VnetAddressSpacesOverlap");
    assert.equal((await peer("vnet", "far")).outputs["peeringState"], "Initiated");
    assert.equal((await peer("far", "vnet")).outputs["peeringState"], "Connected");
  });
});

describe("security groups of the local Azure", () => {
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
    await local.put(tokens.securityGroup, group, { location, securityRules: [{ name: "https", ...rule }] });
  });
  afterEach(() => {
    local.close();
  });

  const separate = { ...group, securityRuleName: "http" };
  testRefusals(
    () => local,
    [
      {
        what: "two rules of one priority",
        token: tokens.securityRule,
        parameters: separate,
        body: rule,
        code: "SecurityRuleConflict",
        message:
          /^Security rule https conflicts with rule http\. Rules cannot have the same Priority and Direction\./,
      },
      {
        what: "a priority out of range",
        token: tokens.securityRule,
        parameters: separate,
        body: { ...rule, priority: 50 },
        code: "SecurityRuleInvalidPriority",
        message: "Security rule has invalid priority. Value provided: 50. Allowed range 100-4096.",
      },
      {
        what: "a port that is none",
        token: tokens.securityRule,
        parameters: separate,
        body: { ...rule, priority: 110, destinationPortRange: "99999" },
        code: "SecurityRuleInvalidPortRange",
      },
      {
        what: "a rule without a source",
        token: tokens.securityRule,
        parameters: separate,
        body: { ...rule, priority: 110, sourceAddressPrefix: null },
        code: "RequiredSecurityRuleParametersMissing",
        message:
          /Security rule must specify SourceAddressPrefix, SourceAddressPrefixes or SourceApplicationSecurityGroups\.$/,
      },
      {
        what: "a protocol of another world",
        token: tokens.securityRule,
        parameters: separate,
        body: { ...rule, priority: 110, protocol: "SCTP" },
        code: "InvalidRequestFormat",
      },
    ],
  );

  it("have their own rules and Azure's", async () => {
    const { outputs } = await local.get(tokens.securityGroup, group);
    assert.deepEqual(
      objects(outputs, "securityRules").map(({ name }) => name),
      ["https"],
    );
    assert.equal(objects(outputs, "defaultSecurityRules").length, 6);
    await local.put(tokens.securityRule, separate, { ...rule, priority: 110 });
    const after = await local.get(tokens.securityGroup, group);
    assert.deepEqual(
      objects(after.outputs, "securityRules").map(({ name }) => name),
      ["https", "http"],
    );
  });

  it("may swap the priorities of their rules", async () => {
    const rules = (one: number, other: number) => [
      { name: "https", ...rule, priority: one },
      { name: "http", ...rule, priority: other },
    ];
    await local.put(tokens.securityGroup, group, { location, securityRules: rules(100, 200) });
    await local.put(tokens.securityGroup, group, { location, securityRules: rules(200, 100) });
    assert.equal((await local.get(tokens.securityRule, separate)).outputs["priority"], 100);
    const same = await refused(
      local.put(tokens.securityGroup, group, { location, securityRules: rules(100, 100) }),
    );
    assert.equal(same.code, "SecurityRuleConflict");
    assert.equal((await local.get(tokens.securityRule, separate)).outputs["priority"], 100);
  });
});

describe("private links of the local Azure", () => {
  let local: LocalArm;
  const zone = { privateZoneName: "privatelink.vaultcore.azure.net" };
  const endpoint = { privateEndpointName: "vault" };
  const link = { ...zone, virtualNetworkLinkName: "vnet" };
  const group = { ...endpoint, privateDnsZoneGroupName: "default" };
  let vault: string;

  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
    await putNetwork(local);
    await putSubnet(local, "endpoints", "10.224.1.0/24");
    vault = (
      await local.put(
        "azure-native:keyvault:Vault",
        { vaultName: "platform" },
        {
          location,
          properties: {
            tenantId: "10ca1000-0000-4000-8000-000000000002",
            sku: { family: "A", name: "standard" },
          },
        },
      )
    ).id;
    await local.put(tokens.privateZone, zone, { location: "global" });
  });
  afterEach(() => {
    local.close();
  });

  const putEndpoint = (groupId = "vault") =>
    local.put(tokens.privateEndpoint, endpoint, {
      location,
      subnet: { id: local.id(tokens.subnet, { virtualNetworkName: "vnet", subnetName: "endpoints" }) },
      privateLinkServiceConnections: [{ name: "vault", groupIds: [groupId], privateLinkServiceId: vault }],
    });
  const putGroup = (name: string) =>
    local.put(
      tokens.dnsZoneGroup,
      { ...endpoint, privateDnsZoneGroupName: name },
      {
        privateDnsZoneConfigs: [{ name: "vault", privateDnsZoneId: local.id(tokens.privateZone, zone) }],
      },
    );

  it("have an address in their subnet and a record in their zone", async () => {
    const { outputs } = await putEndpoint();
    assert.deepEqual(outputs["customDnsConfigs"], [
      { fqdn: "platform.vault.azure.net", ipAddresses: ["10.224.1.4"] },
    ]);
    const written = await putGroup("default");
    const [config] = objects(written.outputs, "privateDnsZoneConfigs");
    assert.deepEqual(objects(config ?? {}, "recordSets"), [
      {
        recordType: "A",
        recordSetName: "platform",
        fqdn: "platform.privatelink.vaultcore.azure.net",
        ttl: 10,
        provisioningState: "Succeeded",
        ipAddresses: ["10.224.1.4"],
      },
    ]);
    assert.equal((await local.get(tokens.privateZone, zone)).outputs["numberOfRecordSets"], 2);
    const target = await local.get("azure-native:keyvault:Vault", { vaultName: "platform" });
    assert.equal(objects(target.outputs, "properties.privateEndpointConnections").length, 1);
    const subnet = { virtualNetworkName: "vnet", subnetName: "endpoints" };
    assert.equal((await refused(local.delete(tokens.subnet, subnet))).code, "InUseSubnetCannotBeDeleted");
    await local.delete(tokens.privateEndpoint, endpoint);
    await local.delete(tokens.subnet, subnet);
    assert.equal((await refused(local.get(tokens.dnsZoneGroup, group))).code, "ParentResourceNotFound");
  });

  it("are refused where the target has no such group", async () => {
    const error = await refused(putEndpoint("registry"));
    assert.equal(
      error.detail,
      "Call to Microsoft.KeyVault/vaults failed. Error message: The group id 'registry' is not supported. Supported group ids are: vault.",
    );
  });

  it("have one zone group", async () => {
    await putEndpoint();
    await putGroup("default");
    const error = await refused(putGroup("second"));
    assert.equal(error.detail, "Cannot create more than one private dns zone groups in the private endpoint");
  });

  it("keep a zone as long as networks are linked to it, and link each once", async () => {
    const body = {
      location: "global",
      registrationEnabled: false,
      virtualNetwork: { id: local.id(tokens.network, { virtualNetworkName: "vnet" }) },
    };
    await local.put(tokens.networkLink, link, body);
    const again = await refused(
      local.put(tokens.networkLink, { ...link, virtualNetworkLinkName: "again" }, body),
    );
    assert.equal(
      again.detail,
      "A virtual network cannot be linked to multiple zones with overlapping namespaces. You tried to link virtual network with 'privatelink.vaultcore.azure.net' and 'privatelink.vaultcore.azure.net' zones.",
    );
    const error = await refused(local.delete(tokens.privateZone, zone));
    assert.equal(error.status, 409);
    assert.equal(error.detail, "Can not delete resource before nested resources are deleted.");
    await local.delete(tokens.networkLink, link);
    await local.delete(tokens.privateZone, zone);
  });

  it("have zones in no region", async () => {
    const error = await refused(
      local.put(tokens.privateZone, { privateZoneName: "a.example" }, { location }),
    );
    assert.equal(error.code, "LocationNotAvailableForResourceType");
  });
});
