import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Binaries } from "./binaries.ts";
import { etcdSocketName, type ClusterFolder } from "./cluster-folder.ts";
import type { ClusterSpec } from "./cluster.ts";
import { formatTokens, type Tokens } from "./credentials.ts";
import type { Component, LaunchPlan } from "./launch-plan.ts";
import { loopback } from "./loopback-port.ts";

/** What decides the command lines of a control plane. */
export interface ComponentInput {
  readonly spec: Pick<ClusterSpec, "serviceCidr" | "podCidr" | "companions">;
  readonly folder: ClusterFolder;
  readonly binaries: Binaries;
  readonly port: number;
  readonly tokens: Tokens;
}

/** Kubeconfigs of the components that talk to the API server as themselves. */
export const kubeconfigComponents = {
  "kube-controller-manager": "controllerManager",
  "kube-scheduler": "scheduler",
  kwok: "kwok",
} as const;

/**
 * Collect garbage early: a control plane for a handful of nodes is idle almost always, so memory is dearer than the CPU that more
 * frequent collections cost.
 */
const thrifty = { GOGC: "50" };

/**
 * etcd listens on a socket in the cluster's folder, which only its owner may enter; a port would be open to every user of the machine.
 * The path is relative to the working directory, because the name of a socket is limited to about a hundred characters.
 */
const etcdSocket = `unix://${etcdSocketName}`;
const etcdPeerSocket = "unix://etcd-peer.sock:0";

/** Stages of nodes and pods, as kwok plays them. */
const kwokStages = path.join(import.meta.dirname, "kwok-stages.yaml");

/** The processes of a control plane, in the order in which they start. */
export function components(input: ComponentInput): Component[] {
  const { spec, folder, binaries } = input;
  return [
    {
      name: "etcd",
      command: binaries.etcd,
      args: [
        `--data-dir=${folder.etcdData}`,
        `--listen-client-urls=${etcdSocket}`,
        `--advertise-client-urls=${etcdSocket}`,
        `--listen-peer-urls=${etcdPeerSocket}`,
        `--initial-advertise-peer-urls=${etcdPeerSocket}`,
        `--initial-cluster=default=${etcdPeerSocket}`,
        // What the system has accepted survives the death of the process; only a power cut can lose it.
        "--unsafe-no-fsync",
        "--log-level=warn",
      ],
      env: thrifty,
      startsAt: "now",
    },
    {
      name: "kube-apiserver",
      command: binaries["kube-apiserver"],
      args: [
        `--bind-address=${loopback}`,
        `--secure-port=${input.port}`,
        // An address of the loopback network cannot be an endpoint, and no pod could reach one.
        `--advertise-address=${loopback}`,
        "--endpoint-reconciler-type=none",
        `--cert-dir=${folder.certificates}`,
        `--etcd-servers=${etcdSocket}`,
        `--service-cluster-ip-range=${spec.serviceCidr}`,
        "--service-account-issuer=https://kubernetes.default.svc",
        `--service-account-key-file=${folder.serviceAccountPublicKey}`,
        `--service-account-signing-key-file=${folder.serviceAccountKey}`,
        `--token-auth-file=${folder.tokens}`,
        "--anonymous-auth=false",
        "--authorization-mode=RBAC",
        // In addition to the defaults, which hold Pod Security, ServiceAccount, DefaultStorageClass and quotas.
        "--enable-admission-plugins=NodeRestriction",
        // As on AKS; Pod Security decides per namespace.
        "--allow-privileged=true",
        "--profiling=false",
      ],
      env: thrifty,
      startsAt: "store",
    },
    {
      name: "kube-controller-manager",
      command: binaries["kube-controller-manager"],
      args: [
        `--kubeconfig=${folder.componentKubeconfig("kube-controller-manager")}`,
        "--leader-elect=false",
        // It serves nothing that anybody reads.
        "--secure-port=0",
        // Each controller acts under its own service account, with the role that Kubernetes defines for it.
        "--use-service-account-credentials=true",
        `--service-account-private-key-file=${folder.serviceAccountKey}`,
        // The default of 20 requests a second makes the start three times as long and protects a server that nobody shares.
        "--kube-api-qps=500",
        "--kube-api-burst=1000",
        `--root-ca-file=${folder.servingCertificate}`,
        "--allocate-node-cidrs=true",
        `--cluster-cidr=${spec.podCidr}`,
        `--service-cluster-ip-range=${spec.serviceCidr}`,
        "--profiling=false",
      ],
      env: thrifty,
      startsAt: "ready",
    },
    {
      name: "kube-scheduler",
      command: binaries["kube-scheduler"],
      args: [
        `--kubeconfig=${folder.componentKubeconfig("kube-scheduler")}`,
        "--leader-elect=false",
        "--secure-port=0",
        "--profiling=false",
      ],
      env: thrifty,
      startsAt: "ready",
    },
    {
      name: "kwok",
      command: binaries.kwok,
      args: [
        `--kubeconfig=${folder.componentKubeconfig("kwok")}`,
        `--config=${kwokStages}`,
        "--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake",
        `--cidr=${spec.podCidr}`,
      ],
      env: thrifty,
      startsAt: "ready",
    },
    ...spec.companions.map((companion): Component => ({
      name: companion.name,
      command: companion.command,
      args: companion.args,
      env: { KUBECONFIG: folder.kubeconfig },
      startsAt: "ready",
    })),
  ];
}

/** The whole plan. Companions cannot take the name of a component or of one another. */
export function launchPlan(input: ComponentInput): LaunchPlan {
  const all = components(input);
  const names = new Set<string>();
  for (const { name } of all) {
    if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) {
      throw new Error(`companion name '${name}' is not made of lower-case letters, digits and hyphens`);
    }
    if (names.has(name))
      throw new Error(`companion name '${name}' is already taken by another process of the cluster`);
    names.add(name);
  }
  const inputs = createHash("sha256")
    .update(formatTokens(input.tokens))
    .update(readFileSync(kwokStages))
    .digest("hex");
  return { port: input.port, components: all, inputs };
}
