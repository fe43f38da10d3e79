import assert from "node:assert/strict";
import { status as grpcStatus } from "@grpc/grpc-js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import { z } from "zod";
import { ArmError, type ArmBody, type ArmResource } from "../../../../local/azure/arm/service.ts";
import { invokeOutputs } from "../../../../local/azure/provider/invoke-outputs.ts";
import { driftedInputs } from "../../../../local/azure/provider/read/drifted-inputs.ts";
import { isGone } from "../../../../local/azure/provider/read/not-found.ts";
import { tokenEndpoint } from "../../../../local/azure/provider/token-endpoint.ts";
import { canCreate } from "../../../../local/azure/provider/write/existence.ts";
import { isRetried, retryDelays } from "../../../../local/azure/provider/write/retry.ts";
import type { PropertyMap } from "../../../../local/provider/values.ts";
import { encodeStruct } from "../../../../local/provider/wire.ts";
import { urnOf } from "../../provider/provider-client.ts";
import { AzurePlugin, failureOf, subscription } from "../provider/azure-plugin.ts";
import { factValue, properties, valueOf, type Fact, type FactCheck } from "./fact.ts";
import { initFailureOf } from "./init-failure.ts";
import { ScriptedArm } from "./scripted-arm.ts";
import { withPlugin } from "./with-plugin.ts";

const routeTable = "azure-native:network:RouteTable";
const group = `/subscriptions/${subscription}/resourceGroups/rg`;
const routeTableId = `${group}/providers/Microsoft.Network/routeTables/rt`;
const routeTableInputs: PropertyMap = { resourceGroupName: "rg", routeTableName: "rt", location: "westus" };

function answer(outputs: ArmBody, id = routeTableId, token = routeTable): ArmResource {
  return { id, token, outputs };
}

const configure: FactCheck = async (fact) => {
  const azure = await AzurePlugin.start(new ScriptedArm());
  try {
    await configureCheck(fact, azure);
  } finally {
    await azure.stop();
  }
};

async function configureCheck(fact: Fact, azure: AzurePlugin): Promise<void> {
  switch (fact.name) {
    case "v3 refuses an old CLI": {
      const { request } = z
        .object({ request: z.object({ sendsOldInputs: z.boolean(), sendsOldInputsToDelete: z.boolean() }) })
        .parse(fact.given);
      assert.equal(await failureOf(azure.configure({}, request)), fact.expect.error);
      return;
    }
    case "capabilities": {
      const response = (await azure.configure()).toObject();
      const found: Record<string, unknown> = {
        supportsPreview: response.supportspreview,
        supportsAutonamingConfiguration: response.supportsAutonamingConfiguration,
        acceptSecrets: response.acceptsecrets,
        acceptResources: response.acceptresources,
        acceptOutputs: response.acceptoutputs,
      };
      for (const [name, value] of Object.entries(
        z.record(z.string(), z.boolean()).parse(fact.expect.response),
      )) {
        assert.equal(found[name], value, name);
      }
      for (const name of z.array(z.string()).parse(fact.expect.absent)) {
        assert.equal(found[name], false, name);
      }
      // An engine that shakes hands hears the same.
      const handshake = await azure.client.handshake(azure.engine.address);
      assert.deepEqual(handshake, { acceptSecrets: false, autonaming: true });
      return;
    }
    case "CheckConfig echoes": {
      const { news } = z.object({ news: properties }).parse(fact.given);
      const request = new providerPb.CheckRequest();
      request.setUrn(urnOf("pulumi:providers:azure-native"));
      request.setNews(encodeStruct(news));
      const response = await new Promise<InstanceType<typeof providerPb.CheckResponse>>((resolve, reject) => {
        azure.client.raw.checkConfig(request, (error, one) =>
          error === null ? resolve(one) : reject(error),
        );
      });
      assert.deepEqual(
        { inputs: response.getInputs()?.toJavaScript(), failures: response.getFailuresList() },
        fact.expect,
      );
      return;
    }
    case "DiffConfig never replaces": {
      const { olds, news } = z.object({ olds: properties, news: properties }).parse(fact.given);
      const request = new providerPb.DiffRequest();
      request.setUrn(urnOf("pulumi:providers:azure-native"));
      request.setOldInputs(encodeStruct(olds));
      request.setNews(encodeStruct(news));
      const response = await new Promise<InstanceType<typeof providerPb.DiffResponse>>((resolve, reject) => {
        azure.client.raw.diffConfig(request, (error, one) => (error === null ? resolve(one) : reject(error)));
      });
      assert.deepEqual(
        {
          changes: response.getChanges(),
          replaces: response.getReplacesList(),
          stables: response.getStablesList(),
          deleteBeforeReplace: response.getDeletebeforereplace(),
        },
        fact.expect,
      );
      return;
    }
    case "GetSchema version": {
      const request = new providerPb.GetSchemaRequest();
      request.setVersion(z.number().parse(fact.given.version));
      const asked = new Promise((resolve, reject) => {
        azure.client.raw.getSchema(request, (error, one) => (error === null ? resolve(one) : reject(error)));
      });
      assert.equal(await failureOf(asked), fact.expect.error);
      return;
    }
    default:
      throw new Error(`no check for '${fact.name}'`);
  }
}

