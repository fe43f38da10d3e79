import type { ClusterSpec, ControlPlane, NodePool } from "../../../../local/kubernetes/cluster.ts";

/** Keeps books of what it was asked for, instead of starting processes. */
export class FakeControlPlane implements ControlPlane {
  readonly clusters = new Map<
    string,
    { spec: ClusterSpec; pools: readonly NodePool[]; running: boolean; starts: number }
  >();
  /** Set to make the next start fail. */
  failure: Error | undefined;

  // eslint-disable-next-line @typescript-eslint/require-await
  async ensure(spec: ClusterSpec): Promise<void> {
    const failure = this.failure;
    this.failure = undefined;
    if (failure !== undefined) throw failure;
    const known = this.clusters.get(spec.directory);
    const starts = (known?.starts ?? 0) + (known?.running === true ? 0 : 1);
    this.clusters.set(spec.directory, { spec, pools: spec.pools, running: true, starts });
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async applyPools(directory: string, pools: readonly NodePool[]): Promise<void> {
    this.#cluster(directory).pools = pools;
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async endpoint(
    directory: string,
  ): Promise<{ readonly server: string; readonly certificateAuthority: string }> {
    this.#cluster(directory);
    return { server: "https://127.0.0.1:6443", certificateAuthority: "-----BEGIN CERTIFICATE-----\n" };
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async adminKubeconfig(directory: string, contextName: string): Promise<string> {
    this.#cluster(directory);
    return `apiVersion: v1\nkind: Config\ncurrent-context: ${contextName}\n`;
  }

  stop(directory: string): Promise<void> {
    const cluster = this.clusters.get(directory);
    if (cluster !== undefined) cluster.running = false;
    return Promise.resolve();
  }

  remove(directory: string): Promise<void> {
    this.clusters.delete(directory);
    return Promise.resolve();
  }

  status(directory: string): Promise<{ readonly name: string; readonly pid: number }[]> {
    return Promise.resolve(
      this.clusters.get(directory)?.running === true ? [{ name: "supervisor", pid: 1 }] : [],
    );
  }

  #cluster(directory: string): { spec: ClusterSpec; pools: readonly NodePool[] } {
    const cluster = this.clusters.get(directory);
    if (cluster === undefined) throw new Error(`no cluster in ${directory}`);
    return cluster;
  }
}
