import assert from "node:assert/strict";
import { localAccount } from "../../../../local/azure/arm/account.ts";
import { objects, overlay, text } from "../../../../local/azure/arm/body.ts";
import type { ArmBody } from "../../../../local/azure/arm/service.ts";
import { LocalArm, location, refused } from "./local-arm.ts";
import { putNetwork, putSubnet, tokens } from "./platform.ts";
import { testRefusals } from "./refusal-cases.ts";

const password = "S3cret-of-the-test";

describe("PostgreSQL at the local Azure", () => {
  const token = "azure-native:dbforpostgresql:Server";
  const server = { serverName: "platform" };
  const body: ArmBody = {
    location,
    version: "17",
    sku: { name: "Standard_B2s", tier: "Burstable" },
    administratorLogin: "platform",
    administratorLoginPassword: password,
  };
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
  });
  afterEach(() => {
    local.close();
  });

  const wrong = (what: string, change: ArmBody, code: string, message?: RegExp | string) => ({
    what,
    token,
    parameters: server,
    body: overlay(body, change),
    code,
    message,
  });
  testRefusals(
    () => local,
    [
      wrong(
        "an unknown version",
        { version: "9.6" },
        "ParameterOutOfRange",
        "The value of the version should be in [13, 14, 15, 16, 17, 18]. Verify that the specified paramter value is correct.",
      ),
      wrong(
        "high availability of a Burstable server",
        { highAvailability: { mode: "ZoneRedundant" } },
        "HighAvailabilityNotSupportedForBurstableSku",
      ),
      wrong(
        "a size of another tier",
        { sku: { name: "Standard_D2ds_v5" } },
        "InvalidParameterValue",
        /sku\.name/,
      ),
      wrong(
        "a size of storage that there is not",
        { storage: { storageSizeGB: 100 } },
        "InvalidParameterValue",
        /storageSizeGB/,
      ),
      wrong("too short a retention", { backup: { backupRetentionDays: 3 } }, "InvalidParameterValue"),
      wrong(
        "a reserved login",
        { administratorLogin: "root" },
        "InvalidParameterValue",
        /'root' is reserved/,
      ),
      wrong("a weak password", { administratorLoginPassword: "password" }, "PasswordTooWeak"),
      wrong(
        "no way to sign in",
        { authConfig: { passwordAuth: "Disabled", activeDirectoryAuth: "Disabled" } },
        "InvalidParameterValue",
      ),
      {
        ...wrong("a missing password", {}, "MissingRequiredParameter", /administratorLoginPassword/),
        body: { ...body, administratorLoginPassword: null },
      },
      {
        ...wrong(
          "zone redundancy where there are no zones",
          {},
          "HADisabledForRegion",
          "HA is disabled for region westus.",
        ),
        body: {
          ...body,
          location: "westus",
          sku: { name: "Standard_D2ds_v5", tier: "GeneralPurpose" },
          highAvailability: { mode: "ZoneRedundant" },
        },
      },
      {
        ...wrong("a database of a server that is not there", {}, "ParentResourceNotFound"),
        token: "azure-native:dbforpostgresql:Database",
        parameters: { ...server, databaseName: "shop" },
        body: {},
        status: 404,
      },
    ],
  );

  it("is private in a delegated subnet with a zone of its own", async () => {
    await putNetwork(local);
    const subnet = (await putSubnet(local, "postgres", "10.224.1.0/24")).id;
    const zone = (
      await local.put(
        tokens.privateZone,
        { privateZoneName: "platform.postgres.database.azure.com" },
        { location: "global" },
      )
    ).id;
    const put = (name: string) =>
      local.put(
        token,
        { serverName: name },
        { ...body, network: { delegatedSubnetResourceId: subnet, privateDnsZoneArmResourceId: zone } },
      );
    assert.equal((await refused(put("shop"))).code, "SubnetNotDelegated");
    await putSubnet(local, "postgres", "10.224.1.0/24", {
      delegations: [{ name: "p", serviceName: "Microsoft.DBforPostgreSQL/flexibleServers" }],
    });
    const sameName = await refused(put("platform"));
    assert.equal(sameName.status, 200);
    assert.equal(
      sameName.detail,
      "The Private DNS Zone name provided [platform.postgres.database.azure.com] is not valid. It can not be server name plus zone suffix.",
    );
    assert.notEqual(sameName.accepted, undefined);
    const { outputs } = await put("shop");
    assert.equal(text(outputs, "network.publicNetworkAccess"), "Disabled");
    assert.equal(outputs["fullyQualifiedDomainName"], "shop.postgres.database.azure.com");
    const rule = await refused(
      local.put(
        "azure-native:dbforpostgresql:FirewallRule",
        { serverName: "shop", firewallRuleName: "all" },
        { startIpAddress: "0.0.0.0", endIpAddress: "0.0.0.0" },
      ),
    );
    assert.equal(rule.code, "FirewallRulesNotSupportedForPrivateAccess");
    assert.equal(
      (await refused(local.delete(tokens.subnet, { virtualNetworkName: "vnet", subnetName: "postgres" })))
        .code,
      "InUseSubnetCannotBeDeleted",
    );
  });

  it("has parameters that always exist, and go back to their defaults", async () => {
    await local.put(token, server, body);
    const configuration = "azure-native:dbforpostgresql:Configuration";
    const parameter = { ...server, configurationName: "log_lock_waits" };
    const before = await local.get(configuration, parameter);
    assert.equal(before.isDefault, true);
    assert.equal(before.outputs["value"], "off");
    const wrong = await refused(
      local.put(configuration, parameter, { value: "perhaps", source: "user-override" }),
    );
    assert.equal(wrong.code, "ServerParameterInvalidValue");
    await local.put(configuration, parameter, { value: "on", source: "user-override" });
    assert.equal((await local.get(configuration, parameter)).outputs["value"], "on");
    await local.delete(configuration, parameter);
    assert.equal((await local.get(configuration, parameter)).outputs["value"], "off");
    assert.equal(
      (await refused(local.get(configuration, { ...server, configurationName: "no such thing" }))).code,
      "ConfigurationNotExists",
    );
  });

  it("answers for missing children in words of its own", async () => {
    await local.put(token, server, body);
    const error = await refused(
      local.get("azure-native:dbforpostgresql:Database", { ...server, databaseName: "shop" }),
    );
    assert.equal(
      error.detail,
      "The requested resource of type 'Microsoft.DBforPostgreSQL/flexibleServers/databases' with name 'shop' was not found.",
    );
  });

  it("loses its databases with the server, and neither shrinks nor goes back", async () => {
    await local.put(token, server, { ...body, storage: { storageSizeGB: 64 } });
    const database = { ...server, databaseName: "shop" };
    await local.put("azure-native:dbforpostgresql:Database", database, {});
    assert.equal(
      (await refused(local.put(token, server, { ...body, storage: { storageSizeGB: 32 } }))).code,
      "StorageSizeCannotBeReduced",
    );
    assert.equal(
      (await refused(local.put(token, server, { ...body, storage: { storageSizeGB: 64 }, version: "16" })))
        .code,
      "ParameterOutOfRange",
    );
    await local.delete(token, server);
    assert.equal(
      (await refused(local.get("azure-native:dbforpostgresql:Database", database))).code,
      "ParentResourceNotFound",
    );
  });

  it("takes administrators from Entra when Entra is on", async () => {
    const administrator = "azure-native:dbforpostgresql:AdministratorsMicrosoftEntra";
    const who = { ...server, objectId: localAccount.objectId };
    await local.put(token, server, body);
    const put = () => local.put(administrator, who, { principalName: "engineer", principalType: "user" });
    assert.equal((await refused(put())).code, "AadAuthNotEnabled");
    await local.put(token, server, {
      ...body,
      authConfig: { activeDirectoryAuth: "Enabled", passwordAuth: "Enabled" },
    });
    assert.equal((await put()).outputs["objectId"], localAccount.objectId);
  });
});