const create: FactCheck = async (fact) => {
  if (fact.given.singleton === true) {
    const arm = new ScriptedArm();
    await withPlugin(arm, (azure) =>
      azure.create("azure-native:eventhub:NamespaceNetworkRuleSet", "rules", {
        resourceGroupName: "rg",
        namespaceName: "events",
      }),
    );
    const before = arm.calls.slice(
      0,
      arm.calls.findIndex((call) => call.startsWith("put ")),
    );
    assert.equal(before.length, fact.expect.calls);
    assert.equal(arm.puts.length === 1, fact.expect.ok);
    return;
  }
  const given = z.object({ put: z.string(), answerId: z.string() }).parse(fact.given);
  const arm = new ScriptedArm({
    put: (request) => answer({}, given.answerId, request.token),
    get: (token, id) => {
      if (id === given.answerId) {
        return answer({}, id, token);
      }
      throw new ArmError(404, "ResourceNotFound", "not there");
    },
  });
  await withPlugin(
    arm,
    async (azure) => {
      const made = await azure.create("azure-native:containerservice:ManagedCluster", "c", {
        resourceGroupName: "rg",
        resourceName: "c",
        location: "westus",
      });
      assert.equal(arm.puts[0]?.id, given.put);
      assert.equal(made.id, fact.expect.id);
    },
    { subscriptionId: "s" },
  );
};

const errorFormat: FactCheck = async (fact) => {
  switch (fact.name) {
    case "with a code": {
      const { status, body } = z
        .object({
          status: z.number(),
          body: z.object({ error: z.object({ code: z.string(), message: z.string() }) }),
        })
        .parse(fact.given);
      return putFails(new ArmError(status, body.error.code, body.error.message), fact);
    }
    case "without a code": {
      const { status, body } = z.object({ status: z.number(), body: z.unknown() }).parse(fact.given);
      return putFails(new ArmError(status, undefined, JSON.stringify(body)), fact);
    }
    case "body without an error envelope (AKS, diagnostic settings)": {
      const { status, body } = z.object({ status: z.number(), body: z.string() }).parse(fact.given);
      const { code } = z.object({ code: z.string() }).parse(JSON.parse(body));
      return putFails(new ArmError(status, code, body), fact);
    }
    case "time-out":
      return timesOut(fact);
    case "existing resource":
    case "existing subresource that is not in its default state":
    case "existence check refused":
      return existence(fact);
    case "failed after acceptance":
      return failsLater(fact);
    case "accepted, failed, and the read that follows fails":
      return failsLaterUnread(fact);
    case "IsNotFound": {
      const statuses = z.array(z.number()).parse(fact.given.statuses);
      assert.deepEqual(
        statuses.map((status) => isGone({ status, code: "ResourceNotFound" })),
        fact.expect.notFound,
      );
      return;
    }
    default:
      throw new Error(`no check for '${fact.name}'`);
  }
};

/** How the engine hears of a refusal. */
async function putFails(error: ArmError, fact: Fact): Promise<void> {
  const arm = new ScriptedArm({ put: () => Promise.reject(error) });
  const message = await withPlugin(arm, (azure) =>
    failureOf(azure.create(routeTable, "rt", routeTableInputs)),
  );
  assert.equal(message, fact.expect.error);
}

async function timesOut(fact: Fact): Promise<void> {
  const arm = new ScriptedArm({
    put: ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(new Error("gave up")), { once: true });
      }),
  });
  const message = await withPlugin(arm, (azure) =>
    failureOf(azure.client.create(urnOf(routeTable), routeTableInputs, { timeoutSeconds: 0.05 })),
  );
  assert.equal(message, fact.expect.error);
}

