import type * as pulumi from "@pulumi/pulumi";
import { refuseSystemNamespace } from "../namespace/tenant-namespace-args.ts";
import { refuseCidrs } from "../refusal/cidr.ts";
import { refuseLabelName, refuseNamespacedName, refuseSubdomainName } from "../refusal/names.ts";
import type { Refusal } from "../refusal/refusal.ts";
import type { ContainerResources } from "../workload/container-resources.ts";
import { refuseResources } from "../workload/container-resources.ts";
import type { HorizontalScaling } from "../workload/horizontal-scaling.ts";
import { refuseScaling } from "../workload/horizontal-scaling.ts";
import { refuseImage } from "../workload/image-reference.ts";
import { refuseSettings } from "./controller-settings.ts";
import type { AzurePublicIp, InternalLoadBalancer } from "./load-balancer.ts";
import { TrafficPolicy } from "./load-balancer.ts";

export interface NginxIngressArgs {
  /** Namespace that is created for the controller. Default `nginx-ingress`. */
  namespace?: string;
  /**
   * Image of the controller, with a digest or an explicit tag: a copy in a registry of one's own, for example.
   * Default: the pinned release on Docker Hub. Refused: no tag, or the tag latest.
   */
  image?: pulumi.Input<string>;
  /** Number of pods. Default 2, so that one may be lost. Refused together with scaling. */
  replicas?: number;
  /** Scaling by CPU use. Default: none, the number of pods is fixed. */
  scaling?: HorizontalScaling;
  /** Requests and limits. Default 100m and 1 core, 256Mi and 512Mi of memory. */
  resources?: ContainerResources;
  /** Name of the IngressClass that is created. Default `nginx`. */
  ingressClassName?: string;
  /** Whether an Ingress that names no class gets this one. Default false. */
  defaultClass?: boolean;
  /**
   * Namespaces, which must exist, whose Ingresses are served. The controller reads Services, endpoints, pods and
   * Secrets there, and nowhere else. Refused when empty, unless watchAllNamespaces is true.
   */
  watchNamespaces?: string[];
  /** Serves the Ingresses of every namespace, and so reads every Secret of the cluster. Default false. */
  watchAllNamespaces?: boolean;
  /** Public IP address of Azure for the load balancer. Default: Azure makes one up. Refused together with internal. */
  publicIp?: AzurePublicIp;
  /** Puts the load balancer into the virtual network, without a public address. Default: none, it is public. */
  internal?: InternalLoadBalancer;
  /** Address ranges that may connect. Default: all. */
  allowedSourceRanges?: string[];
  /** How traffic finds a pod. Default `Local`, which keeps the client's address. */
  externalTrafficPolicy?: TrafficPolicy;
  /**
   * Secret, as namespace/name, with the certificate for requests that name no host of ours. It must exist, in a
   * watched namespace. Default: none, such connections are refused.
   */
  defaultTlsSecret?: string;
  /**
   * Secret, as namespace/name, with the certificate of hosts whose Ingress names none. It must exist, in a watched
   * namespace. Default: none, connections to such hosts are refused.
   */
  wildcardTlsSecret?: string;
  /**
   * Further keys of the controller's ConfigMap, such as `proxy-connect-timeout`. Default: none. Refused: snippets and
   * templates, which are raw NGINX configuration.
   */
  settings?: Record<string, string>;
  /** Namespace of the agent that collects metrics. Default `kube-system`. */
  metricsNamespace?: string;
  /** Address ranges of the Kubernetes API server. Default: any, as AKS does not say which ones it has. */
  apiServerCidrs?: string[];
  /** Labels of the nodes on which the pods may run. Default: any node. */
  nodeSelector?: Record<string, string>;
}

/** Every argument that cannot be used. What is not known yet is checked when it is. */
export function refuseNginxIngressArgs(
  namespace: string,
  className: string,
  args: NginxIngressArgs,
): Refusal[] {
  return [
    ...refuseLabelName("namespace", namespace),
    ...refuseSystemNamespace("namespace", namespace),
    ...(typeof args.image === "string" ? refuseImage("image", args.image) : []),
    ...refuseScaling(args.replicas, args.scaling),
    ...refuseResources("resources", args.resources),
    ...refuseSubdomainName("ingressClassName", className),
    ...refuseWatch(namespace, args),
    ...refuseLoadBalancer(args),
    ...refuseTlsSecret("defaultTlsSecret", namespace, args.defaultTlsSecret, args),
    ...refuseTlsSecret("wildcardTlsSecret", namespace, args.wildcardTlsSecret, args),
    ...refuseSettings(args.settings ?? {}),
    ...refuseLabelName("metricsNamespace", args.metricsNamespace ?? "kube-system"),
    ...(args.apiServerCidrs === undefined ? [] : refuseCidrs("apiServerCidrs", args.apiServerCidrs)),
  ];
}

function refuseWatch(namespace: string, args: NginxIngressArgs): Refusal[] {
  const watched = args.watchNamespaces ?? [];
  if (args.watchAllNamespaces === true) {
    return watched.length === 0
      ? []
      : [
          {
            property: "watchAllNamespaces",
            value: true,
            allowed: "false where watchNamespaces is given",
            remedy: "Remove one of the two.",
          },
        ];
  }
  if (watched.length === 0) {
    return [
      {
        property: "watchNamespaces",
        value: args.watchNamespaces,
        allowed: "at least one namespace",
        remedy:
          "Name the namespaces whose Ingresses are served, or say watchAllNamespaces: true, which lets the controller read every Secret of the cluster.",
      },
    ];
  }
  const duplicates = watched.filter((name, index) => watched.indexOf(name) !== index);
  return [
    ...watched.flatMap((name, index) => refuseLabelName(`watchNamespaces[${index}]`, name)),
    ...[...new Set(duplicates), ...watched.filter((name) => name === namespace)].map((name) => ({
      property: "watchNamespaces",
      value: name,
      allowed: "each namespace once, without the controller's own",
      remedy: "Remove it from the list.",
    })),
  ];
}

function refuseLoadBalancer(args: NginxIngressArgs): Refusal[] {
  const refusals =
    args.allowedSourceRanges === undefined
      ? []
      : refuseCidrs("allowedSourceRanges", args.allowedSourceRanges);
  if (args.publicIp !== undefined && args.internal !== undefined) {
    refusals.push({
      property: "publicIp",
      value: "a public IP address",
      allowed: "absent where internal is given",
      remedy: "Remove one of the two.",
    });
  }
  const policies: readonly string[] = Object.values(TrafficPolicy);
  const policy = args.externalTrafficPolicy ?? TrafficPolicy.Local;
  if (!policies.includes(policy)) {
    refusals.push({
      property: "externalTrafficPolicy",
      value: policy,
      allowed: `one of ${policies.join(", ")}`,
      remedy: "Use a value of TrafficPolicy.",
    });
  }
  return refusals;
}

function refuseTlsSecret(
  property: string,
  namespace: string,
  secret: string | undefined,
  args: NginxIngressArgs,
): Refusal[] {
  if (secret === undefined) {
    return [];
  }
  const malformed = refuseNamespacedName(property, secret);
  const [place = ""] = secret.split("/");
  if (
    malformed.length > 0 ||
    args.watchAllNamespaces === true ||
    (args.watchNamespaces ?? []).includes(place)
  ) {
    return malformed;
  }
  return [
    {
      property,
      value: secret,
      allowed: "a Secret in one of watchNamespaces",
      remedy: `Add "${place}" to watchNamespaces, or keep the certificate elsewhere than in "${namespace}".`,
    },
  ];
}
