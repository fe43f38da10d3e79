import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { viewCluster } from "./cluster.ts";
import { killWithEngine, processesOf } from "./leftovers.ts";
import { isDeployment, record, type Resource } from "./state.ts";
import { ended, type Ended, Workspace } from "./workspace.ts";

const minute = 60_000;
const project = "microservices-platform";

/** Every file below a folder. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

describe("the platform on the local Azure", function () {
  this.timeout(15 * minute);
  this.slow(2 * minute);
  let workspace: Workspace;
  /** Everything that any command has printed. */
  let printed = "";

  before(() => {
    workspace = new Workspace();
  });
  after(async () => {
    const { folder } = workspace;
    await workspace.dispose();
    assert.deepEqual(processesOf(folder), []);
  });

  async function local(...args: string[]): Promise<Ended> {
    const result = await workspace.local(args);
    printed += result.output;
    return result;
  }
  async function succeeds(...args: string[]): Promise<Ended> {
    const result = await local(...args);
    assert.equal(result.code, 0, result.output);
    return result;
  }
  async function resources(stack = "dev"): Promise<Resource[]> {
    const exported: unknown = JSON.parse(
      (await succeeds("exec", "--stack", stack, "stack", "export")).stdout,
    );
    assert.ok(isDeployment(exported));
    return exported.deployment.resources;
  }
  async function outputs(stack = "dev"): Promise<Record<string, unknown>> {
    return record((await succeeds("outputs", "--json", "--stack", stack)).stdout);
  }
  /** Undoes an edit of a stack file, whatever the test finds. */
  async function withConfiguration(key: string[], value: unknown, then: () => Promise<void>): Promise<void> {
    const text = workspace.read("Pulumi.dev.yaml");
    workspace.configure("dev", key, value);
    try {
      await then();
    } finally {
      workspace.write("Pulumi.dev.yaml", text);
    }
  }

  it("says what is wrong with a stack file, all at once, before anything is registered", async () => {
    const text = workspace.read("Pulumi.dev.yaml");
    workspace.configure("dev", [`${project}:administrators`], undefined);
    workspace.configure("dev", [`${project}:clutser`], { tier: "Free" });
    workspace.configure("dev", [`${project}:cluster`, "systemPool", "count"], "three");
    try {
      for (const command of ["preview", "up"]) {
        const { code, output } = await local(command);
        assert.notEqual(code, 0);
        assert.match(output, /administrators\.objectId: missing/);
        assert.match(output, /clutser: unknown key/);
        assert.match(output, /cluster\.systemPool\.count: must be of type number/);
        assert.doesNotMatch(output, /azure-native:/);
      }
    } finally {
      workspace.write("Pulumi.dev.yaml", text);
    }
  });

  it("stops a forbidden value with rule, resource and remedy, and creates nothing", async () => {
    await withConfiguration([`${project}:sql`, "publicNetworkAccess"], true, async () => {
      workspace.configure("dev", [`${project}:sql`, "allowedIpRanges"], ["203.0.113.0/24"]);
      for (const command of ["preview", "up"]) {
        const { code, output } = await local(command);
        assert.notEqual(code, 0, output);
        assert.match(output, /sql-public-access-disabled/);
        assert.match(output, /azure-native:sql:Server: sql-server/);
        assert.match(output, /Remedy: Set publicNetworkAccess: "Disabled"/);
      }
      const { resources } = record((await succeeds("status", "--json")).stdout);
      assert.deepEqual(resources, []);
    });
  });

  it("stops it too when the engine was not told of the policies", async () => {
    await withConfiguration([`${project}:sql`, "publicNetworkAccess"], true, async () => {
      workspace.configure("dev", [`${project}:sql`, "allowedIpRanges"], ["203.0.113.0/24"]);
      for (const command of [["preview"], ["up", "--yes"]]) {
        const { code, output } = await workspace.bareEngine([...command, "--non-interactive"]);
        printed += output;
        assert.notEqual(code, 0, output);
        assert.match(output, /sql-server" violates 1 mandatory policy/);
        assert.match(output, /sql-public-access-disabled/);
        assert.match(output, /Remedy:/);
      }
      const { resources } = record((await succeeds("status", "--json")).stdout);
      assert.deepEqual(resources, []);
    });
  });

  it("comes up again after the engine was killed in the middle", async () => {
    // While Azure resources are being created, then while Kubernetes objects are.
    for (const moment of [/ManagedCluster aks-cluster creating/, /Deployment nginx-deployment creating/]) {
      const child = workspace.start(["up"]);
      const result = ended(child);
      await new Promise<void>((resolve, reject) => {
        let seen = "";
        child.stdout?.on("data", (text: string) => {
          seen += text;
          if (moment.test(seen)) resolve();
        });
        child.on("exit", () => reject(new Error(`up ended before it was killed:\n${seen}`)));
      });
      killWithEngine(child.pid ?? 0);
      const killed = await result;
      printed += killed.output;
      assert.notEqual(killed.code, 0);
    }

    const { output } = await succeeds("up");
    assert.match(output, /was killed/);
    await succeeds("preview", "--expect-no-changes");
  });

  it("has every Deployment available, and the ingress on the stack's public IP", async () => {
    const { kubeconfig, ingressAddress } = await outputs();
    assert.equal(kubeconfig, "[secret]");
    const view = await viewCluster((await succeeds("kubeconfig")).stdout.trim());
    assert.deepEqual(view.unavailableDeployments, []);
    assert.ok(view.deployments >= 4);
    assert.equal(view.nodes, 3);
    assert.deepEqual(view.loadBalancers, [ingressAddress]);
  });

  it("has prod beside it", async () => {
    await succeeds("up", "--stack", "prod");
    await succeeds("preview", "--stack", "prod", "--expect-no-changes");
    const { ingressAddress } = await outputs("prod");
    const view = await viewCluster((await succeeds("kubeconfig", "--stack", "prod")).stdout.trim());
    assert.deepEqual(view.unavailableDeployments, []);
    assert.equal(view.nodes, 6);
    assert.deepEqual(view.loadBalancers, [ingressAddress]);
    await succeeds("preview", "--expect-no-changes");
  });

  it("changes no more than what was asked for", async () => {
    const before = await resources();
    workspace.configure("dev", [`${project}:kafka`, "retentionHours"], 48);
    await succeeds("up");
    await succeeds("preview", "--expect-no-changes");
    const after = await resources();
    assert.deepEqual(after.map(({ urn }) => urn).sort(), before.map(({ urn }) => urn).sort());
    const changed = after
      .filter(({ custom, urn, inputs }) => {
        const earlier = before.find((one) => one.urn === urn);
        // A provider's inputs hold the kubeconfig, which is encrypted anew each time.
        const isProvider = urn.includes("::pulumi:providers:");
        return custom && !isProvider && JSON.stringify(earlier?.inputs) !== JSON.stringify(inputs);
      })
      .map(({ type }) => type);
    assert.deepEqual(
      changed,
      Array.from({ length: 3 }, () => "azure-native:eventhub:EventHub"),
    );
  });

  it("refreshes, and is then brought to what the program says", async () => {
    await succeeds("refresh");
    await succeeds("up");
    await succeeds("refresh", "--expect-no-changes");
    await succeeds("preview", "--expect-no-changes");
  });

  it("shows no secret value in state, logs and output", async () => {
    // Asked for in plain text, so that this is the one answer that is not searched.
    const { kubeconfig } = record((await workspace.local(["outputs", "--json", "--show-secrets"])).stdout);
    assert.ok(typeof kubeconfig === "string" && kubeconfig.includes("certificate-authority-data"));
    const token = readFileSync(workspace.path(".local/azure/person-token"), "utf8").trim();
    const passphrase = workspace.read(".local/passphrase").trim();
    const secrets = [
      token,
      passphrase,
      ...kubeconfig.matchAll(/certificate-authority-data: \S+(\S{40})/g),
    ].map((secret) => (typeof secret === "string" ? secret : (secret[1] ?? "")));
    for (const secret of secrets) assert.ok(secret.length >= 20);
    const files = [workspace.path(".local/backend"), workspace.path(".local/pulumi-home")].flatMap(
      filesBelow,
    );
    const logs = filesBelow(workspace.path(".local/clusters")).filter((file) => file.endsWith(".log"));
    assert.ok(files.length > 0 && logs.length > 0);
    for (const secret of secrets) {
      assert.equal(printed.includes(secret), false, "a secret was printed");
      for (const file of [...files, ...logs]) {
        assert.equal(readFileSync(file).includes(secret), false, `a secret stands in ${file}`);
      }
    }
  });

  it("leaves nothing behind when it is destroyed", async () => {
    await succeeds("destroy", "--stack", "prod");
    await succeeds("destroy");
    const status = record((await succeeds("status", "--json")).stdout);
    assert.deepEqual(status.stacks, []);
    assert.deepEqual(status.resources, []);
    assert.deepEqual(status.clusters, []);
    assert.deepEqual(processesOf(workspace.folder), []);
  });
});