describe("Azure SQL at the local Azure", () => {
  const token = "azure-native:sql:Server";
  const server = { serverName: "platform" };
  const database = { ...server, databaseName: "shop" };
  const entraOnly: ArmBody = {
    location,
    administrators: {
      azureADOnlyAuthentication: true,
      login: "engineer",
      principalType: "User",
      sid: localAccount.objectId,
    },
  };
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
    await local.put(token, server, entraOnly);
  });
  afterEach(() => {
    local.close();
  });

  const wrongDatabase = (what: string, change: ArmBody, code: string) => ({
    what,
    token: "azure-native:sql:Database",
    parameters: database,
    body: { location, ...change },
    code,
  });
  testRefusals(
    () => local,
    [
      {
        what: "a server without a password",
        token,
        parameters: { serverName: "other" },
        body: { location, administratorLogin: "engineer" },
        code: "InvalidParameterValue",
        message: /administratorLoginPassword/,
      },
      {
        what: "a weak password",
        token,
        parameters: { serverName: "other" },
        body: { location, administratorLogin: "engineer", administratorLoginPassword: "password" },
        status: 200,
        code: "PasswordNotComplex",
        message:
          "Password validation failed. The password does not meet policy requirements because it is not complex enough.",
      },
      {
        what: "a TLS version that is retired",
        token,
        parameters: { serverName: "other" },
        body: { ...entraOnly, minimalTlsVersion: "1.1" },
        code: "InvalidMinimalTlsVersion",
      },
      {
        what: "a TLS version that there is not",
        token,
        parameters: { serverName: "other" },
        body: { ...entraOnly, minimalTlsVersion: "2.0" },
        code: "InvalidRequestContent",
      },
      wrongDatabase("an objective that there is not", { sku: { name: "XL" } }, "InvalidSkuName"),
      wrongDatabase(
        "zone redundancy of the Standard tier",
        { sku: { name: "S0" }, zoneRedundant: true },
        "ProvisioningDisabled",
      ),
      wrongDatabase(
        "pausing of what is not serverless",
        { sku: { name: "GP_Gen5_2" }, autoPauseDelay: 60 },
        "InvalidServerlessProperty",
      ),
      wrongDatabase(
        "a database in another region",
        { location: "northeurope", sku: { name: "S0" } },
        "LocationNotMatchingServer",
      ),
      {
        what: "retention out of range",
        token: "azure-native:sql:BackupShortTermRetentionPolicy",
        parameters: { ...database, policyName: "default" },
        body: { retentionDays: 60 },
        status: 404,
        code: "ParentResourceNotFound",
      },
    ],
  );

  it("has servers with names of their own", async () => {
    await local.group("second");
    const error = await refused(local.put(token, { ...server, resourceGroupName: "second" }, entraOnly));
    assert.equal(error.status, 200);
    assert.equal(error.code, "NameAlreadyExists");
    assert.equal(error.accepted, undefined);
    assert.equal((await refused(local.get(token, { ...server, resourceGroupName: "second" }))).status, 404);
  });

  it("has policies that are off until they are on", async () => {
    const policy = "azure-native:sql:ServerSecurityAlertPolicy";
    const parameters = { ...server, securityAlertPolicyName: "Default" };
    assert.equal((await local.get(policy, parameters)).outputs["state"], "Disabled");
    await local.put(policy, parameters, { state: "Enabled" });
    assert.equal((await local.get(policy, parameters)).outputs["state"], "Enabled");
    await local.delete(policy, parameters);
    assert.equal((await local.get(policy, parameters)).isDefault, true);
    const auditing = { ...server, blobAuditingPolicyName: "default" };
    const error = await refused(
      local.put("azure-native:sql:ServerBlobAuditingPolicy", auditing, { state: "Enabled" }),
    );
    assert.equal(error.code, "BlobAuditingTargetMissing");
  });

  it("names the objective of a database", async () => {
    const { outputs } = await local.put("azure-native:sql:Database", database, {
      location,
      sku: { name: "GP_S_Gen5_1" },
      autoPauseDelay: 60,
    });
    assert.equal(outputs["currentServiceObjectiveName"], "GP_S_Gen5_1");
    assert.deepEqual(outputs["sku"], {
      name: "GP_S_Gen5",
      tier: "GeneralPurpose",
      family: "Gen5",
      capacity: 1,
    });
    assert.equal(outputs["status"], "Online");
  });

  it("takes no firewall rules while it is private", async () => {
    await local.put(token, server, { ...entraOnly, publicNetworkAccess: "Disabled" });
    const rule = { ...server, firewallRuleName: "office" };
    const error = await refused(
      local.put("azure-native:sql:FirewallRule", rule, {
        startIpAddress: "198.51.100.1",
        endIpAddress: "198.51.100.1",
      }),
    );
    assert.equal(error.code, "DenyPublicEndpointEnabled");
  });
});

