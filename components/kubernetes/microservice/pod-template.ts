import type * as inputs from "@pulumi/kubernetes/types/input.js";
import type * as pulumi from "@pulumi/pulumi";
import { resourceRequirements } from "../workload/container-resources.ts";
import { restrictedContainer, restrictedPod } from "../workload/container-security.ts";
import type { SelectorLabels } from "../workload/labels.ts";
import { spreadOut } from "../workload/placement.ts";
import { environment } from "./environment.ts";
import type { MicroserviceArgs } from "./microservice-args.ts";
import { defaultPort, defaultUser, defaultWritablePaths } from "./microservice-args.ts";
import { secretVolumes, writableVolumes } from "./secret-mount.ts";
import { identityLabels } from "./workload-identity.ts";

const resourceDefaults = {
  cpuRequest: "100m",
  cpuLimit: "500m",
  memoryRequest: "128Mi",
  memoryLimit: "256Mi",
};

/** What the template of a service's pods is made of, besides its arguments. */
export interface PodTemplateParts {
  readonly args: MicroserviceArgs;
  /** The image, once it is known to be an acceptable one. */
  readonly image: pulumi.Input<string>;
  readonly serviceAccountName: string;
  readonly selector: SelectorLabels;
  readonly labels: Readonly<Record<string, pulumi.Input<string>>>;
}

/** The template of a service's pods, which Pod Security's level "restricted" admits. */
export function podTemplate(parts: PodTemplateParts): inputs.core.v1.PodTemplateSpec {
  const { args, selector } = parts;
  const port = args.port ?? defaultPort;
  const user = args.runAsUser ?? defaultUser;
  const volumes = [
    ...writableVolumes(args.writablePaths ?? defaultWritablePaths),
    ...secretVolumes(args.secrets ?? []),
  ];
  return {
    metadata: {
      labels: { ...parts.labels, ...identityLabels(args.identity) },
      annotations: {
        "prometheus.io/scrape": "true",
        "prometheus.io/port": `${port}`,
        "prometheus.io/path": args.metricsPath ?? "/metrics",
      },
    },
    spec: {
      serviceAccountName: parts.serviceAccountName,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      hostNetwork: false,
      hostPID: false,
      hostIPC: false,
      securityContext: restrictedPod(user),
      terminationGracePeriodSeconds: 30,
      ...spreadOut(selector),
      ...(args.nodeSelector === undefined ? {} : { nodeSelector: args.nodeSelector }),
      containers: [
        {
          name: "service",
          image: parts.image,
          // Also for what the node already holds, so that every pod start proves the right to pull it (CKV_K8S_15).
          imagePullPolicy: "Always",
          ...(args.command === undefined ? {} : { command: args.command }),
          ...(args.arguments === undefined ? {} : { args: args.arguments }),
          ports: [{ name: "http", containerPort: port, protocol: "TCP" }],
          env: environment({ port, env: args.env ?? {}, database: args.database, kafka: args.kafka }),
          resources: { ...resourceRequirements(args.resources, resourceDefaults) },
          securityContext: restrictedContainer(user),
          ...probes(args),
          // Requests still arrive until every node has heard that the pod is leaving.
          lifecycle: { preStop: { sleep: { seconds: 5 } } },
          volumeMounts: volumes.map(({ mount }) => mount),
        },
      ],
      volumes: volumes.map(({ volume }) => volume),
    },
  };
}

function probes(
  args: MicroserviceArgs,
): Pick<inputs.core.v1.Container, "startupProbe" | "livenessProbe" | "readinessProbe"> {
  const health = { path: args.healthPath ?? "/health", port: "http" };
  const readiness = { path: args.readinessPath ?? health.path, port: "http" };
  return {
    // Two minutes to start, for runtimes that warm up slowly; the liveness probe only begins afterwards.
    startupProbe: { httpGet: health, periodSeconds: 2, timeoutSeconds: 2, failureThreshold: 60 },
    livenessProbe: { httpGet: health, periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 3 },
    readinessProbe: { httpGet: readiness, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 2 },
  };
}
