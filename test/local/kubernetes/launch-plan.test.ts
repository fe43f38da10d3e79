import assert from "node:assert/strict";
import { clusterFolder } from "../../../local/kubernetes/cluster-folder.ts";
import { launchPlan, type ComponentInput } from "../../../local/kubernetes/components.ts";
import { parsePlan } from "../../../local/kubernetes/launch-plan.ts";
import { clusterSpec } from "./pools.ts";

const tokens = {
  administrator: "secret-a",
  person: "secret-p",
  controllerManager: "secret-c",
  scheduler: "secret-s",
  kwok: "secret-k",
  supervisor: "secret-v",
};

function input(overrides: Partial<ComponentInput> = {}): ComponentInput {
  return {
    spec: clusterSpec("/clusters/shop"),
    folder: clusterFolder("/clusters/shop"),
    binaries: {
      etcd: "/bin/etcd",
      "kube-apiserver": "/bin/kube-apiserver",
      "kube-controller-manager": "/bin/kube-controller-manager",
      "kube-scheduler": "/bin/kube-scheduler",
      kwok: "/bin/kwok",
    },
    port: 20_001,
    tokens,
    ...overrides,
  };
}

const companion = { name: "cloud-controller", command: "/bin/node", args: ["controller.ts"] };

describe("the launch plan", () => {
  it("survives being written and read", () => {
    const plan = launchPlan(input());
    assert.deepEqual(parsePlan(JSON.stringify(plan)), plan);
  });

  it("is none when a part is missing", () => {
    assert.equal(parsePlan(""), undefined);
    assert.equal(parsePlan("{}"), undefined);
    assert.equal(
      parsePlan(JSON.stringify({ ...launchPlan(input()), components: [{ name: "etcd" }] })),
      undefined,
    );
  });

  it("holds no token, and changes with each of them", () => {
    const text = JSON.stringify(launchPlan(input()));
    assert.doesNotMatch(text, /secret-/);
    assert.notEqual(text, JSON.stringify(launchPlan(input({ tokens: { ...tokens, person: "secret-q" } }))));
  });

  it("opens one port, on the loopback address", () => {
    const flags = launchPlan(input()).components.flatMap(({ args }) => args);
    assert.deepEqual(
      flags.filter((flag) => /^--(bind-address|secure-port|listen-[a-z-]+)=/.test(flag)),
      [
        "--listen-client-urls=unix://etcd.sock:0",
        "--listen-peer-urls=unix://etcd-peer.sock:0",
        "--bind-address=127.0.0.1",
        "--secure-port=20001",
        "--secure-port=0",
        "--secure-port=0",
      ],
    );
  });

  it("lets nobody in without a token, and everybody do what roles allow", () => {
    const server = launchPlan(input()).components.find(({ name }) => name === "kube-apiserver");
    assert.ok(server);
    assert.ok(server.args.includes("--anonymous-auth=false"));
    assert.ok(server.args.includes("--authorization-mode=RBAC"));
  });

  it("starts companions last, with the administrator's kubeconfig", () => {
    const spec = clusterSpec("/clusters/shop", { companions: [companion] });
    const last = launchPlan(input({ spec })).components.at(-1);
    assert.deepEqual(last, {
      ...companion,
      env: { KUBECONFIG: "/clusters/shop/kubeconfig.yaml" },
      startsAt: "ready",
    });
  });

  for (const name of ["etcd", "Upper", "../escape", ""]) {
    it(`refuses a companion called '${name}'`, () => {
      const spec = clusterSpec("/clusters/shop", { companions: [{ ...companion, name }] });
      assert.throws(() => launchPlan(input({ spec })), /companion name/);
    });
  }
});