describe("container registries of the local Azure", () => {
  const token = "azure-native:containerregistry:Registry";
  const registry = { registryName: "platform" };
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
  });
  afterEach(() => {
    local.close();
  });

  const basic = (what: string, change: ArmBody, code: string, message?: string) => ({
    what,
    token,
    parameters: registry,
    body: { location, sku: { name: "Basic" }, ...change },
    code,
    message,
  });
  testRefusals(
    () => local,
    [
      basic(
        "privacy of a Basic one",
        { publicNetworkAccess: "Disabled" },
        "DisablingPublicNetworkAccessNotSupported",
        "Disabling public network access is not supported for the SKU Basic. For more information, please visit https://aka.ms/acr/private-link.",
      ),
      basic(
        "retention of a Basic one",
        { policies: { retentionPolicy: { status: "enabled", days: 7 } } },
        "RetentionPolicyNotSupported",
      ),
      basic("zones of a Basic one", { zoneRedundancy: "Enabled" }, "ZoneRedundancyNotSupported"),
      basic(
        "network rules of a Basic one",
        { networkRuleSet: { defaultAction: "Deny" } },
        "NetworkRuleNotSupported",
      ),
      basic(
        "quarantine of a Basic one",
        { policies: { quarantinePolicy: { status: "enabled" } } },
        "SkuNotSupported",
        "The SKU Basic is not supported.",
      ),
      basic("an SKU that there is not", { sku: { name: "Gold" } }, "InvalidRequestContent"),
      {
        what: "a name with hyphens",
        token,
        parameters: { registryName: "plat-form" },
        body: { location, sku: { name: "Basic" } },
        code: "InvalidRegistryName",
      },
    ],
  );

  it("have names of their own", async () => {
    await local.put(token, registry, { location, sku: { name: "Premium" } });
    await local.group("second");
    const error = await refused(
      local.put(
        token,
        { ...registry, registryName: "Platform", resourceGroupName: "second" },
        { location, sku: { name: "Basic" } },
      ),
    );
    assert.equal(error.status, 409);
    assert.equal(
      error.detail,
      "The registry DNS name Platform.azurecr.io is already in use. You can check if the name is already claimed using following API: https://docs.microsoft.com/en-us/rest/api/containerregistry/registries/checknameavailability",
    );
    await local.delete(token, registry);
    await local.put(
      token,
      { ...registry, resourceGroupName: "second" },
      { location, sku: { name: "Basic" } },
    );
  });

  it("take private endpoints when they are Premium", async () => {
    await putNetwork(local);
    const subnet = { id: (await putSubnet(local, "endpoints", "10.224.1.0/24")).id };
    const { id } = await local.put(token, registry, { location, sku: { name: "Standard" } });
    const put = () =>
      local.put(
        tokens.privateEndpoint,
        { privateEndpointName: "registry" },
        {
          location,
          subnet,
          privateLinkServiceConnections: [{ name: "r", groupIds: ["registry"], privateLinkServiceId: id }],
        },
      );
    assert.match(
      (await refused(put())).detail,
      /^Call to Microsoft\.ContainerRegistry\/registries failed\. Error message: Private endpoint connections are not supported for the SKU Standard\./,
    );
    await local.put(token, registry, { location, sku: { name: "Premium" } });
    const { outputs } = await put();
    assert.deepEqual(outputs["customDnsConfigs"], [
      { fqdn: "platform.westeurope.data.azurecr.io", ipAddresses: ["10.224.1.4"] },
      { fqdn: "platform.azurecr.io", ipAddresses: ["10.224.1.5"] },
    ]);
  });

  it("tell their passwords only with an admin user", async () => {
    const args = { resourceGroupName: "rg", ...registry };
    const list = "azure-native:containerregistry:listRegistryCredentials";
    await local.put(token, registry, { location, sku: { name: "Basic" } });
    assert.equal((await refused(local.arm.invoke(list, args))).code, "UnAuthorizedForCredentialOperations");
    await local.put(token, registry, { location, sku: { name: "Basic" }, adminUserEnabled: true });
    const credentials = await local.arm.invoke(list, args);
    assert.deepEqual(await local.arm.invoke(list, args), credentials);
    assert.equal(objects(credentials, "passwords").length, 2);
  });
});

