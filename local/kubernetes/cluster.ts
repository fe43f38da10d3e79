/**
 * The seam between the local Azure's container service and the control planes. The implementation is
 * `./local-cluster.ts`.
 */

/** A node pool as the cloud sees it. */
export interface NodePool {
  /** Pool name, such as `system`. */
  readonly name: string;
  /** Number of nodes. */
  readonly count: number;
  /** Azure VM size, such as `Standard_D4ds_v5`; decides the nodes' capacity. */
  readonly vmSize: string;
  /** Availability zones, such as `["1","2","3"]`; empty: the nodes are in no zone. */
  readonly zones: readonly string[];
  /** `System` or `User`. */
  readonly mode: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Taints as AKS writes them: `key=value:Effect`. */
  readonly taints: readonly string[];
  /** `Linux` or `Windows`. */
  readonly osType: string;
  /** Such as `AzureLinux`. */
  readonly osSku: string;
}

/** What a cluster is made from. */
export interface ClusterSpec {
  /** ARM id of the managed cluster. */
  readonly id: string;
  /** Folder of this cluster alone: certificates, etcd data, logs, process ids, kubeconfig. */
  readonly directory: string;
  /** Kubernetes version that the cloud reports; the binaries are what they are. */
  readonly kubernetesVersion: string;
  readonly location: string;
  /** Name of the group of the nodes, for labels and provider ids. */
  readonly nodeResourceGroup: string;
  readonly subscriptionId: string;
  /** Default `10.0.0.0/16`. */
  readonly serviceCidr: string;
  /** Default `10.244.0.0/16`. */
  readonly podCidr: string;
  readonly pools: readonly NodePool[];
  /**
   * Processes of the cloud that live and die with the cluster, such as the cloud controller. Their command line
   * gets the cluster's admin kubeconfig in the environment variable KUBECONFIG.
   */
  readonly companions: readonly {
    readonly name: string;
    readonly command: string;
    readonly args: readonly string[];
  }[];
  /** Token that the API server accepts for the person who works at this checkout (the local Entra ID issues it). */
  readonly personToken: string;
}

/** A running control plane. */
export interface ControlPlane {
  /** Starts what does not run, applies pools, waits until the API server is ready. Idempotent. */
  ensure(spec: ClusterSpec): Promise<void>;
  /** Adds, removes and relabels nodes until they are what the pools say. */
  applyPools(directory: string, pools: readonly NodePool[]): Promise<void>;
  /** The API server's URL and its certificate authority (PEM). */
  endpoint(directory: string): Promise<{ readonly server: string; readonly certificateAuthority: string }>;
  /** A kubeconfig (YAML) with an administrator's token in it. */
  adminKubeconfig(directory: string, contextName: string): Promise<string>;
  /** Stops every process of the cluster, keeping its data. Idempotent. */
  stop(directory: string): Promise<void>;
  /** Stops every process and removes the folder. Idempotent. */
  remove(directory: string): Promise<void>;
  /** Names of the processes that run, with their ids. */
  status(directory: string): Promise<{ readonly name: string; readonly pid: number }[]>;
}