async function existence(fact: Fact): Promise<void> {
  const { id } = z.object({ id: z.string() }).parse(fact.given);
  const status = z.object({ status: z.number() }).safeParse(fact.given).data?.status;
  const subresource = fact.name.startsWith("existing subresource");
  const type = subresource ? "azure-native:sql:ServerBlobAuditingPolicy" : routeTable;
  const inputs: PropertyMap = subresource
    ? { resourceGroupName: "rg", serverName: "sql", blobAuditingPolicyName: "default", state: "Enabled" }
    : routeTableInputs;
  const arm = new ScriptedArm({
    get: (token, asked) => {
      if (status !== undefined) {
        throw new ArmError(status, "AuthorizationFailed", "no");
      }
      return answer({ state: "Enabled" }, asked, token);
    },
  });
  const message = await withPlugin(arm, (azure) => failureOf(azure.create(type, "x", inputs)));
  assert.deepEqual(
    arm.calls.map((call) => call.split(" ")[0]),
    ["get"],
  );
  const asked = arm.calls[0]?.slice("get ".length) ?? "";
  const expected = z.string().parse(fact.expect.error).replace(id, asked);
  if (status === undefined) {
    assert.equal(message, expected);
  } else {
    // `{...}` stands for Azure's answer.
    assert.ok(message.startsWith(expected.replace("{...}", "")), message);
    assert.deepEqual(JSON.parse(message.slice(expected.length - "{...}".length)), {
      error: { code: "AuthorizationFailed", message: "no" },
    });
  }
}

/** An Azure that takes a request and fails later; a read then finds what `found` gives. */
function failingLater(error: ArmError, found: () => ArmResource): ScriptedArm {
  let accepted = false;
  return new ScriptedArm({
    put: () => {
      accepted = true;
      return Promise.reject(error);
    },
    get: () => {
      if (accepted) {
        return found();
      }
      throw new ArmError(404, "ResourceNotFound", "not there");
    },
  });
}

async function failsLater(fact: Fact): Promise<void> {
  const failed = answer({ name: "rt", provisioningState: "Failed" });
  const error = new ArmError(200, "ProvisioningDisabled", "not here", answer({ name: "rt" }));
  const arm = failingLater(error, () => failed);
  const failure = await withPlugin(arm, async (azure) => {
    const { inputs } = await azure.check(routeTable, "rt", routeTableInputs);
    const found = await initFailureOf(azure.client.create(urnOf(routeTable), inputs));
    assert.deepEqual(found.inputs, inputs);
    return found;
  });
  const { grpc } = z
    .object({ grpc: z.object({ code: z.string(), detail: z.string() }).loose() })
    .parse(fact.expect);
  assert.equal(grpcStatus[failure.code], grpc.code.toUpperCase());
  assert.equal(failure.type, `pulumirpc.${grpc.detail}`);
  assert.equal(failure.id, failed.id);
  assert.equal(failure.properties.provisioningState, "Failed");
  assert.deepEqual(failure.reasons, [error.message]);
}

async function failsLaterUnread(fact: Fact): Promise<void> {
  const azureError = z.object({ status: z.number(), code: z.string(), message: z.string() });
  const { operation, read } = z.object({ operation: azureError, read: azureError }).parse(fact.given);
  const arm = failingLater(
    new ArmError(operation.status, operation.code, operation.message, answer({})),
    () => {
      throw new ArmError(read.status, read.code, read.message);
    },
  );
  const message = await withPlugin(arm, (azure) =>
    failureOf(azure.create(routeTable, "rt", routeTableInputs)),
  );
  assert.equal(message, fact.expect.error);
}

const httpStatus: FactCheck = async (fact) => {
  if (fact.name === "DELETE") {
    return deletesGone();
  }
  const { statuses, conflict, delaysSeconds } = z
    .object({
      statuses: z.array(z.number()),
      conflict: z.object({ status: z.number(), codes: z.array(z.string()) }),
      delaysSeconds: z.array(z.number()),
    })
    .parse(fact.expect);
  const all = Array.from({ length: 200 }, (_, index) => 400 + index);
  assert.deepEqual(
    all.filter((status) => isRetried({ status, code: undefined })),
    statuses,
  );
  for (const code of conflict.codes) {
    assert.ok(isRetried({ status: conflict.status, code }));
  }
  assert.ok(!isRetried({ status: conflict.status, code: "Conflict" }));
  assert.deepEqual(retryDelays, delaysSeconds);
  // And the provider does it: three waits, then the error stands.
  const busy = new ScriptedArm({
    put: () => Promise.reject(new ArmError(429, "TooManyRequests", "slow down")),
  });
  const message = await withPlugin(busy, (azure) =>
    failureOf(azure.create(routeTable, "rt", routeTableInputs)),
  );
  assert.equal(message, 'Status=429 Code="TooManyRequests" Message="slow down"');
  assert.deepEqual(busy.waits, delaysSeconds);
  assert.equal(busy.puts.length, delaysSeconds.length + 1);
};

