import path from "node:path";

/** File name of the socket that etcd listens on; etcd wants something that looks like a port in it. */
export const etcdSocketName = "etcd.sock:0";

/** Where each thing lies in the folder of one cluster. The folder and the secrets in it are its owner's alone. */
export interface ClusterFolder {
  readonly root: string;
  /** What the cluster was made from: {@link ./cluster-record.ts}. */
  readonly record: string;
  /** What the supervisor starts: {@link ./launch-plan.ts}. */
  readonly plan: string;
  /** What runs: {@link ./running-processes.ts}. */
  readonly processes: string;
  /** The administrator's kubeconfig, for people and companions. */
  readonly kubeconfig: string;
  readonly etcdData: string;
  readonly etcdSocket: string;
  /** The API server makes its serving certificate here, with an authority of its own. */
  readonly certificates: string;
  readonly servingCertificate: string;
  readonly servingKey: string;
  readonly tokens: string;
  readonly serviceAccountKey: string;
  readonly serviceAccountPublicKey: string;
  readonly logs: string;
  /** Kubeconfig of one component's own identity. */
  componentKubeconfig(component: string): string;
  log(component: string): string;
}

/** The layout of a cluster's folder. */
export function clusterFolder(directory: string): ClusterFolder {
  const root = path.resolve(directory);
  const inside = (...parts: string[]) => path.join(root, ...parts);
  return {
    root,
    record: inside("cluster.json"),
    plan: inside("launch-plan.json"),
    processes: inside("processes.json"),
    kubeconfig: inside("kubeconfig.yaml"),
    etcdData: inside("etcd"),
    etcdSocket: inside(etcdSocketName),
    certificates: inside("certificates"),
    servingCertificate: inside("certificates", "apiserver.crt"),
    servingKey: inside("certificates", "apiserver.key"),
    tokens: inside("credentials", "tokens.csv"),
    serviceAccountKey: inside("credentials", "service-account.key"),
    serviceAccountPublicKey: inside("credentials", "service-account.pub"),
    logs: inside("logs"),
    componentKubeconfig: (component) => inside("credentials", `${component}.kubeconfig.yaml`),
    log: (component) => inside("logs", `${component}.log`),
  };
}
