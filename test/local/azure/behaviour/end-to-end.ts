import assert from "node:assert/strict";
import { z } from "zod";
import { Schema } from "../../../../local/azure/metadata/schema.ts";
import { diff } from "../../../../local/azure/provider/diff/diff.ts";
import { urnOf } from "../../provider/provider-client.ts";
import type { AzurePlugin } from "../provider/azure-plugin.ts";
import type { Fact, FactCheck } from "./fact.ts";
import { ScriptedArm } from "./scripted-arm.ts";
import { withPlugin } from "./with-plugin.ts";

const schema = new Schema();
const region = "westeurope";

/** A made resource. */
type Made = Awaited<ReturnType<AzurePlugin["create"]>>;

/** Inside of a real local Azure with a resource group `rg`. */
function inGroup(run: (azure: AzurePlugin) => Promise<void>): Promise<void> {
  return withPlugin(
    undefined,
    async (azure) => {
      await azure.create("azure-native:resources:ResourceGroup", "rg", { resourceGroupName: "rg" });
      await run(azure);
    },
    { location: region },
  );
}

/** How many of the resources a refresh finds changed. */
async function refreshChanges(azure: AzurePlugin, made: readonly Made[]): Promise<number> {
  let changes = 0;
  for (const one of made) {
    const read = await azure.client.read(one.urn, one.id, one.outputs, one.inputs);
    assert.equal(read.id, one.id);
    const { changes: changed } = await azure.client.diff(
      one.urn,
      one.id,
      read.inputs ?? {},
      read.outputs,
      one.inputs,
    );
    changes += changed ? 1 : 0;
  }
  return changes;
}

/** A security group and a rule that is a resource of its own. */
async function ruleOutsideOfItsGroup(fact: Fact): Promise<void> {
  const { afterCreate, afterTagUpdate } = z
    .object({
      afterCreate: z.object({ securityRules: z.number() }),
      afterTagUpdate: z.object({ securityRules: z.number(), op: z.literal("update") }),
    })
    .parse(fact.expect);
  const count = (outputs: Made["outputs"]): number =>
    z.array(z.unknown()).default([]).parse(outputs.securityRules).length;
  await inGroup(async (azure) => {
    const type = "azure-native:network:NetworkSecurityGroup";
    const program = { resourceGroupName: "rg", networkSecurityGroupName: "nsg" };
    const nsg = await azure.create(type, "nsg", program);
    const rule = await azure.create("azure-native:network:SecurityRule", "rule", {
      resourceGroupName: "rg",
      networkSecurityGroupName: "nsg",
      securityRuleName: "rule",
      priority: 100,
      direction: "Inbound",
      access: "Allow",
      protocol: "Tcp",
      sourceAddressPrefix: "*",
      sourcePortRange: "*",
      destinationAddressPrefix: "*",
      destinationPortRange: "443",
    });
    assert.equal(count(nsg.outputs), afterCreate.securityRules);

    const { inputs } = await azure.check(
      type,
      "nsg",
      { ...program, tags: { a: "b" } },
      { oldInputs: nsg.inputs },
    );
    const diffed = await azure.client.diff(nsg.urn, nsg.id, nsg.inputs, nsg.outputs, inputs);
    assert.equal(diffed.replaces.length === 0 && diffed.changes ? "update" : "other", afterTagUpdate.op);
    const outputs = await azure.client.update(nsg.urn, nsg.id, nsg.inputs, nsg.outputs, inputs);
    assert.equal(count(outputs), afterTagUpdate.securityRules);
    assert.equal(
      await refreshChanges(azure, [{ ...nsg, inputs, outputs }, rule]),
      fact.expect.refreshChanges,
    );
  });
}

