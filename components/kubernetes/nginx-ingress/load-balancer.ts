import type * as inputs from "@pulumi/kubernetes/types/input.js";
import type * as pulumi from "@pulumi/pulumi";

/** How traffic that reaches a node finds a pod of the controller. */
export const TrafficPolicy = {
  /** Only pods on the node that it reached: the client's address is kept, and no node forwards to another. */
  Local: "Local",
  /** Any pod: traffic is spread evenly, and its source address is a node's. */
  Cluster: "Cluster",
} as const;

export type TrafficPolicy = (typeof TrafficPolicy)[keyof typeof TrafficPolicy];

/** A public IP address of Azure. The identity of the cluster needs the role Network Contributor on it. */
export interface AzurePublicIp {
  /** Name of the public IP address. */
  name: pulumi.Input<string>;
  /** Resource group of the public IP address. */
  resourceGroup: pulumi.Input<string>;
}

/** A load balancer with an address of the virtual network. */
export interface InternalLoadBalancer {
  /** Subnet of the address. Default: the subnet of the nodes. */
  subnet?: pulumi.Input<string>;
}

/** What the load balancer is told. */
export interface LoadBalancerSettings {
  readonly publicIp?: AzurePublicIp | undefined;
  readonly internal?: InternalLoadBalancer | undefined;
  readonly allowedSourceRanges?: readonly string[] | undefined;
  readonly externalTrafficPolicy?: TrafficPolicy | undefined;
}

/** The path on which NGINX itself answers 200, whatever the host. */
export const healthPath = "/nginx-health";

/**
 * Annotations that Azure's cloud controller reads (https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/).
 */
export function loadBalancerAnnotations(
  settings: LoadBalancerSettings,
): Record<string, pulumi.Input<string>> {
  const { publicIp, internal } = settings;
  return {
    ...(publicIp === undefined
      ? {}
      : {
          "service.beta.kubernetes.io/azure-pip-name": publicIp.name,
          "service.beta.kubernetes.io/azure-load-balancer-resource-group": publicIp.resourceGroup,
        }),
    ...(internal === undefined ? {} : { "service.beta.kubernetes.io/azure-load-balancer-internal": "true" }),
    ...(internal?.subnet === undefined
      ? {}
      : { "service.beta.kubernetes.io/azure-load-balancer-internal-subnet": internal.subnet }),
    ...probeAnnotations(settings.externalTrafficPolicy ?? TrafficPolicy.Local),
  };
}

/**
 * Azure's probe. With the policy Local it asks kube-proxy, on a port of its own, whether the node has a pod, and no
 * annotation applies. With Cluster it asks NGINX: by HTTP on port 80, because a TCP probe would also find a node whose
 * pods are gone, and on 443, where no host is named in a probe, at least for an open port.
 */
function probeAnnotations(policy: TrafficPolicy): Record<string, string> {
  if (policy === TrafficPolicy.Local) {
    return {};
  }
  return {
    "service.beta.kubernetes.io/port_80_health-probe_protocol": "http",
    "service.beta.kubernetes.io/port_80_health-probe_request-path": healthPath,
    "service.beta.kubernetes.io/port_443_health-probe_protocol": "tcp",
  };
}

/** The Service in front of the controller. */
export function loadBalancerSpec(
  settings: LoadBalancerSettings,
  selector: Readonly<Record<string, string>>,
): inputs.core.v1.ServiceSpec {
  return {
    type: "LoadBalancer",
    externalTrafficPolicy: settings.externalTrafficPolicy ?? TrafficPolicy.Local,
    ...(settings.allowedSourceRanges === undefined
      ? {}
      : { loadBalancerSourceRanges: [...settings.allowedSourceRanges] }),
    selector: { ...selector },
    ports: [
      { name: "http", port: 80, targetPort: "http", protocol: "TCP" },
      { name: "https", port: 443, targetPort: "https", protocol: "TCP" },
    ],
  };
}
