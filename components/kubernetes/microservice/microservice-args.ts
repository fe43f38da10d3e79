import type * as pulumi from "@pulumi/pulumi";
import { refuseSystemNamespace } from "../namespace/tenant-namespace-args.ts";
import { refuseCidrs } from "../refusal/cidr.ts";
import { refuseLabelName, refuseServiceName } from "../refusal/names.ts";
import { refuseContainerPort, refuseOutside, refusePort } from "../refusal/numbers.ts";
import { refuseHttpPath } from "../refusal/paths.ts";
import type { Refusal } from "../refusal/refusal.ts";
import type { ContainerResources } from "../workload/container-resources.ts";
import { refuseResources } from "../workload/container-resources.ts";
import type { HorizontalScaling } from "../workload/horizontal-scaling.ts";
import { refuseScaling } from "../workload/horizontal-scaling.ts";
import { refuseImage } from "../workload/image-reference.ts";
import type { DatabaseClient } from "./database-client.ts";
import { refuseDatabase } from "./database-client.ts";
import { refuseEnvironment } from "./environment.ts";
import type { KafkaClient } from "./kafka-client.ts";
import { refuseKafka } from "./kafka-client.ts";
import type { SecretMount } from "./secret-mount.ts";
import { refuseVolumes } from "./secret-mount.ts";
import type { ServiceRoute } from "./service-route.ts";
import { refuseRoute } from "./service-route.ts";
import type { WorkloadIdentity } from "./workload-identity.ts";
import { refuseIdentity } from "./workload-identity.ts";

/** Addresses outside the cluster that a service may open connections to. */
export interface EgressTarget {
  /** Address ranges in CIDR notation. At least one. */
  cidrs: string[];
  /** TCP ports. At least one. */
  ports: number[];
}

export interface MicroserviceArgs {
  /** Namespace of the service, which must exist. Refused: namespaces of the cluster itself. */
  namespace: pulumi.Input<string>;
  /**
   * Name of the service, of its account and of all its objects. Default: the component's name. Refused when it is no
   * DNS-1123 label that starts with a letter.
   */
  name?: string;
  /** Container image, with a digest or an explicit tag. Refused: no tag, or the tag latest. */
  image: pulumi.Input<string>;
  /** Version of the service, for the label app.kubernetes.io/version. Default: the image's tag or digest. */
  version?: pulumi.Input<string>;
  /** Entry point of the container. Default: the image's. */
  command?: string[];
  /** Arguments of the entry point. Default: the image's. */
  arguments?: string[];
  /** Number of pods. Default 2, so that one may be lost. Refused together with scaling. */
  replicas?: number;
  /** Scaling by CPU use. Default: none, the number of pods is fixed. */
  scaling?: HorizontalScaling;
  /** Port on which the container serves HTTP, also in its environment as PORT. Default 8080. Refused below 1024. */
  port?: number;
  /** Path that answers while the process works; a pod that fails is restarted. Default `/health`. */
  healthPath?: string;
  /** Path that answers while requests may come; a pod that fails gets none. Default: healthPath. */
  readinessPath?: string;
  /** Path of the metrics in Prometheus' format. Default `/metrics`. */
  metricsPath?: string;
  /** Requests and limits. Default 100m and 500m of a core, 128Mi and 256Mi of memory. */
  resources?: ContainerResources;
  /** Environment variables. Refused: names that promise a secret, such as DB_PASSWORD; Secrets are mounted as files. */
  env?: Record<string, pulumi.Input<string>>;
  /** Kubernetes Secrets, by name, that appear as files. Default none. */
  secrets?: SecretMount[];
  /** Managed identity of Azure that the pods sign in with. Default none. */
  identity?: WorkloadIdentity;
  /** How the service is reached from outside. Default: not at all. */
  route?: ServiceRoute;
  /** Database of the service. Default none. */
  database?: DatabaseClient;
  /** Kafka link of the service. Default none. */
  kafka?: KafkaClient;
  /** Further addresses that the service may reach. Default none: names can be resolved, nothing else. */
  egress?: EgressTarget[];
  /** Names of services in the same namespace that may call this one. Default none. */
  callers?: string[];
  /** Names of services in the same namespace that this one may call. Default none. */
  calls?: string[];
  /** Namespace of the ingress controller, let in where there is a route. Default `nginx-ingress`. */
  ingressNamespace?: string;
  /** Namespace of the agent that collects metrics, which is always let in. Default `kube-system`. */
  metricsNamespace?: string;
  /** User and group id of the process. Default 10001, above those of the nodes (CKV_K8S_40). Refused: 0, which is root. */
  runAsUser?: number;
  /** Folders that the process may write to; everything else is read-only. Default `/tmp`. */
  writablePaths?: string[];
  /** Larger system that the service belongs to, for the label app.kubernetes.io/part-of. Default: its own name. */
  partOf?: string;
  /** Labels of the nodes on which the pods may run. Default: any node. */
  nodeSelector?: Record<string, string>;
}