/** Of the answers to a DELETE, a provider without HTTP sees two kinds: done, and an error, of which 404 is none. */
async function deletesGone(): Promise<void> {
  for (const status of [400, 401, 403, 409, 410]) {
    const arm = new ScriptedArm({ delete: () => Promise.reject(new ArmError(status, "X", "no")) });
    const message = await withPlugin(arm, (azure) =>
      failureOf(azure.client.delete(urnOf(routeTable), routeTableId)),
    );
    assert.equal(message, `Status=${status} Code="X" Message="no"`);
  }
  const gone = new ScriptedArm({ delete: () => Promise.reject(new ArmError(404, "X", "gone")) });
  await withPlugin(gone, (azure) => azure.client.delete(urnOf(routeTable), routeTableId));
}

const existenceShape = z.object({
  status: z.number(),
  method: z.enum(["GET", "HEAD"]).optional(),
  body: z.literal("").optional(),
  singleton: z.boolean().optional(),
  isDefault: z.boolean().optional(),
});

const read: FactCheck = async (fact) => {
  switch (fact.name) {
    case "404 with a not-found code means gone":
    case "other errors are errors":
      return readFails(fact);
    case "without old state the inputs are made from the id and the body (import)": {
      const arm = new ScriptedArm({
        get: () =>
          answer({
            name: "rt",
            location: "westus",
            etag: "1",
            tags: { a: "b" },
            provisioningState: "Succeeded",
          }),
      });
      const found = await withPlugin(arm, (azure) => azure.client.read(urnOf(routeTable), routeTableId));
      assert.deepEqual(found.inputs, {
        resourceGroupName: "rg",
        routeTableName: "rt",
        location: "westus",
        tags: { a: "b" },
      });
      return;
    }
    case "config skipReadOnUpdate (ARM_SKIP_READ_ON_UPDATE) leaves it out": {
      // An identity has no lists that an update would have to look at.
      const type = "azure-native:managedidentity:UserAssignedIdentity";
      const id = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i`;
      const reads = async (configuration: PropertyMap): Promise<number> => {
        const arm = new ScriptedArm({ get: (token) => answer({}, id, token) });
        const inputs = { resourceGroupName: "rg", resourceName: "i", location: "westus" };
        await withPlugin(
          arm,
          (azure) => azure.client.update(urnOf(type), id, inputs, {}, { ...inputs, tags: { a: "b" } }),
          configuration,
        );
        return arm.calls.filter((call) => call.startsWith("get ")).length;
      };
      assert.equal(await reads({ skipReadOnUpdate: true }), fact.expect.reads);
      assert.equal(await reads({}), 1);
      return;
    }
    case "a failed read after a write is a warning": {
      let written = false;
      const arm = new ScriptedArm({
        put: () => {
          written = true;
          return answer({ name: "as the PUT answered" });
        },
        get: () => {
          throw written ? new ArmError(500, "Oops", "no") : new ArmError(404, "ResourceNotFound", "no");
        },
      });
      await withPlugin(arm, async (azure) => {
        const made = await azure.create(routeTable, "rt", routeTableInputs);
        assert.equal(made.outputs.name, "as the PUT answered");
        assert.deepEqual(azure.warnings, [fact.expect.log]);
      });
      return;
    }
    case "TestApplyDiff": {
      const given = z
        .object({ inputs: properties, oldOutputs: properties, newOutputs: properties })
        .parse(fact.given);
      assert.deepEqual(driftedInputs(given.inputs, given.oldOutputs, given.newOutputs), fact.expect.inputs);
      return;
    }
    default: {
      const given = z
        .object({ oldInputs: properties, oldOutputs: properties, newOutputs: properties })
        .parse(fact.given);
      assert.deepEqual(
        driftedInputs(given.oldInputs, given.oldOutputs, given.newOutputs),
        fact.expect.inputs,
      );
    }
  }
};

/** A read that Azure answers with an error: gone, or refused. */
async function readFails(fact: Fact): Promise<void> {
  const error = z
    .object({ status: z.number(), code: z.string().optional(), message: z.string().default("m") })
    .parse(
      typeof fact.given.get === "object" ? fact.given.get : { status: fact.given.get, code: fact.given.code },
    );
  const type = typeof fact.given.type === "string" ? fact.given.type : routeTable;
  const ids: Readonly<Record<string, string>> = {
    [routeTable]: routeTableId,
    "azure-native:storage:BlobContainer": `${group}/providers/Microsoft.Storage/storageAccounts/a/blobServices/default/containers/c`,
    "azure-native:authorization:RoleAssignment": `${group.slice(1)}/providers/Microsoft.Authorization/roleAssignments/r`,
  };
  const id = ids[type];
  assert.ok(id !== undefined, type);
  const arm = new ScriptedArm({
    get: () => Promise.reject(new ArmError(error.status, error.code, error.message)),
  });
  await withPlugin(arm, async (azure) => {
    const asked = azure.client.read(urnOf(type), id.startsWith("/") ? id : `/${id}`, { a: 1 }, { b: 2 });
    const expected = fact.expect.error;
    if (typeof expected !== "string") {
      assert.equal((await asked).id, fact.expect.id);
      return;
    }
    const message = await failureOf(asked);
    if (expected.endsWith("...")) {
      assert.ok(message.startsWith(expected.slice(0, -"...".length)), message);
    } else {
      // The quoted line lost its closing quote in the thread.
      assert.ok(message === expected || message === `${expected}"`, message);
    }
  });
}

