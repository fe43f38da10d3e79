import type * as inputs from "@pulumi/kubernetes/types/input.js";
import type * as pulumi from "@pulumi/pulumi";
import type { ResourceRequirements } from "../workload/container-resources.ts";
import { restrictedContainer, restrictedPod } from "../workload/container-security.ts";
import type { SelectorLabels } from "../workload/labels.ts";
import { spreadOut } from "../workload/placement.ts";
import { metricsPort } from "./controller-traffic.ts";

/** The user `nginx` of the image, to whom its files belong. */
const nginxUser = 101;

/** Where client libraries look for the account's token. */
const tokenPath = "/var/run/secrets/kubernetes.io/serviceaccount";

/** What the template of the controller's pods is made of. */
export interface ControllerPodParts {
  readonly image: pulumi.Input<string>;
  readonly flags: readonly string[];
  readonly serviceAccountName: string;
  readonly resources: ResourceRequirements;
  readonly selector: SelectorLabels;
  readonly labels: Readonly<Record<string, pulumi.Input<string>>>;
  readonly nodeSelector: Readonly<Record<string, string>> | undefined;
}

/**
 * The template of the controller's pods, which Pod Security's level "restricted" admits.
 *
 * NGINX listens on 80 and 443: each Ingress is served on these ports unless it names others itself, and a redirect to
 * HTTPS would name any other port to the client. Two things let it do so without root. The image's binaries carry
 * the file capability NET_BIND_SERVICE and do not even start where the container's bounding set lacks it; "restricted"
 * lets it be added. And as privilege escalation is off, the kernel grants no file capability, so the sysctl, one of
 * the safe ones, opens the low ports to every user of the pod's own network namespace.
 */
export function controllerPod(parts: ControllerPodParts): inputs.core.v1.PodTemplateSpec {
  const pod = restrictedPod(nginxUser);
  return {
    metadata: {
      labels: { ...parts.labels },
      annotations: {
        "prometheus.io/scrape": "true",
        "prometheus.io/port": `${metricsPort}`,
        "prometheus.io/path": "/metrics",
      },
    },
    spec: {
      serviceAccountName: parts.serviceAccountName,
      // The token is mounted below, into the container that needs it and not into the one that copies files.
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      hostNetwork: false,
      hostPID: false,
      hostIPC: false,
      securityContext: { ...pod, sysctls: [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }] },
      terminationGracePeriodSeconds: 60,
      ...spreadOut(parts.selector),
      ...(parts.nodeSelector === undefined ? {} : { nodeSelector: { ...parts.nodeSelector } }),
      initContainers: [copyConfiguration(parts)],
      containers: [controller(parts)],
      volumes: [...writable.map(({ name, sizeLimit }) => ({ name, emptyDir: { sizeLimit } })), tokenVolume()],
    },
  };
}

/** What NGINX and the controller write. The image's content of /etc/nginx is copied there first. */
const writable = [
  { name: "nginx-etc", mountPath: "/etc/nginx", sizeLimit: "64Mi" },
  { name: "nginx-cache", mountPath: "/var/cache/nginx", sizeLimit: "512Mi" },
  { name: "nginx-lib", mountPath: "/var/lib/nginx", sizeLimit: "64Mi" },
  { name: "nginx-log", mountPath: "/var/log/nginx", sizeLimit: "64Mi" },
] as const;

function copyConfiguration({ image, resources }: ControllerPodParts): inputs.core.v1.Container {
  return {
    name: "copy-configuration",
    image,
    imagePullPolicy: "Always",
    command: ["cp", "-dR", "/etc/nginx/.", "/mnt/etc"],
    resources: { ...resources },
    securityContext: restrictedContainer(nginxUser),
    volumeMounts: [{ name: "nginx-etc", mountPath: "/mnt/etc" }],
  };
}

function controller({ image, flags, resources }: ControllerPodParts): inputs.core.v1.Container {
  return {
    name: "nginx-ingress",
    image,
    imagePullPolicy: "Always",
    args: [...flags],
    ports: [
      { name: "http", containerPort: 80, protocol: "TCP" },
      { name: "https", containerPort: 443, protocol: "TCP" },
      { name: "readiness", containerPort: 8081, protocol: "TCP" },
      { name: "metrics", containerPort: metricsPort, protocol: "TCP" },
    ],
    env: [
      { name: "POD_NAMESPACE", valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } },
      { name: "POD_NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
    ],
    resources: { ...resources },
    securityContext: restrictedContainer(nginxUser, ["NET_BIND_SERVICE"]),
    // Ready once every Ingress that exists at the start is served.
    startupProbe: {
      httpGet: { path: "/nginx-ready", port: "readiness" },
      periodSeconds: 2,
      failureThreshold: 90,
    },
    readinessProbe: {
      httpGet: { path: "/nginx-ready", port: "readiness" },
      periodSeconds: 5,
      timeoutSeconds: 2,
      failureThreshold: 2,
    },
    // The readiness path also answers 503 while certificates load, so life is told by the port alone.
    livenessProbe: {
      tcpSocket: { port: "readiness" },
      periodSeconds: 10,
      timeoutSeconds: 2,
      failureThreshold: 3,
    },
    // Two probes of Azure's load balancer, which asks every five seconds, pass before the pod stops accepting.
    lifecycle: { preStop: { sleep: { seconds: 15 } } },
    volumeMounts: [
      ...writable.map(({ name, mountPath }) => ({ name, mountPath })),
      { name: "api-token", mountPath: tokenPath, readOnly: true },
    ],
  };
}

/** What automounting would mount, for the container that uses it alone. */
function tokenVolume(): inputs.core.v1.Volume {
  return {
    name: "api-token",
    projected: {
      defaultMode: 0o440,
      sources: [
        { serviceAccountToken: { path: "token", expirationSeconds: 3607 } },
        { configMap: { name: "kube-root-ca.crt", items: [{ key: "ca.crt", path: "ca.crt" }] } },
        {
          downwardAPI: {
            items: [{ path: "namespace", fieldRef: { apiVersion: "v1", fieldPath: "metadata.namespace" } }],
          },
        },
      ],
    },
  };
}
