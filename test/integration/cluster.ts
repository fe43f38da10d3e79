import { AppsV1Api, CoreV1Api, KubeConfig } from "@kubernetes/client-node";

/** What a kubeconfig leads to, seen through Kubernetes' own client and the kubeconfig's own sign-in. */
export interface ClusterView {
  readonly unavailableDeployments: readonly string[];
  readonly deployments: number;
  readonly nodes: number;
  /** Addresses of the services of type LoadBalancer. */
  readonly loadBalancers: readonly (string | undefined)[];
}

export async function viewCluster(kubeconfigFile: string): Promise<ClusterView> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfigFile);
  const apps = config.makeApiClient(AppsV1Api);
  const core = config.makeApiClient(CoreV1Api);
  const [deployments, services, nodes] = await Promise.all([
    apps.listDeploymentForAllNamespaces(),
    core.listServiceForAllNamespaces(),
    core.listNode(),
  ]);
  return {
    deployments: deployments.items.length,
    unavailableDeployments: deployments.items
      .filter(
        ({ status }) =>
          !status?.conditions?.some(({ type, status }) => type === "Available" && status === "True"),
      )
      .map(({ metadata }) => metadata?.name ?? "?"),
    nodes: nodes.items.length,
    loadBalancers: services.items
      .filter(({ spec }) => spec?.type === "LoadBalancer")
      .map(({ status }) => status?.loadBalancer?.ingress?.[0]?.ip),
  };
}
