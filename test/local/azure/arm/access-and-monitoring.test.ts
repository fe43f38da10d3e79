import assert from "node:assert/strict";
import { localAccount } from "../../../../local/azure/arm/account.ts";
import { objects, text } from "../../../../local/azure/arm/body.ts";
import type { ArmBody } from "../../../../local/azure/arm/service.ts";
import { LocalArm, location, refused } from "./local-arm.ts";
import { leastCluster, tokens } from "./platform.ts";
import { testRefusals } from "./refusal-cases.ts";

const assignment = "0b9b9a2e-1111-4a4a-9c9c-000000000001";
const role = `/subscriptions/${localAccount.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d`;

describe("identities and roles of the local Azure", () => {
  let local: LocalArm;
  let scope: string;
  beforeEach(async () => {
    local = await LocalArm.open();
    scope = (await local.group()).id.slice(1);
  });
  afterEach(() => {
    local.close();
  });

  testRefusals(
    () => local,
    [
      {
        what: "a principal that is none",
        token: tokens.role,
        parameters: { scope: "subscriptions/s", roleAssignmentName: assignment },
        body: { principalId: "me", roleDefinitionId: role },
        code: "InvalidPrincipalId",
      },
      {
        what: "a role that is none",
        token: tokens.role,
        parameters: { scope: "subscriptions/s", roleAssignmentName: assignment },
        body: { principalId: localAccount.objectId, roleDefinitionId: "AcrPull" },
        code: "InvalidRoleDefinitionId",
      },
      {
        what: "an assignment that is no UUID",
        token: tokens.role,
        parameters: { scope: "subscriptions/s", roleAssignmentName: "mine" },
        body: { principalId: localAccount.objectId, roleDefinitionId: role },
        code: "InvalidRoleAssignmentId",
      },
      {
        what: "a role on what is not there",
        token: tokens.role,
        parameters: {
          scope: `subscriptions/${localAccount.subscriptionId}/resourceGroups/none`,
          roleAssignmentName: assignment,
        },
        body: { principalId: localAccount.objectId, roleDefinitionId: role },
        status: 404,
        code: "ResourceGroupNotFound",
      },
      {
        what: "an issuer that is no URL",
        token: tokens.credential,
        parameters: { resourceName: "identity", federatedIdentityCredentialResourceName: "idea" },
        body: { issuer: "issuer", subject: "s", audiences: ["a"] },
        status: 404,
        code: "ParentResourceNotFound",
      },
    ],
  );

  it("have principals of their own, which change when they are made anew", async () => {
    const parameters = { resourceName: "identity" };
    const first = await local.put(tokens.identity, parameters, { location });
    assert.match(first.id, /\/resourcegroups\/rg\/providers\/Microsoft\.ManagedIdentity\//);
    assert.equal(
      (await local.put(tokens.identity, parameters, { location, tags: { a: "b" } })).outputs["principalId"],
      first.outputs["principalId"],
    );
    await local.delete(tokens.identity, parameters);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.notEqual(
      (await local.put(tokens.identity, parameters, { location })).outputs["principalId"],
      first.outputs["principalId"],
    );
  });

  it("must say that an identity is a service principal", async () => {
    const { outputs } = await local.put(tokens.identity, { resourceName: "identity" }, { location });
    const put = (principalType?: string) =>
      local.put(
        tokens.role,
        { scope, roleAssignmentName: assignment },
        {
          principalId: outputs["principalId"] ?? "",
          roleDefinitionId: role,
          ...(principalType === undefined ? {} : { principalType }),
        },
      );
    assert.equal((await refused(put())).code, "UnmatchedPrincipalType");
    const written = await put("ServicePrincipal");
    assert.equal(written.outputs["scope"], `/${scope}`);
    assert.equal(written.outputs["name"], assignment);
  });

  it("go with their scope", async () => {
    const identity = await local.put(tokens.identity, { resourceName: "identity" }, { location });
    const parameters = { scope: identity.id.slice(1), roleAssignmentName: assignment };
    await local.put(tokens.role, parameters, { principalId: localAccount.objectId, roleDefinitionId: role });
    await local.delete(tokens.identity, { resourceName: "identity" });
    assert.equal((await refused(local.get(tokens.role, parameters))).status, 404);
  });

  it("trust a subject of an issuer once", async () => {
    await local.put(tokens.identity, { resourceName: "identity" }, { location });
    const body = {
      issuer: "https://issuer.example/",
      subject: "system:serviceaccount:a:b",
      audiences: ["api://AzureADTokenExchange"],
    };
    const put = (name: string, change: ArmBody = {}) =>
      local.put(
        tokens.credential,
        { resourceName: "identity", federatedIdentityCredentialResourceName: name },
        { ...body, ...change },
      );
    await put("one");
    await put("one");
    assert.equal((await refused(put("two"))).status, 409);
    assert.equal((await refused(put("two", { audiences: [] }))).status, 400);
    await put("two", { subject: "system:serviceaccount:a:c" });
  });

  it("tell who is signed in", async () => {
    const { clientId, objectId, subscriptionId, tenantId } = localAccount;
    const config = await local.arm.invoke("azure-native:authorization:getClientConfig", {});
    assert.deepEqual(config, { clientId, objectId, subscriptionId, tenantId });
    const identity = await local.put(tokens.identity, { resourceName: "identity" }, { location });
    const read = await local.arm.invoke("azure-native:managedidentity:getUserAssignedIdentity", {
      resourceGroupName: "rg",
      resourceName: "identity",
    });
    assert.deepEqual(read, { ...identity.outputs, id: identity.id });
    const unknown = await refused(local.arm.invoke("azure-native:tea:getPot", {}));
    assert.match(unknown.detail, /^not implemented in the local Azure: function azure-native:tea:getPot$/);
  });
});

describe("monitoring of the local Azure", () => {
  let local: LocalArm;
  let workspaceId: string;
  beforeEach(async () => {
    local = await LocalArm.open();
    await local.group();
    workspaceId = (
      await local.put("azure-native:operationalinsights:Workspace", { workspaceName: "logs" }, { location })
    ).id;
  });
  afterEach(() => {
    local.close();
  });
  const setting = "azure-native:monitor:DiagnosticSetting";
  const ruleToken = "azure-native:monitor:DataCollectionRule";

  it("sends logs once to one place", async () => {
    const { id } = await local.put(tokens.cluster, { resourceName: "aks" }, leastCluster);
    const put = (name: string, body: ArmBody) => local.put(setting, { resourceUri: id.slice(1), name }, body);
    const logs = [{ category: "kube-apiserver", enabled: true }];
    await put("one", { workspaceId, logs });
    const twice = await refused(put("two", { workspaceId, logs }));
    assert.equal(twice.status, 409);
    await put("two", { workspaceId, logs: [{ category: "kube-audit", enabled: true }] });
    assert.match((await refused(put("three", { logs }))).detail, /has no destination/);
    assert.match(
      (await refused(put("three", { workspaceId: workspaceId.replace("logs", "none"), logs }))).detail,
      /was not found/,
    );
    const both = { workspaceId, logs: [{ category: "a", categoryGroup: "allLogs", enabled: true }] };
    assert.match((await refused(put("three", both))).detail, /either a category or a category group/);
    await local.delete(tokens.cluster, { resourceName: "aks" });
    assert.equal((await refused(local.get(setting, { resourceUri: id.slice(1), name: "one" }))).status, 404);
  });

  it("collects data into places that are declared", async () => {
    const put = (destination: string) =>
      local.put(
        ruleToken,
        { dataCollectionRuleName: "rule" },
        {
          location,
          destinations: { logAnalytics: [{ name: "logs", workspaceResourceId: workspaceId }] },
          dataFlows: [
            { streams: ["Microsoft-ContainerInsights-Group-Default"], destinations: [destination] },
          ],
        },
      );
    assert.match((await refused(put("elsewhere"))).detail, /'elsewhere' at 'properties\.dataFlows\[0\]'/);
    const { outputs } = await put("logs");
    assert.match(text(outputs, "immutableId") ?? "", /^dcr-[0-9a-f]{32}$/);
    const [destination] = objects(outputs, "destinations.logAnalytics");
    const workspace = await local.arm.get("azure-native:operationalinsights:Workspace", workspaceId);
    assert.equal(destination?.["workspaceId"], workspace.outputs["customerId"]);
  });

  it("associates a rule or an endpoint", async () => {
    const { id } = await local.put(tokens.cluster, { resourceName: "aks" }, leastCluster);
    const endpoint = await local.put(
      "azure-native:monitor:DataCollectionEndpoint",
      { dataCollectionEndpointName: "dce" },
      { location },
    );
    const put = (associationName: string, body: ArmBody) =>
      local.put(
        "azure-native:monitor:DataCollectionRuleAssociation",
        { resourceUri: id.slice(1), associationName },
        body,
      );
    assert.equal((await refused(put("mine", {}))).code, "InvalidPayload");
    assert.equal(
      (await refused(put("mine", { dataCollectionEndpointId: endpoint.id }))).code,
      "InvalidAssociationName",
    );
    await put("configurationAccessEndpoint", { dataCollectionEndpointId: endpoint.id });
  });

  it("makes a group for a monitor workspace, and removes it with it", async () => {
    const token = "azure-native:monitor:AzureMonitorWorkspace";
    const { outputs } = await local.put(token, { azureMonitorWorkspaceName: "metrics" }, { location });
    assert.match(
      text(outputs, "metrics.prometheusQueryEndpoint") ?? "",
      /^https:\/\/metrics-[0-9a-f]{4}\.westeurope\.prometheus\.monitor\.azure\.com$/,
    );
    const group = { resourceGroupName: "MA_metrics_westeurope_managed" };
    await local.get(tokens.group, group);
    await local.delete(token, { azureMonitorWorkspaceName: "metrics" });
    assert.equal((await refused(local.get(tokens.group, group))).status, 404);
  });

  it("takes Application Insights with a workspace only", async () => {
    const token = "azure-native:applicationinsights:Component";
    const put = (body: ArmBody) =>
      local.put(
        token,
        { resourceName: "traces" },
        { location, kind: "web", applicationType: "web", ...body },
      );
    assert.match((await refused(put({}))).detail, /^Classic Application Insights is retired/);
    const { outputs } = await put({ workspaceResourceId: workspaceId });
    assert.match(
      text(outputs, "connectionString") ?? "",
      /^InstrumentationKey=[0-9a-f-]{36};IngestionEndpoint=https:\/\//,
    );
  });

  it("alerts within limits", async () => {
    const { id } = await local.put(tokens.cluster, { resourceName: "aks" }, leastCluster);
    const put = (change: ArmBody) =>
      local.put(
        "azure-native:monitor:MetricAlert",
        { ruleName: "cpu" },
        {
          location: "global",
          enabled: true,
          severity: 2,
          evaluationFrequency: "PT5M",
          windowSize: "PT15M",
          scopes: [id],
          criteria: {},
          ...change,
        },
      );
    await put({});
    const wrong: ArmBody[] = [
      { severity: 9 },
      { evaluationFrequency: "PT2M" },
      { evaluationFrequency: "PT1H" },
      { scopes: [] },
      { scopes: [`${id}x`] },
      { location },
    ];
    for (const change of wrong) {
      assert.equal((await refused(put(change))).status, 400);
    }
  });
});