describe("Event Hubs at the local Azure", () => {
  const token = "azure-native:eventhub:Namespace";
  const namespace = { namespaceName: "platform" };
  const hub = { ...namespace, eventHubName: "idea" };
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
  });
  afterEach(() => {
    local.close();
  });

  testRefusals(
    () => local,
    [
      {
        what: "Kafka in the Basic tier",
        token,
        parameters: namespace,
        body: { location, sku: { name: "Basic" }, kafkaEnabled: true },
        code: "BadRequest",
        message: /^Kafka is not supported/,
      },
      {
        what: "auto-inflate without an end",
        token,
        parameters: namespace,
        body: { location, sku: { name: "Standard" }, isAutoInflateEnabled: true },
        code: "BadRequest",
      },
      {
        what: "processing units that there are not",
        token,
        parameters: namespace,
        body: { location, sku: { name: "Premium", capacity: 3 } },
        code: "BadRequest",
      },
      {
        what: "too short a name",
        token,
        parameters: { namespaceName: "a" },
        body: { location, sku: { name: "Standard" } },
        code: "BadRequest",
      },
      {
        what: "a hub of a namespace that is not there",
        token: "azure-native:eventhub:EventHub",
        parameters: hub,
        body: {},
        status: 404,
        code: "ParentResourceNotFound",
      },
    ],
  );

  it("has limits by tier", async () => {
    await local.put(token, namespace, { location, sku: { name: "Basic" } });
    const put = (body: ArmBody) => local.put("azure-native:eventhub:EventHub", hub, body);
    const retention = { retentionDescription: { cleanupPolicy: "Delete", retentionTimeInHours: 24 } };
    assert.equal(
      (await refused(put({ partitionCount: 33, ...retention }))).code,
      "MessagingGatewayBadRequest",
    );
    assert.match(
      (await refused(put({ retentionDescription: { cleanupPolicy: "Delete", retentionTimeInHours: 168 } })))
        .detail,
      /maximum of 24 hours for the SKU Basic/,
    );
    await put({ partitionCount: 2, ...retention });
    const group = { ...hub, consumerGroupName: "activity" };
    assert.match(
      (await refused(local.put("azure-native:eventhub:ConsumerGroup", group, {}))).detail,
      /only \$Default exists/,
    );
    assert.equal(
      (await refused(put({ partitionCount: 4, ...retention }))).code,
      "MessagingGatewayBadRequest",
    );
    await local.get("azure-native:eventhub:ConsumerGroup", { ...hub, consumerGroupName: "$Default" });
  });

  it("has a rule set and a root key from the start, and keys that stay", async () => {
    await local.put(token, namespace, { location, sku: { name: "Standard" } });
    const rules = await local.get("azure-native:eventhub:NamespaceNetworkRuleSet", namespace);
    assert.equal(rules.isDefault, true);
    assert.equal(rules.outputs["defaultAction"], "Allow");
    const args = {
      resourceGroupName: "rg",
      ...namespace,
      authorizationRuleName: "RootManageSharedAccessKey",
    };
    const keys = await local.arm.invoke("azure-native:eventhub:listNamespaceKeys", args);
    assert.match(
      text(keys, "primaryConnectionString") ?? "",
      /^Endpoint=sb:\/\/platform\.servicebus\.windows\.net\/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=.{44}$/,
    );
    assert.deepEqual(await local.arm.invoke("azure-native:eventhub:listNamespaceKeys", args), keys);
    await local.group("second");
    const error = await refused(
      local.put(
        token,
        { ...namespace, resourceGroupName: "second" },
        { location, sku: { name: "Standard" } },
      ),
    );
    assert.match(
      error.detail,
      /^The specified name is not available\. For more information visit https:\/\/aka\.ms\/eventhubsarmexceptions\. CorrelationId: [0-9a-f-]{36}$/,
    );
  });
});

