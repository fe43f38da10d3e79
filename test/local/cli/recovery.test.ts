import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { pendingOperations, settledState } from "../../../local/cli/pending-operations.ts";
import { kubeconfigOf, objectOf } from "../../../local/cli/kubernetes-leftovers.ts";
import { orphanedPlugins, parseProcesses } from "../../../local/cli/orphans.ts";
import { removeStaleLocks } from "../../../local/cli/stale-locks.ts";

describe("what a killed engine leaves", () => {
  it("a lock of a dead process goes, that of a living one and of another machine stays", () => {
    const backend = mkdtempSync(path.join(tmpdir(), "backend-"));
    try {
      const folder = path.join(backend, ".pulumi/locks/organization/p/dev");
      mkdirSync(folder, { recursive: true });
      // A process that has ended: its id is free for the moment.
      const dead = spawnSync(process.execPath, ["-e", ""]).pid;
      const lock = (name: string, pid: number, host: string) =>
        writeFileSync(path.join(folder, name), JSON.stringify({ pid, username: "u", hostname: host }));
      lock("dead.json", dead, hostname());
      lock("alive.json", process.pid, hostname());
      lock("elsewhere.json", dead, `${hostname()}-other`);
      assert.deepEqual(removeStaleLocks(backend, "p", "dev"), [dead]);
      assert.equal(existsSync(path.join(folder, "dead.json")), false);
      assert.equal(existsSync(path.join(folder, "alive.json")), true);
      assert.equal(existsSync(path.join(folder, "elsewhere.json")), true);
      assert.deepEqual(removeStaleLocks(backend, "p", "prod"), []);
    } finally {
      rmSync(backend, { recursive: true, force: true });
    }
  });

  it("a plugin whose engine is gone is told from one whose engine runs, and from those of another home", () => {
    const listing = [
      "  10     1 /cache/bin/pulumi up --yes",
      "  11    10 /home/plugins/resource-kubernetes-v4.25.0/pulumi-resource-kubernetes 127.0.0.1:1",
      "  12     1 /home/plugins/resource-kubernetes-v4.25.0/pulumi-resource-kubernetes 127.0.0.1:2",
      "  13     1 /other/plugins/resource-kubernetes-v4.25.0/pulumi-resource-kubernetes 127.0.0.1:3",
    ].join("\n");
    assert.deepEqual(orphanedPlugins(parseProcesses(listing), "/home"), [12]);
  });

  const subnet = {
    urn: "urn:1",
    type: "azure-native:network:Subnet",
    inputs: { a: 1, azureApiVersion: "v" },
  };
  const state = {
    version: 3,
    deployment: {
      resources: [{ urn: "urn:0" }],
      pending_operations: [
        { type: "creating", resource: { ...subnet, additionalSecretOutputs: ["key"] } },
        { type: "creating", resource: { urn: "urn:3", type: "kubernetes:core/v1:Secret", inputs: {} } },
        { type: "updating", resource: { urn: "urn:0", type: "random:index:RandomId" } },
      ],
    },
  };

  it("pending operations are read from an exported state", () => {
    assert.deepEqual(
      pendingOperations(state).map(({ type, urn, resourceType, inputs }) => [
        type,
        urn,
        resourceType,
        inputs,
      ]),
      [
        ["creating", "urn:1", "azure-native:network:Subnet", { a: 1, azureApiVersion: "v" }],
        ["creating", "urn:3", "kubernetes:core/v1:Secret", {}],
        ["updating", "urn:0", "random:index:RandomId", {}],
      ],
    );
    assert.deepEqual(pendingOperations({ version: 3, deployment: {} }), []);
    assert.deepEqual(pendingOperations(undefined), []);
  });

  it("what exists is taken over with the program's inputs and Azure's outputs, its secrets marked; the rest is forgotten", () => {
    const found = new Map([["urn:1", { id: "/subnet", outputs: { name: "s", key: "k" } }]]);
    assert.deepEqual(settledState(state, found), {
      version: 3,
      deployment: {
        resources: [
          { urn: "urn:0" },
          {
            ...subnet,
            additionalSecretOutputs: ["key"],
            id: "/subnet",
            outputs: {
              name: "s",
              azureApiVersion: "v",
              key: {
                "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
                plaintext: '"k"',
              },
            },
          },
        ],
        pending_operations: [],
      },
    });
  });

  it("a Kubernetes object is known by its inputs, its cluster by the provider's kubeconfig", () => {
    const inputs = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "n", namespace: "s", labels: {} },
    };
    assert.deepEqual(objectOf({ resourceType: "kubernetes:apps/v1:Deployment", inputs }), {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "n", namespace: "s" },
    });
    assert.equal(objectOf({ resourceType: "azure-native:network:Subnet", inputs }), undefined);
    const secret = { "4dabf18193072939515e22adb298388d": "x", plaintext: JSON.stringify("kind: Config") };
    const exported = {
      deployment: { resources: [{ urn: "urn:p", id: "1", inputs: { kubeconfig: secret } }] },
    };
    assert.equal(kubeconfigOf(exported, { resource: { provider: "urn:p::1" } }), "kind: Config");
    assert.equal(kubeconfigOf(exported, { resource: { provider: "urn:p::2" } }), undefined);
  });
});
