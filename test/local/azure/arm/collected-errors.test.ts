import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { localAccount } from "../../../../local/azure/arm/account.ts";
import { parseBody, text } from "../../../../local/azure/arm/body.ts";
import { injectFault } from "../../../../local/azure/arm/inject-fault.ts";
import type { ArmBody, ArmError } from "../../../../local/azure/arm/service.ts";
import { setClockFactor } from "../../../../local/azure/arm/simulated-time.ts";
import { isObject, parseJson, stringAt } from "../../../../local/kubernetes/json.ts";
import { LocalArm, location, refused } from "./local-arm.ts";
import { leastCluster, putNetwork, putPublicIp, putSubnet, tokens } from "./platform.ts";

/** One collected answer of Azure. */
interface CollectedError {
  readonly id: string;
  readonly operation: string;
  readonly status: number | undefined;
  readonly code: string;
  readonly message: string;
}

const facts = new URL("../../../../local/azure/facts/errors.jsonl", import.meta.url);
const collected: CollectedError[] = readFileSync(facts, "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const row = parseJson(line);
    const status = isObject(row) ? row["status"] : undefined;
    return {
      id: stringAt(row, "id"),
      operation: stringAt(row, "operation"),
      status: typeof status === "number" ? status : undefined,
      code: stringAt(row, "code"),
      message: stringAt(row, "message"),
    };
  });

const subscription = `/subscriptions/${localAccount.subscriptionId}`;
const cluster = { resourceName: "aks" };
const vault = { vaultName: "platform" };
const vaultProperties: ArmBody = { tenantId: localAccount.tenantId, sku: { family: "A", name: "standard" } };
const vaultToken = "azure-native:keyvault:Vault";
const postgres = "azure-native:dbforpostgresql:Server";
const postgresBody: ArmBody = {
  location,
  sku: { name: "Standard_B2s", tier: "Burstable" },
  administratorLogin: "platform",
  administratorLoginPassword: "S3cret-of-the-test",
};
const storage = "azure-native:storage:StorageAccount";
const storageBody: ArmBody = { location, kind: "StorageV2", sku: { name: "Standard_LRS" } };

const putCluster = (local: LocalArm, change: ArmBody) =>
  local.put(tokens.cluster, cluster, { ...leastCluster, ...change });
const putVault = (local: LocalArm, resourceGroupName = "rg", more: ArmBody = {}) =>
  local.put(
    vaultToken,
    { ...vault, resourceGroupName },
    { location, properties: { ...vaultProperties, ...more } },
  );