export const defaultPort = 8080;
export const defaultUser = 10001;
export const defaultWritablePaths: readonly string[] = ["/tmp"];

/** Every argument that cannot be used. What is not known yet is checked when it is. */
export function refuseMicroserviceArgs(name: string, args: MicroserviceArgs): Refusal[] {
  const healthPath = args.healthPath ?? "/health";
  return [
    ...refuseServiceName("name", name),
    ...(typeof args.namespace === "string"
      ? [
          ...refuseLabelName("namespace", args.namespace),
          ...refuseSystemNamespace("namespace", args.namespace),
        ]
      : []),
    ...(typeof args.image === "string" ? refuseImage("image", args.image) : []),
    ...refuseScaling(args.replicas, args.scaling),
    ...refuseContainerPort("port", args.port ?? defaultPort),
    ...refuseHttpPath("healthPath", healthPath),
    ...refuseHttpPath("readinessPath", args.readinessPath ?? healthPath),
    ...refuseHttpPath("metricsPath", args.metricsPath ?? "/metrics"),
    ...refuseResources("resources", args.resources),
    ...refuseEnvironment({
      port: args.port ?? defaultPort,
      env: args.env ?? {},
      database: args.database,
      kafka: args.kafka,
    }),
    ...refuseVolumes(args.secrets ?? [], args.writablePaths ?? defaultWritablePaths),
    ...refuseIdentity(args.identity),
    ...refuseRoute(args.route),
    ...refuseDatabase(args.database),
    ...refuseKafka(args.kafka),
    ...(args.egress ?? []).flatMap((target, index) => refuseEgress(`egress[${index}]`, target)),
    ...(args.callers ?? []).flatMap((caller, index) => refuseServiceName(`callers[${index}]`, caller)),
    ...(args.calls ?? []).flatMap((callee, index) => refuseServiceName(`calls[${index}]`, callee)),
    ...refuseLabelName("ingressNamespace", args.ingressNamespace ?? "nginx-ingress"),
    ...refuseLabelName("metricsNamespace", args.metricsNamespace ?? "kube-system"),
    ...refuseOutside("runAsUser", args.runAsUser ?? defaultUser, {
      least: 1,
      most: 2_147_483_647,
      remedy: "Give the process an id other than root's, best one above 10000.",
    }),
  ];
}

function refuseEgress(property: string, target: EgressTarget): Refusal[] {
  const ports =
    target.ports.length > 0
      ? target.ports.flatMap((port, index) => refusePort(`${property}.ports[${index}]`, port))
      : [
          {
            property: `${property}.ports`,
            value: target.ports,
            allowed: "at least one TCP port",
            remedy: "Name the ports of the peer: without any, all of them would be open.",
          },
        ];
  return [...refuseCidrs(`${property}.cidrs`, target.cidrs), ...ports];
}