const notFound: FactCheck = async (fact) => {
  if (fact.expect.notFound !== undefined) {
    const { status, code } = z.object({ status: z.number(), code: z.string() }).parse(fact.given);
    assert.equal(isGone({ status, code }), fact.expect.notFound);
    return;
  }
  return readFails(fact);
};

const invoke: FactCheck = async (fact) => {
  if (fact.given.response !== undefined) {
    const returned = invokeOutputs(valueOf(fact.given.response));
    assert.equal(Object.keys(returned).length, fact.expect.returnSize);
    assert.deepEqual(Object.values(returned).map(factValue), fact.expect.returnValues);
    return;
  }
  if (typeof fact.given.tok === "string") {
    const token = fact.given.tok;
    await withPlugin(undefined, async (azure) => {
      const returned = await azure.client.invoke(token);
      assert.deepEqual(Object.keys(returned).sort(), fact.expect.returnKeys);
      assert.ok(Object.values(returned).every((value) => typeof value === "string" && value !== ""));
    });
    return;
  }
  const { endpoint, cloud } = z
    .object({ endpoint: z.string().optional(), cloud: z.string().default("public") })
    .parse(fact.given);
  assert.equal(tokenEndpoint(endpoint, cloud), fact.expect.endpoint);
  // And that is what the token is asked for.
  let asked: ArmBody = {};
  const arm = new ScriptedArm({
    invoke: (_, args) => {
      asked = args;
      return { token: "t" };
    },
  });
  await withPlugin(
    arm,
    (azure) =>
      azure.client.invoke(
        "azure-native:authorization:getClientToken",
        endpoint === undefined ? {} : { endpoint },
      ),
    { environment: cloud },
  );
  assert.equal(asked.endpoint, fact.expect.endpoint);
};

const remove: FactCheck = async (fact) => {
  assert.deepEqual(Object.keys(fact.expect), ["404", "singleton", "lro"]);
  await deletesGone();
  const rules = `${group}/providers/Microsoft.EventHub/namespaces/n/networkRuleSets/default`;
  const singleton = new ScriptedArm();
  await withPlugin(singleton, (azure) =>
    azure.client.delete(urnOf("azure-native:eventhub:NamespaceNetworkRuleSet"), rules),
  );
  assert.deepEqual(singleton.calls, [`put ${rules}`]);
  assert.deepEqual(singleton.puts[0]?.body, { defaultAction: "Deny", publicNetworkAccess: "Disabled" });
  // The rest is deleted, and the call answers when the operation has ended.
  let ended = false;
  const slow = new ScriptedArm({
    delete: async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      ended = true;
    },
  });
  await withPlugin(slow, (azure) => azure.client.delete(urnOf(routeTable), routeTableId));
  assert.ok(ended);
};

export const operations: Readonly<Record<string, FactCheck>> = {
  configure,
  create,
  "error-format": errorFormat,
  "http-status": httpStatus,
  "can-create": (fact) => {
    const { body, ...given } = existenceShape.parse(fact.given);
    assert.equal(canCreate({ ...given, hasBody: body !== "" }), fact.expect.canCreate);
  },
  read,
  "not-found": notFound,
  invoke,
  delete: remove,
};
