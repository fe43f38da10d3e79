/** What is said at a preview, and what is refused at a create. */
import assert from "node:assert/strict";
import { ArmError } from "../../../../local/azure/arm/service.ts";
import { Schema } from "../../../../local/azure/metadata/schema.ts";
import { findings, findingText } from "../../../../local/azure/provider/check/findings.ts";
import { Unknown, type PropertyMap } from "../../../../local/provider/values.ts";
import { ScriptedArm } from "../behaviour/scripted-arm.ts";
import { initFailureOf } from "../behaviour/init-failure.ts";
import { withPlugin } from "../behaviour/with-plugin.ts";
import { urnOf } from "../../provider/provider-client.ts";
import { failureOf } from "./azure-plugin.ts";

const schema = new Schema();

function textsOf(name: string, inputs: PropertyMap): string[] {
  const type = schema.resource(`azure-native:${name}`);
  assert.ok(type);
  return findings(type.inputs, inputs, schema).map(findingText);
}

describe("findings that the provider passes and Azure does not", () => {
  it("are names that the type does not have, at every depth", () => {
    assert.deepEqual(
      textsOf("keyvault:Vault", {
        __createBeforeDelete: true,
        azureApiVersion: "2024-11-01",
        properties: {
          tenantID: "x",
          sku: { family: "A", name: "standard" },
          networkAcls: { ipRules: [{ cidr: "x" }] },
        },
      }),
      [
        "'properties.tenantID' is no property of this type, and Azure never gets it; did you mean 'tenantId'?",
        "'properties.networkAcls.ipRules[0].cidr' is no property of this type, and Azure never gets it",
      ],
    );
  });

  it("are values outside of a closed enumeration, whatever their letter case", () => {
    const texts = (name: string): string[] =>
      textsOf("keyvault:Vault", { properties: { sku: { family: "A", name } } });
    assert.deepEqual(texts("gold"), [
      "'properties.sku.name' is 'gold', which Azure refuses; allowed: standard, premium",
    ]);
    assert.deepEqual(texts("Premium"), []);
  });

  it("are slips in an open enumeration, and not values that only Azure knows", () => {
    const texts = (publicNetworkAccess: string): string[] =>
      textsOf("containerregistry:Registry", { publicNetworkAccess });
    assert.deepEqual(texts("Disabeld"), [
      "'publicNetworkAccess' is 'Disabeld', which the SDK does not list, and Azure may refuse it; it lists: Enabled, Disabled",
    ]);
    assert.deepEqual(texts("SecuredByPerimeter"), []);
    const version = (tls: string): string[] => textsOf("storage:StorageAccount", { minimumTlsVersion: tls });
    assert.deepEqual(version("TLS1_4"), []);
  });

  it("take the alternative that a constant chooses, and keep silent about the unknown", () => {
    assert.deepEqual(
      textsOf("monitor:MetricAlert", {
        criteria: {
          odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
          allOff: [],
        },
        severity: new Unknown(),
        tags: { anything: "goes" },
      }),
      ["'criteria.allOff' is no property of this type, and Azure never gets it; did you mean 'allOf'?"],
    );
  });
});

describe("refusals of the provider, over gRPC", function () {
  this.timeout(20_000);
  const vault = "azure-native:keyvault:Vault";
  const id = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault";

  it("come in Azure's form for a value outside of a closed enumeration, and nothing is created", async () => {
    const arm = new ScriptedArm();
    await withPlugin(arm, async (azure) => {
      const inputs = {
        resourceGroupName: "rg",
        vaultName: "vault",
        location: "westus",
        properties: { tenantId: "t", sku: { family: "A", name: "gold" } },
      };
      await azure.client.create(urnOf(vault), inputs, { preview: true });
      assert.equal(azure.warnings.length, 1);
      assert.match(
        await failureOf(azure.client.create(urnOf(vault), inputs)),
        /^Status=400 Code="InvalidRequestContent" Message=".*"gold".*standard, premium/,
      );
    });
    assert.equal(arm.puts.length, 0);
  });

  it("name a name that Azure does not take", async () => {
    await withPlugin(new ScriptedArm(), async (azure) => {
      const type = "azure-native:network:VirtualNetwork";
      const inputs = { resourceGroupName: "rg", virtualNetworkName: "vnet-", location: "westus" };
      await azure.client.create(urnOf(type), inputs, { preview: true });
      assert.match(azure.warnings.join(), /InvalidResourceName: The name 'vnet-' is invalid/);
      assert.match(
        await failureOf(azure.client.create(urnOf(type), inputs)),
        /^Status=400 Code="InvalidResourceName" Message="The name 'vnet-' is invalid: /,
      );
    });
  });

  it("never send an undeclared property to Azure", async () => {
    const arm = new ScriptedArm();
    await withPlugin(arm, (azure) =>
      azure.create(vault, "vault", {
        resourceGroupName: "rg",
        location: "westus",
        nosuch: 1,
        properties: { tenantId: "t", sku: { family: "A", name: "standard", nosuch: 2 } },
      }),
    );
    assert.deepEqual(arm.puts[0]?.body, {
      location: "westus",
      properties: { tenantId: "t", sku: { family: "A", name: "standard" }, accessPolicies: [] },
    });
  });

  it("keep what Azure accepted before the time was over", async () => {
    let accepted = false;
    const arm = new ScriptedArm({
      put: ({ signal }) => {
        accepted = true;
        return new Promise((_, reject) => {
          signal?.addEventListener("abort", () => reject(new Error("gave up")), { once: true });
        });
      },
      get: (token, asked) => {
        if (!accepted) {
          throw new ArmError(404, "ResourceNotFound", "not there");
        }
        return {
          id: asked,
          token,
          outputs: { name: "vault", properties: { provisioningState: "Creating" } },
        };
      },
    });
    const failure = await withPlugin(
      arm,
      (azure) =>
        initFailureOf(
          azure.client.create(
            urnOf(vault),
            {
              resourceGroupName: "rg",
              vaultName: "vault",
              location: "westus",
              properties: { tenantId: "t", sku: { family: "A", name: "standard" } },
            },
            { timeoutSeconds: 0.05 },
          ),
        ),
      { subscriptionId: "s" },
    );
    assert.equal(failure.id, id);
    assert.deepEqual(failure.reasons, ["operation timed out"]);
    assert.equal(failure.properties.name, "vault");
  });

  it("pass when Azure asks for patience: the work is done again", async () => {
    let tries = 0;
    const arm = new ScriptedArm({
      put: (request) => {
        tries++;
        if (tries < 3) {
          throw new ArmError(409, "AnotherOperationInProgress", "wait");
        }
        return { id: request.id, token: request.token, outputs: { name: "rt" } };
      },
    });
    await withPlugin(arm, (azure) =>
      azure.create("azure-native:network:RouteTable", "rt", { resourceGroupName: "rg", location: "westus" }),
    );
    assert.deepEqual(arm.waits, [20, 60]);
  });
});