async function parallelSubnets(fact: Fact): Promise<void> {
  await inGroup(async (azure) => {
    const vnet = await azure.create("azure-native:network:VirtualNetwork", "vnet", {
      resourceGroupName: "rg",
      virtualNetworkName: "vnet",
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    });
    const subnets = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        azure.create("azure-native:network:Subnet", `subnet${index}`, {
          resourceGroupName: "rg",
          virtualNetworkName: "vnet",
          subnetName: `subnet${index}`,
          addressPrefix: `10.0.${index}.0/24`,
        }),
      ),
    );
    assert.equal(new Set(subnets.map((subnet) => subnet.id)).size === 8, fact.expect.ok);
    assert.equal(await refreshChanges(azure, [vnet, ...subnets]), fact.expect.refreshChanges);
  });
}

/** The steps of the fact, with the vault's secret; keys are not supported. */
async function recoveredSecret(fact: Fact): Promise<void> {
  await inGroup(async (azure) => {
    const client = await azure.client.invoke("azure-native:authorization:getClientConfig");
    const vault = await azure.create("azure-native:keyvault:Vault", "vault", {
      resourceGroupName: "rg",
      vaultName: "recovered-vault",
      properties: {
        sku: { family: "A", name: "standard" },
        tenantId: client.tenantId ?? null,
        enableSoftDelete: true,
        enableRbacAuthorization: true,
      },
    });
    const make = (): Promise<Made> =>
      azure.create("azure-native:keyvault:Secret", "secret", {
        resourceGroupName: "rg",
        vaultName: "recovered-vault",
        secretName: "secret",
        properties: { value: "first" },
      });
    const first = await make();
    await azure.client.delete(first.urn, first.id, first.outputs, first.inputs);
    const again = await make();
    assert.equal(again.id, first.id);
    const { secretUri } = z.object({ secretUri: z.string() }).parse(again.outputs.properties);
    assert.ok(z.array(z.string()).parse(fact.expect.outputsNonEmpty).includes("secretUri"));
    assert.match(secretUri, /^https:\/\/recovered-vault\./);
    assert.equal(await refreshChanges(azure, [vault, again]), fact.expect.refreshChanges);
  });
}

export const endToEnd: Readonly<Record<string, FactCheck>> = {
  e2e: async (fact) => {
    switch (fact.name) {
      case "AKS: changing dnsServiceIP replaces": {
        const { change } = z
          .object({ change: z.object({ "networkProfile.dnsServiceIP": z.tuple([z.string(), z.string()]) }) })
          .parse(fact.given);
        const [before, after] = change["networkProfile.dnsServiceIP"];
        const type = schema.resource(z.string().parse(fact.given.type));
        assert.ok(type);
        const result = diff(type, schema, {
          oldInputs: { networkProfile: { dnsServiceIP: before } },
          oldOutputs: {},
          inputs: { networkProfile: { dnsServiceIP: after } },
        });
        assert.equal(result.replaces.length > 0 ? "replace" : "update", fact.expect.op);
        return;
      }
      case "re-created Key Vault secret and key are recovered from soft delete":
        return recoveredSecret(fact);
      case "NSG rules made outside the NSG show up only after its next update":
        return ruleOutsideOfItsGroup(fact);
      case "parallel subnets of one VNet succeed":
        return parallelSubnets(fact);
      case "deleting a singleton resets it": {
        // Service Bus is not supported; the rule set of Event Hubs is the same thing.
        const arm = new ScriptedArm();
        const id =
          "/subscriptions/s/resourceGroups/rg/providers/Microsoft.EventHub/namespaces/n/networkRuleSets/default";
        await withPlugin(arm, (azure) =>
          azure.client.delete(urnOf("azure-native:eventhub:NamespaceNetworkRuleSet"), id),
        );
        assert.equal(fact.expect.deleteDoes, "PUT of the default body");
        assert.deepEqual(arm.calls, [`put ${id}`]);
        const { defaultBody } = schema.resource("azure-native:eventhub:NamespaceNetworkRuleSet") ?? {};
        assert.deepEqual(arm.puts[0]?.body, defaultBody);
        return;
      }
      default:
        throw new Error(`no check for '${fact.name}'`);
    }
  },
};