const putRole = (local: LocalArm, last: string) =>
  local.put(
    tokens.role,
    {
      scope: `${subscription}/resourceGroups/rg`.slice(1),
      roleAssignmentName: `0b9b9a2e-1111-4a4a-9c9c-00000000000${last}`,
    },
    {
      principalId: "10ca1000-0000-4000-8000-000000000009",
      principalType: "ServicePrincipal",
      roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/4d97b98b-1d4f-4787-a291-c67834d212e7`,
    },
  );
const putEndpoint = async (local: LocalArm, resourceGroupName = "rg") => {
  const { id } = await putVault(local);
  return local.put(
    tokens.privateEndpoint,
    { privateEndpointName: "vault", resourceGroupName },
    {
      location,
      subnet: { id: local.id(tokens.subnet, { virtualNetworkName: "vnet", subnetName: "nodes" }) },
      privateLinkServiceConnections: [{ name: "vault", groupIds: ["vault"], privateLinkServiceId: id }],
    },
  );
};
const putSetting = async (local: LocalArm, name: string) => {
  const resource = await local.put(
    tokens.publicIp,
    { publicIpAddressName: "ip" },
    { location, sku: { name: "Standard" } },
  );
  const { id } = await local.put(
    "azure-native:operationalinsights:Workspace",
    { workspaceName: "logs" },
    { location },
  );
  return local.put(
    "azure-native:monitor:DiagnosticSetting",
    { resourceUri: resource.id.slice(1), name },
    { workspaceId: id, logs: [{ categoryGroup: "allLogs", enabled: true }] },
  );
};

/** What makes the local Azure give each answer, by its rules. */
const provoked: Readonly<Record<string, (local: LocalArm) => Promise<ArmError>>> = {
  "err-001": async (local) => {
    await putRole(local, "1");
    return refused(putRole(local, "2"));
  },
  "err-003": async (local) => {
    await putVault(local);
    await local.delete(vaultToken, vault);
    return refused(putVault(local));
  },
  "err-004": async (local) => {
    await putVault(local);
    await local.group("second");
    return refused(putVault(local, "second"));
  },
  "err-005": async (local) => {
    await putNetwork(local);
    await putSubnet(local, "nodes", "10.224.0.0/24");
    await putEndpoint(local);
    return refused(local.delete(tokens.subnet, { virtualNetworkName: "vnet", subnetName: "nodes" }));
  },
  "err-007": (local) =>
    refused(
      putCluster(local, { agentPoolProfiles: [{ name: "system", mode: "System", vmSize: "Standard_Huge" }] }),
    ),
  "err-013": async (local) => {
    const token = "azure-native:containerregistry:Registry";
    await local.put(token, { registryName: "platform" }, { location, sku: { name: "Basic" } });
    await local.group("second");
    return refused(
      local.put(
        token,
        { registryName: "platform", resourceGroupName: "second" },
        { location, sku: { name: "Basic" } },
      ),
    );
  },
  "err-020": (local) =>
    refused(
      local.put(
        "azure-native:sql:Server",
        { serverName: "platform" },
        { location, administratorLogin: "engineer", administratorLoginPassword: "password" },
      ),
    ),
  "err-021": async (local) => {
    const body = {
      location,
      administratorLogin: "engineer",
      administratorLoginPassword: "S3cret-of-the-test",
    };
    await local.put("azure-native:sql:Server", { serverName: "platform" }, body);
    await local.group("second");
    return refused(
      local.put("azure-native:sql:Server", { serverName: "platform", resourceGroupName: "second" }, body),
    );
  },
  "err-023": async (local) => {
    await putNetwork(local);
    return refused(putSubnet(local, "tiny", "10.224.0.0/30"));
  },
  "err-024": async (local) => {
    await putNetwork(local);
    return refused(putSubnet(local, "far", "10.9.0.0/24"));
  },
  "err-025": async (local) => {
    await putNetwork(local);
    await putSubnet(local, "one", "10.224.0.0/24");
    return refused(putSubnet(local, "two", "10.224.0.0/25"));
  },
  "err-026": async (local) => {
    const { id } = await putPublicIp(local, "egress");
    await local.put(
      tokens.natGateway,
      { natGatewayName: "nat" },
      { location, sku: { name: "Standard" }, publicIpAddresses: [{ id }] },
    );
    return refused(local.delete(tokens.publicIp, { publicIpAddressName: "egress" }));
  },
  "err-027": async (local) => {
    await setClockFactor(local.stateDirectory, 0.02);
    const first = putNetwork(local);
    const second = await refused(putNetwork(local));
    await first;
    return second;
  },
  "err-028": async (local) => {
    await setClockFactor(local.stateDirectory, 0.0005);
    const first = putCluster(local, {});
    const second = await refused(putCluster(local, {}));
    await first;
    return second;
  },
  "err-032": (local) =>
    refused(
      local.put(tokens.identity, { resourceName: "identity", resourceGroupName: "none" }, { location }),
    ),
  "err-033": (local) => refused(local.get(tokens.identity, { resourceName: "identity" })),
  "err-034": async (local) => {
    await putNetwork(local);
    const id = local.id(tokens.natGateway, { natGatewayName: "none" });
    return refused(putSubnet(local, "nodes", "10.224.0.0/24", { natGateway: { id } }));
  },
  "err-038": async (local) => {
    await setClockFactor(local.stateDirectory, 0.02);
    const deleting = local.delete(tokens.group, { resourceGroupName: "rg" });
    const refusal = await refused(local.put(tokens.identity, { resourceName: "identity" }, { location }));
    await deleting;
    return refusal;
  },
  "err-039": async (local) => {
    await local.group("second");
    await putNetwork(local);
    await putSubnet(local, "nodes", "10.224.0.0/24");
    await putEndpoint(local, "second");
    return refused(local.delete(tokens.group, { resourceGroupName: "rg" }));
  },
  "err-040": async (local) => {
    const { id } = await local.put(tokens.identity, { resourceName: "identity" }, { location });
    await local.put(tokens.lock, { scope: id.slice(1), lockName: "keep" }, { level: "CanNotDelete" });
    return refused(local.delete(tokens.identity, { resourceName: "identity" }));
  },
  "err-041": async (local) => {
    await putNetwork(local);
    await putSubnet(local, "nodes", "10.224.0.0/24");
    await putEndpoint(local);
    await local.put(
      tokens.lock,
      { scope: local.id(vaultToken, vault).slice(1), lockName: "keep" },
      { level: "CanNotDelete" },
    );
    return refused(local.delete(tokens.privateEndpoint, { privateEndpointName: "vault" }));
  },
  "err-042": (local) => refused(putCluster(local, { kubernetesVersion: "1.30" })),
  "err-043": (local) => refused(putCluster(local, { kubernetesVersion: "1.99" })),
  "err-044": (local) =>
    refused(
      putCluster(local, {
        agentPoolProfiles: [{ name: "system", mode: "System", orchestratorVersion: "1.99" }],
      }),
    ),
  "err-045": async (local) => {
    await putNetwork(local);
    const { id } = await putSubnet(local, "nodes", "10.224.0.0/28");
    const agentPoolProfiles = [
      { name: "system", mode: "System", count: 3, vmSize: "Standard_D2s_v5", vnetSubnetID: id },
    ];
    return refused(putCluster(local, { networkProfile: { networkPlugin: "azure" }, agentPoolProfiles }));
  },
  "err-046": async (local) => {
    await putNetwork(local);
    const { id } = await putSubnet(local, "nodes", "10.224.0.0/24");
    const agentPoolProfiles = [
      { name: "system", mode: "System", count: 1, vmSize: "Standard_D2s_v5", vnetSubnetID: id },
    ];
    const networkProfile = { networkPlugin: "azure", networkPluginMode: "overlay", podCidr: "10.224.0.0/14" };
    return refused(putCluster(local, { networkProfile, agentPoolProfiles }));
  },
  "err-047": async (local) => {
    const token = "azure-native:eventhub:Namespace";
    await local.put(token, { namespaceName: "platform" }, { location });
    await local.group("second");
    return refused(
      local.put(token, { namespaceName: "platform", resourceGroupName: "second" }, { location }),
    );
  },
  "err-051": async (local) => {
    await putNetwork(local);
    const delegations = [{ name: "p", serviceName: "Microsoft.DBforPostgreSQL/flexibleServers" }];
    const subnet = await putSubnet(local, "postgres", "10.224.0.0/24", { delegations });
    const zone = await local.put(
      tokens.privateZone,
      { privateZoneName: "shop.postgres.database.azure.com" },
      { location: "global" },
    );
    const network = { delegatedSubnetResourceId: subnet.id, privateDnsZoneArmResourceId: zone.id };
    return refused(local.put(postgres, { serverName: "shop" }, { ...postgresBody, network }));
  },
  "err-053": async (local) => {
    await local.put(postgres, { serverName: "shop" }, postgresBody);
    return refused(
      local.get("azure-native:dbforpostgresql:Database", { serverName: "shop", databaseName: "none" }),
    );
  },
  "err-054": async (local) => {
    await local.put(storage, { accountName: "platform" }, storageBody);
    await local.group("second");
    return refused(local.put(storage, { accountName: "platform", resourceGroupName: "second" }, storageBody));
  },
  "err-055": (local) => refused(putVault(local, "rg", { enablePurgeProtection: false })),
  "err-056": async (local) => {
    await putSetting(local, "one");
    return refused(putSetting(local, "two"));
  },
  "err-061": (local) =>
    refused(local.put(tokens.identity, { resourceName: "identity" }, { location: "atlantis" })),
  "err-062": (local) =>
    refused(local.put(tokens.group, { resourceGroupName: "second" }, { location: "atlantis" })),
  "err-063": (local) => refused(local.put(storage, { accountName: "MySa6198fc68" }, storageBody)),
  "err-064": async (local) => {
    await local.put(storage, { accountName: "platform" }, storageBody);
    return refused(
      local.get("azure-native:storage:BlobContainer", { accountName: "platform", containerName: "none" }),
    );
  },
  "err-065": (local) =>
    refused(
      local.get(tokens.lock, { scope: `${subscription}/resourceGroups/rg`.slice(1), lockName: "none" }),
    ),
  "err-068": async (local) => {
    await putNetwork(local);
    await putSubnet(local, "nodes", "10.224.0.0/24");
    await putEndpoint(local);
    const { id } = await local.put(
      tokens.privateZone,
      { privateZoneName: "privatelink.vaultcore.azure.net" },
      { location: "global" },
    );
    const put = (name: string) =>
      local.put(
        tokens.dnsZoneGroup,
        { privateEndpointName: "vault", privateDnsZoneGroupName: name },
        { privateDnsZoneConfigs: [{ name: "vault", privateDnsZoneId: id }] },
      );
    await put("one");
    return refused(put("two"));
  },
  "err-071": async (local) => {
    await putCluster(local, {});
    const user = { name: "user", mode: "User", count: 1, vmSize: "Standard_D2s_v5" };
    return refused(putCluster(local, { agentPoolProfiles: [...leastCluster.agentPoolProfiles, user] }));
  },
};

/** Answers that depend on what a local Azure has not: quotas, policies, permissions, closed regions. Faults give them. */
const injected: readonly string[] = [
  "err-002",
  "err-006",
  "err-014",
  "err-016",
  "err-018",
  "err-019",
  "err-022",
  "err-036",
  "err-037",
  "err-052",
  "err-057",
  "err-058",
  "err-059",
];

const unsupportedType = "the resource type is not in the local Azure";

/** Answers that the local Azure never gives, and why. */
const neverGiven: Readonly<Record<string, string>> = {
  "err-008": "the wording of 2022 and 2023; err-007 is the one of today",
  "err-009": unsupportedType,
  "err-010": unsupportedType,
  "err-011": unsupportedType,
  "err-012": unsupportedType,
  "err-015": "its text is not known",
  "err-017": "its status and code are not known",
  "err-029":
    "the provider's own words for a resource that vanished between write and read; nothing vanishes here",
  "err-030": "the provider's own words; its tests are those of local/azure/provider",
  "err-031": "there is no HTTP between the provider and the local Azure",
  "err-035": "an older wording of err-034",
  "err-048": unsupportedType,
  "err-049": unsupportedType,
  "err-050": unsupportedType,
  "err-060": "Azure has let workspaces of different groups have one name since 2020",
  "err-066": unsupportedType,
  "err-067": unsupportedType,
  "err-069": unsupportedType,
  "err-070": unsupportedType,
};

describe("collected errors of Azure", () => {
  let local: LocalArm;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
  });
  afterEach(() => {
    local.close();
  });

  it("are all accounted for, once", () => {
    const known = [...Object.keys(provoked), ...injected, ...Object.keys(neverGiven)];
    assert.deepEqual(known.sort(), collected.map(({ id }) => id).sort());
  });

  for (const error of collected) {
    const provoke = provoked[error.id];
    if (provoke !== undefined) {
      it(`${error.id} ${error.operation}: ${error.code}`, async () => {
        agrees(await provoke(local), error);
      });
    } else if (injected.includes(error.id)) {
      it(`${error.id} ${error.operation}: ${error.code}, as a fault`, async () => {
        const { status = 400, code, message } = error;
        const phase = status === 200 ? "accepted" : "refused";
        await injectFault(local.stateDirectory, {
          token: "*",
          operation: "put",
          phase,
          count: 1,
          error: { status, code, message },
        });
        const given = await refused(putNetwork(local));
        agrees(given, error);
        assert.equal(given.accepted !== undefined, phase === "accepted");
      });
    }
  }
});

/** The answer has the collected status, code and text; `{…}` in the text stands for anything. */
function agrees(given: ArmError, error: CollectedError): void {
  if (error.status !== undefined) assert.equal(given.status, error.status);
  if (error.code !== "") assert.equal(given.code, error.code);
  const detail = given.detail.startsWith("{")
    ? (text(parseBody(given.detail), "message") ?? "")
    : given.detail;
  if (error.message !== "") assert.match(detail, pattern(error.message));
}

function pattern(message: string): RegExp {
  const cut = message.endsWith("...");
  const source = (cut ? message.slice(0, -3) : message)
    .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replace(/\{[^}]*\}/g, "[^]+?");
  return new RegExp(`^${source}${cut ? "" : "$"}`);
}
