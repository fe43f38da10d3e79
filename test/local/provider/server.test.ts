import assert from "node:assert/strict";
import { status, type ServiceError } from "@grpc/grpc-js";
import providerPb from "@pulumi/pulumi/proto/provider_pb.js";
import statusPb from "@pulumi/pulumi/proto/status_pb.js";
import { ProviderError, ResourceInitError } from "../../../local/provider/errors.ts";
import type { CheckRequest, ProviderImplementation } from "../../../local/provider/implementation.ts";
import {
  startProviderServer,
  type ProviderServer,
  type ServerOptions,
} from "../../../local/provider/server.ts";
import { Secret, Unknown } from "../../../local/provider/values.ts";
import { decodeStruct } from "../../../local/provider/wire.ts";
import { listenAsEngine, type EngineListener } from "./engine-listener.ts";
import { ProviderClient, urnOf } from "./provider-client.ts";

const urn = urnOf("test:index:Thing", "a::b");

describe("a provider over gRPC", () => {
  let server: ProviderServer | undefined;
  let client: ProviderClient | undefined;
  let engine: EngineListener | undefined;

  async function serve(
    implementation: ProviderImplementation,
    options?: ServerOptions,
  ): Promise<ProviderClient> {
    server = await startProviderServer("test", "1.2.3", implementation, options);
    client = new ProviderClient(server.port);
    return client;
  }

  afterEach(async () => {
    client?.close();
    await server?.close();
    engine?.close();
    client = server = engine = undefined;
  });

  it("tells version and capabilities, and accepts any configuration when it has no say in it", async () => {
    const provider = await serve({}, { autonaming: true });
    assert.equal(await provider.version(), "1.2.3");
    assert.deepEqual(await provider.handshake("127.0.0.1:1"), { acceptSecrets: true, autonaming: true });
    assert.deepEqual(await provider.configure({ token: new Secret("x") }), {
      acceptSecrets: true,
      supportsPreview: true,
    });
  });

  it("answers what it does not implement as unimplemented, by name", async () => {
    const provider = await serve({});
    for (const [name, call] of [
      ["check", () => provider.check(urn, {})],
      ["create", () => provider.create(urn, {})],
      ["read", () => provider.read(urn, "id")],
      ["invoke", () => provider.invoke("test:index:get")],
      ["getSchema", () => provider.schema()],
    ] as const) {
      await assert.rejects(call, (error: ServiceError) => {
        assert.equal(error.code, status.UNIMPLEMENTED);
        assert.match(error.details, new RegExp(`\\b${name}\\b`));
        return true;
      });
    }
  });

  it("hands over identity, properties and their special values, and returns what the implementation answers", async () => {
    const requests: CheckRequest[] = [];
    const provider = await serve({
      check: (request) => {
        requests.push(request);
        return Promise.resolve({
          inputs: { ...request.inputs, added: true },
          failures: [{ property: "size", reason: "'size' is too low (1 < 2)" }],
        });
      },
    });
    const checked = await provider.check(urn, { password: new Secret("p"), later: new Unknown("number") });
    assert.deepEqual(checked, {
      inputs: { password: new Secret("p"), later: new Unknown("number"), added: true },
      failures: [{ property: "size", reason: "'size' is too low (1 < 2)" }],
    });
    await provider.check(urn, {}, { old: 1 });
    assert.deepEqual(
      requests.map(({ urn, type, name, oldInputs }) => ({ urn, type, name, oldInputs })),
      [
        { urn, type: "test:index:Thing", name: "a::b", oldInputs: undefined },
        { urn, type: "test:index:Thing", name: "a::b", oldInputs: { old: 1 } },
      ],
    );
  });

  it("reports differences by path, with the properties that ask for a replacement", async () => {
    const provider = await serve({
      diff: () =>
        Promise.resolve({
          changes: true,
          differences: {
            "network.cidr": { kind: "update", replace: true },
            "network.tags": { kind: "add" },
            '["x.y"][0]': { kind: "delete" },
          },
          deleteBeforeReplace: true,
        }),
    });
    assert.deepEqual(await provider.diff(urn, "id", {}, {}, {}), {
      changes: true,
      replaces: ["network"],
      diffs: ["network", "x.y"],
      deleteBeforeReplace: true,
      detailed: { "network.cidr": "UPDATE_REPLACE", "network.tags": "ADD", '["x.y"][0]': "DELETE" },
    });
  });

  it("says that a resource is gone by an empty id", async () => {
    const provider = await serve({ read: () => Promise.resolve(undefined) });
    assert.equal((await provider.read(urn, "id", { a: 1 })).id, "");
  });

  it("maps errors to statuses, and never lets one fall through to the next call", async () => {
    const provider = await serve({
      delete: (request) => {
        if (request.id === "refused") {
          throw new ProviderError("the subnet is in use", "failed-precondition");
        }
        throw new Error("out of luck");
      },
    });
    await assert.rejects(
      () => provider.delete(urn, "refused"),
      (error: ServiceError) =>
        error.code === status.FAILED_PRECONDITION && error.details === "the subnet is in use",
    );
    await assert.rejects(
      () => provider.delete(urn, "other"),
      (error: ServiceError) => error.code === status.UNKNOWN && error.details === "out of luck",
    );
  });

  it("carries what exists of a resource whose creation failed half way, as Go's gRPC reads it", async () => {
    const provider = await serve({
      create: () => {
        throw new ResourceInitError(["the cluster has no nodes — größer"], {
          id: "/subscriptions/1/cluster",
          outputs: { key: new Secret("k") },
        });
      },
    });
    await assert.rejects(
      () => provider.create(urn, {}),
      (error: ServiceError) => {
        const [bytes] = error.metadata.get("grpc-status-details-bin");
        assert.ok(Buffer.isBuffer(bytes));
        const rich = statusPb.Status.deserializeBinary(bytes);
        assert.equal(rich.getCode(), error.code);
        assert.equal(rich.getMessage(), error.details);
        const [any] = rich.getDetailsList();
        assert.equal(any?.getTypeUrl(), "type.googleapis.com/pulumirpc.ErrorResourceInitFailed");
        const detail = providerPb.ErrorResourceInitFailed.deserializeBinary(
          any?.getValue_asU8() ?? new Uint8Array(),
        );
        assert.equal(detail.getId(), "/subscriptions/1/cluster");
        assert.deepEqual(decodeStruct(detail.getProperties()), { key: new Secret("k") });
        assert.deepEqual(detail.getReasonsList(), ["the cluster has no nodes — größer"]);
        return true;
      },
    );
  });

  it("delivers log messages, in order and under their resource, before it answers", async () => {
    engine = await listenAsEngine();
    const provider = await serve({
      create: (_request, { log }) => {
        log.status("creating");
        log.warning("not built");
        log.debug("done");
        return Promise.resolve({ id: "1", outputs: {} });
      },
    });
    await provider.handshake(engine.address);
    await provider.create(urn, {});
    assert.deepEqual(engine.messages, [
      { severity: "info", message: "creating", urn, ephemeral: true },
      { severity: "warning", message: "not built", urn, ephemeral: false },
      { severity: "debug", message: "done", urn, ephemeral: false },
    ]);
  });

  it("aborts running calls when the engine cancels, and when a custom timeout is over", async () => {
    const provider = await serve({
      create: (_request, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () =>
            reject(signal.reason instanceof Error ? signal.reason : new Error("aborted")),
          );
        }),
    });
    await assert.rejects(
      () => provider.create(urn, {}, { timeoutSeconds: 0.05 }),
      (error: ServiceError) => error.code === status.DEADLINE_EXCEEDED,
    );
    const creating = assert.rejects(
      provider.create(urn, {}),
      (error: ServiceError) => error.code === status.CANCELLED,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await provider.cancel();
    await creating;
  });

  it("carries properties of many megabytes", async function () {
    this.timeout(20_000);
    const provider = await serve({
      invoke: (request) => Promise.resolve({ outputs: { echo: request.args["text"] ?? null } }),
    });
    const text = "x".repeat(8_000_000);
    assert.equal((await provider.invoke("test:index:echo", { text }))["echo"], text);
  });

  it("closes the implementation once, after the running calls have ended", async () => {
    const events: string[] = [];
    const provider = await serve({
      create: async (_request, { signal }) => {
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        events.push("created");
        return { id: "1", outputs: {} };
      },
      close: () => {
        events.push("closed");
        return Promise.resolve();
      },
    });
    const creating = provider.create(urn, {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([server?.close(), server?.close()]);
    await Promise.allSettled([creating]);
    assert.deepEqual(events, ["created", "closed"]);
  });
});