describe("vaults of the local Azure", () => {
  const token = "azure-native:keyvault:Vault";
  const vault = { vaultName: "platform" };
  const properties: ArmBody = { tenantId: localAccount.tenantId, sku: { family: "A", name: "standard" } };
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
  });
  afterEach(() => {
    local.close();
  });

  testRefusals(
    () => local,
    [
      {
        what: "purge protection that is off",
        token,
        parameters: vault,
        body: { location, properties: { ...properties, enablePurgeProtection: false } },
        code: "BadRequest",
        message:
          'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
      },
      {
        what: "too short a retention",
        token,
        parameters: vault,
        body: { location, properties: { ...properties, softDeleteRetentionInDays: 1 } },
        code: "BadRequest",
      },
      {
        what: "an unknown SKU",
        token,
        parameters: vault,
        body: { location, properties: { ...properties, sku: { family: "A", name: "gold" } } },
        code: "InvalidRequestContent",
      },
      {
        what: "a name with two hyphens",
        token,
        parameters: { vaultName: "a--b" },
        body: { location, properties },
        code: "VaultNameNotValid",
      },
      {
        what: "a vault without a tenant",
        token,
        parameters: vault,
        body: { location, properties: { sku: { family: "A", name: "standard" } } },
        code: "BadRequest",
      },
    ],
  );

  it("hold their name after the delete, and are recovered", async () => {
    const put = (more: ArmBody = {}, group = "rg") =>
      local.put(
        token,
        { ...vault, resourceGroupName: group },
        { location, properties: { ...properties, ...more } },
      );
    await put();
    await local.group("second");
    assert.equal((await refused(put({}, "second"))).code, "VaultAlreadyExists");
    await local.delete(token, vault);
    const error = await refused(put());
    assert.equal(error.status, 409);
    assert.equal(error.code, "ConflictError");
    assert.match(error.detail, /^A vault with the same name already exists in deleted state\./);
    await put({ createMode: "recover" });
  });

  it("keep purge protection once it is on", async () => {
    await local.put(token, vault, { location, properties: { ...properties, enablePurgeProtection: true } });
    assert.equal((await refused(local.put(token, vault, { location, properties }))).code, "BadRequest");
  });

  it("never tell a secret, and count its versions", async () => {
    await local.put(token, vault, { location, properties });
    const secret = { ...vault, secretName: "password" };
    const put = async (value: string) => {
      const { outputs } = await local.put("azure-native:keyvault:Secret", secret, { properties: { value } });
      assert.equal(text(outputs, "properties.value"), undefined);
      return text(outputs, "properties.secretUriWithVersion");
    };
    const first = await put("one");
    assert.equal(await put("one"), first);
    assert.notEqual(await put("two"), first);
    assert.match(first ?? "", /^https:\/\/platform\.vault\.azure\.net\/secrets\/password\/[0-9a-f]{32}$/);
  });
});
