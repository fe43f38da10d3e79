/**
 * `node test/bench/policy-throughput.ts [--resources N]… [--checkov <executable>]`: what the pack, with every rule on, takes for each
 * resource, spoken to as the engine does, beside Checkov on the same Kubernetes objects and Azure bodies.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { PackProcess, type SentResource } from "../policies/pack-process.ts";
import { table } from "./table.ts";

const { values } = parseArgs({
  options: {
    resources: { type: "string", multiple: true, default: ["100", "1000", "5000"] },
    checkov: { type: "string" },
  },
});
/** As many calls as the engine has under way at a time. */
const concurrency = 16;

function deployment(index: number): SentResource {
  const labels = { "app.kubernetes.io/name": `service-${index}` };
  const container = {
    name: "main",
    image: "registry.example.com/service:1.2.3",
    ports: [{ containerPort: 8080 }],
    resources: {
      requests: { cpu: "100m", memory: "128Mi" },
      limits: { cpu: "500m", memory: "128Mi" },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      capabilities: { drop: ["ALL"] },
    },
  };
  return {
    type: "kubernetes:apps/v1:Deployment",
    name: `service-${index}`,
    inputs: {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: `service-${index}`, namespace: "services", labels },
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { automountServiceAccountToken: false, containers: [container] },
        },
      },
    },
  };
}

function account(index: number): SentResource {
  return {
    type: "azure-native:storage:StorageAccount",
    name: `account${index}`,
    inputs: {
      accountName: `account${index}`,
      location: "westeurope",
      kind: "StorageV2",
      sku: { name: "Standard_ZRS" },
      minimumTlsVersion: "TLS1_2",
      enableHttpsTrafficOnly: true,
      allowBlobPublicAccess: false,
      publicNetworkAccess: "Disabled",
    },
  };
}

function resources(count: number): readonly SentResource[] {
  return Array.from({ length: count }, (_, index) => (index % 2 === 0 ? deployment(index) : account(index)));
}

interface Measured {
  readonly startSeconds: number;
  readonly resourcesSeconds: number;
  readonly stackSeconds: number;
}

async function measurePack(folder: string, count: number): Promise<Measured> {
  const sent = resources(count);
  const started = performance.now();
  const pack = await PackProcess.start(
    path.join(import.meta.dirname, "../../policies"),
    folder,
    path.join(folder, "compile-cache"),
  );
  try {
    await pack.begin("dev");
    await pack.info();
    const ready = performance.now();
    const waiting = sent.values();
    await Promise.all(
      Array.from({ length: concurrency }, async () => {
        for (const resource of waiting) await pack.analyze(resource);
      }),
    );
    const analyzed = performance.now();
    await pack.analyzeStack(sent);
    const ended = performance.now();
    return {
      startSeconds: (ready - started) / 1000,
      resourcesSeconds: (analyzed - ready) / 1000,
      stackSeconds: (ended - analyzed) / 1000,
    };
  } finally {
    await pack.stop();
  }
}

/** Seconds that Checkov takes for the same objects and bodies. */
function measureCheckov(executable: string, folder: string, count: number): number {
  const sent = resources(count);
  const objects = sent.filter(({ type }) => type.startsWith("kubernetes:")).map(({ inputs }) => inputs);
  const bodies = sent
    .filter(({ type }) => !type.startsWith("kubernetes:"))
    .map(({ inputs: { accountName, location, kind, sku, ...properties } }) => ({
      type: "Microsoft.Storage/storageAccounts",
      apiVersion: "2024-01-01",
      name: accountName,
      location,
      kind,
      sku,
      properties,
    }));
  mkdirSync(folder);
  // JSON is YAML.
  const documents = objects.map((object) => JSON.stringify(object, undefined, 1)).join("\n---\n");
  writeFileSync(path.join(folder, "objects.yaml"), documents);
  writeFileSync(
    path.join(folder, "bodies.json"),
    JSON.stringify(
      {
        $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        contentVersion: "1.0.0.0",
        resources: bodies,
      },
      undefined,
      1,
    ),
  );
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(
    executable,
    [
      "--directory",
      folder,
      "--framework",
      "kubernetes",
      "arm",
      "--output",
      "json",
      "--compact",
      "--quiet",
      "--soft-fail",
    ],
    { encoding: "utf8", maxBuffer: 1024 ** 3 },
  );
  if (error !== undefined) throw error;
  const checked = [...stdout.matchAll(/"resource_count": (\d+)/g)].reduce(
    (sum, [, found]) => sum + Number(found),
    0,
  );
  if (status !== 0 || checked === 0) throw new Error(`Checkov judged nothing:\n${stderr.slice(-2000)}`);
  if (checked !== count) console.error(`Checkov judged ${checked} of ${count} resources.`);
  return (performance.now() - started) / 1000;
}

const folder = mkdtempSync(path.join(tmpdir(), "policy-bench-"));
try {
  writeFileSync(path.join(folder, "policies.yaml"), "pack: all\n");
  // The first run leaves the pack in one file, and compiled, for those that follow.
  await measurePack(folder, 1);
  const rows: string[][] = [];
  for (const count of values.resources.map(Number)) {
    const { startSeconds, resourcesSeconds, stackSeconds } = await measurePack(folder, count);
    const judging = resourcesSeconds + stackSeconds;
    const checkov =
      values.checkov === undefined
        ? undefined
        : measureCheckov(values.checkov, path.join(folder, `checkov-${count}`), count);
    rows.push([
      String(count),
      startSeconds.toFixed(2),
      resourcesSeconds.toFixed(2),
      stackSeconds.toFixed(2),
      ((judging * 1000) / count).toFixed(2),
      checkov?.toFixed(1) ?? "–",
      checkov === undefined ? "–" : (checkov / (startSeconds + judging)).toFixed(0),
    ]);
  }
  console.log(
    table(["resources", "start s", "resources s", "stack s", "ms/resource", "Checkov s", "times"], rows),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
