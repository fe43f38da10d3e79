import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import {
  compliantDeployment,
  container,
  cronJob,
  inEveryContainer,
  patch,
  pod,
  podCases,
  service,
  spec,
  windowsPod,
} from "./kubernetes-fixtures.ts";
import { withInput } from "./rule-cases.ts";
import type { RuleCases, ServiceCases } from "./rule-cases.ts";

const first = "containers.0";
const job: TestResource = { ...compliantDeployment, type: "kubernetes:batch/v1:Job" };

/** The deployment with another value in its pod's spec. */
function deployment(path: string, value: unknown): TestResource {
  return withInput(compliantDeployment, `${spec}.${path}`, value);
}

/** The same without conditions of the first, ordinary container that other workloads need not meet. */
function probeCases(probe: string): RuleCases {
  const path = `${first}.${probe}`;
  return {
    compliant: [
      compliantDeployment,
      withInput(job, `${spec}.${path}`, undefined),
      cronJob,
      service,
      patch,
      deployment("initContainers", [{ ...container, [probe]: undefined }]),
      deployment(path, unknown),
    ],
    violating: [
      {
        subject: deployment("containers", [container, { ...container, [probe]: undefined }]),
        message: new RegExp(`containers\\[1\\]\\.${probe} is absent; it must be set`),
      },
    ],
    absent: { subject: deployment(path, undefined), outcome: "fail" },
    unknown: [deployment("containers", unknown)],
  };
}

function requestCases(kind: string): RuleCases {
  const limited = deployment(`${first}.resources.requests`, undefined);
  return {
    compliant: [
      compliantDeployment,
      limited,
      patch,
      deployment(`${first}.resources.requests.${kind}`, unknown),
    ],
    violating: [
      {
        subject: withInput(limited, `${spec}.${first}.resources.limits.${kind}`, undefined),
        message: new RegExp(`resources\\.requests\\.${kind} is absent; it must be set`),
      },
    ],
    absent: { subject: deployment(`${first}.resources`, undefined), outcome: "fail" },
    unknown: [deployment(`${first}.resources`, unknown)],
  };
}

function added(...capabilities: readonly unknown[]) {
  return deployment(`${first}.securityContext.capabilities.add`, capabilities);
}

const addedCapability = (good: readonly unknown[], bad: readonly unknown[]) =>
  inEveryContainer(
    {
      compliant: [compliantDeployment, patch, ...good.map((capability) => added(capability))],
      violating: bad.map((capability) => ({
        subject: added(capability),
        message: /add\[0\] is .* must be left out/,
      })),
      absent: { subject: deployment(`${first}.securityContext.capabilities`, undefined), outcome: "pass" },
      unknown: [added(unknown), deployment(`${first}.securityContext`, unknown)],
    },
    { securityContext: { capabilities: { add: bad } } },
  );

const netRaw = podCases(`${first}.securityContext.capabilities.drop`, {
  good: [["ALL"], ["net_raw"]],
  bad: [[], ["KILL"]],
  absent: "fail",
});

const windowsUser = withInput(
  windowsPod,
  `${spec}.securityContext.windowsOptions.runAsUserName`,
  "ContainerUser",
);

const imagePullPolicy = podCases(`${first}.imagePullPolicy`, {
  good: ["Always"],
  bad: ["IfNotPresent", "Never"],
  absent: "fail",
});

const digest = `sha256:${"0a1b".repeat(16)}`;

/** The cases of the rules on what a pod may do. */
export const kubernetesPodCases: ServiceCases = {
  "k8s-capabilities-allowed": addedCapability(
    ["NET_BIND_SERVICE", "CHOWN"],
    ["NET_ADMIN", "SYS_PTRACE", "ALL"],
  ),
  "k8s-no-sys-admin": addedCapability(["NET_BIND_SERVICE", "NET_ADMIN"], ["SYS_ADMIN", "SYS_MODULE", "ALL"]),
  "k8s-no-net-raw": inEveryContainer(
    {
      ...netRaw,
      compliant: [...netRaw.compliant, windowsPod],
      violating: [
        ...netRaw.violating,
        { subject: added("NET_RAW"), message: /capabilities\.add\[0\] is "NET_RAW"; it must be left out/ },
      ],
    },
    { securityContext: { capabilities: { drop: [] } } },
  ),
  "k8s-high-user-id": inEveryContainer(
    {
      compliant: [
        compliantDeployment,
        windowsPod,
        patch,
        deployment("securityContext.fsGroup", 10001),
        withInput(
          deployment("securityContext.runAsUser", 101),
          `${spec}.${first}.image`,
          "docker.io/nginx/nginx-ingress:5.5.4",
        ),
      ],
      violating: [
        {
          subject: deployment("securityContext.runAsUser", 1000),
          message: /runAsUser is 1000; it must be above 10000/,
        },
        {
          subject: deployment("securityContext.runAsGroup", 0),
          message: /runAsGroup is 0; it must be above 10000/,
        },
        { subject: deployment("securityContext.fsGroup", 0), message: /fsGroup is 0/ },
        {
          subject: deployment("securityContext.supplementalGroups", [20000, 4]),
          message: /supplementalGroups\[1\] is 4/,
        },
      ],
      absent: { subject: deployment("securityContext", undefined), outcome: "fail" },
      unknown: [deployment("securityContext.runAsUser", unknown)],
    },
    { securityContext: { runAsUser: 0 } },
  ),
  "k8s-apparmor-profile": inEveryContainer(
    {
      ...podCases("securityContext.appArmorProfile.type", {
        good: ["RuntimeDefault", "Localhost"],
        bad: ["Unconfined"],
        absent: "pass",
      }),
      violating: [
        {
          subject: withInput(compliantDeployment, "spec.template.metadata.annotations", {
            "container.apparmor.security.beta.kubernetes.io/main": "unconfined",
          }),
          message: /annotations\["container\.apparmor.*"\] is "unconfined"/,
        },
        {
          subject: deployment("securityContext.appArmorProfile", { type: "Unconfined" }),
          message: /appArmorProfile\.type is "Unconfined"; it must be "RuntimeDefault"/,
        },
      ],
    },
    { securityContext: { appArmorProfile: { type: "Unconfined" } } },
  ),
  "k8s-selinux-options": inEveryContainer(
    podCases("securityContext.seLinuxOptions.type", {
      good: ["container_t", ""],
      bad: ["spc_t"],
      absent: "pass",
    }),
    { securityContext: { seLinuxOptions: { user: "system_u" } } },
  ),
  "k8s-proc-mount": inEveryContainer(
    podCases(`${first}.securityContext.procMount`, { good: ["Default"], bad: ["Unmasked"], absent: "pass" }),
    { securityContext: { procMount: "Unmasked" } },
  ),
  "k8s-safe-sysctls": {
    compliant: [
      compliantDeployment,
      deployment("securityContext.sysctls", [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }]),
    ],
    violating: [
      {
        subject: deployment("securityContext.sysctls", [
          { name: unknown },
          { name: "kernel.msgmax", value: "65536" },
        ]),
        message: /sysctls\[1\]\.name is "kernel\.msgmax"; it must be one of the safe sysctls/,
      },
    ],
    absent: { subject: deployment("securityContext.sysctls", undefined), outcome: "pass" },
    unknown: [deployment("securityContext.sysctls", [{ name: unknown }])],
  },
  "k8s-volume-types": {
    compliant: [
      compliantDeployment,
      deployment("volumes", [
        { name: "a", csi: {} },
        { name: "b", hostPath: { path: "/" } },
        { name: "c", secret: {} },
      ]),
      { type: "kubernetes:core/v1:PersistentVolume", inputs: { spec: { csi: {} } } },
    ],
    violating: [
      {
        subject: deployment("volumes", [{ name: "a", nfs: { server: "x" } }]),
        message: /volumes\[0\]\.nfs is set; it must be one of configMap, csi/,
      },
      {
        subject: deployment("volumes", [{ name: "a", flexVolume: {} }]),
        message: /volumes\[0\]\.flexVolume/,
      },
      {
        subject: {
          type: "kubernetes:core/v1:PersistentVolume",
          inputs: { spec: { flexVolume: { driver: "x/y" } } },
        },
        message: /spec\.flexVolume is set; it must be left out/,
      },
    ],
    absent: { subject: deployment("volumes", undefined), outcome: "pass" },
    unknown: [deployment("volumes", unknown)],
  },
  "k8s-no-handler-host": inEveryContainer(
    podCases(`${first}.livenessProbe.httpGet.host`, { good: [""], bad: ["169.254.169.254"], absent: "pass" }),
    { lifecycle: { postStart: { tcpSocket: { host: "10.0.0.1", port: 22 } } } },
  ),
  "k8s-no-container-socket": {
    compliant: [
      compliantDeployment,
      deployment("volumes", [{ name: "a", hostPath: { path: "/var/log" } }]),
      service,
    ],
    violating: [
      {
        subject: deployment("volumes", [
          { name: unknown, hostPath: unknown },
          { hostPath: { path: "/var/run/docker.sock" } },
        ]),
        message: /volumes\[1\]\.hostPath\.path is "\/var\/run\/docker\.sock"; it must not be the socket/,
      },
      {
        subject: withInput(pod, "spec.volumes", [{ hostPath: { path: "/run/containerd/containerd.sock/" } }]),
        message: /spec\.volumes\[0\]/,
      },
    ],
    absent: { subject: deployment("volumes", undefined), outcome: "pass" },
    unknown: [deployment("volumes", [{ hostPath: { path: unknown } }])],
  },
  "k8s-no-host-aliases": podCases("hostAliases", {
    good: [[]],
    bad: [[{ ip: "10.0.0.1", hostnames: ["db"] }]],
    absent: "pass",
  }),
  "k8s-windows-container-user": {
    compliant: [compliantDeployment, windowsUser, withInput(windowsUser, `${spec}.os`, undefined), patch],
    violating: [
      {
        subject: withInput(
          windowsUser,
          `${spec}.securityContext.windowsOptions.runAsUserName`,
          "ContainerAdministrator",
        ),
        message: /runAsUserName is "ContainerAdministrator"; it must be "ContainerUser"/,
      },
      {
        subject: withInput(
          deployment("nodeSelector", { "kubernetes.io/os": "windows" }),
          `${spec}.os`,
          undefined,
        ),
        message: /windowsOptions\.runAsUserName is absent/,
      },
      {
        subject: deployment("securityContext.windowsOptions", { hostProcess: true }),
        message: /windowsOptions\.hostProcess is true; it must be false/,
      },
      {
        subject: withInput(windowsUser, `${spec}.${first}.resources.requests.memory`, "1Gi"),
        message: /requests\.memory is "1Gi"; it must not be above the limit/,
      },
    ],
    absent: { subject: windowsPod, outcome: "fail" },
    unknown: [withInput(windowsUser, `${spec}.securityContext.windowsOptions.runAsUserName`, unknown)],
  },
  "k8s-security-context": {
    compliant: [compliantDeployment, cronJob, patch, service],
    violating: [
      {
        subject: deployment("securityContext", {}),
        message: /spec\.securityContext is an object; it must be set/,
      },
      {
        subject: deployment("initContainers", [{ ...container, securityContext: undefined }]),
        message: /initContainers\[0\]\.securityContext is absent/,
      },
    ],
    absent: { subject: deployment("securityContext", undefined), outcome: "fail" },
    unknown: [deployment("securityContext", unknown)],
  },
  "k8s-secrets-as-files": inEveryContainer(
    {
      compliant: [compliantDeployment, deployment(`${first}.env`, [{ name: "A", value: unknown }]), patch],
      violating: [
        {
          subject: deployment(`${first}.env`, [
            { name: "A", valueFrom: { secretKeyRef: { name: "s", key: "k" } } },
          ]),
          message: /env\[0\]\.valueFrom\.secretKeyRef is an object; it must be a mounted file instead/,
        },
      ],
      absent: { subject: deployment(`${first}.env`, undefined), outcome: "pass" },
      unknown: [deployment(`${first}.env`, unknown), deployment(`${first}.env`, [unknown])],
    },
    { envFrom: [{ secretRef: { name: "s" } }] },
  ),
  "k8s-image-by-digest": inEveryContainer(
    podCases(`${first}.image`, {
      good: [`idea@${digest}`, `localhost:5000/idea:1.0.0@${digest}`],
      bad: ["idea:1.0.0", "idea@sha256:0a1b"],
      absent: "fail",
    }),
    { image: "idea:1.0.0" },
  ),
  "k8s-image-pull-policy": inEveryContainer(
    {
      ...imagePullPolicy,
      compliant: [
        ...imagePullPolicy.compliant,
        withInput(deployment(`${first}.imagePullPolicy`, undefined), `${spec}.${first}.image`, "idea:latest"),
      ],
    },
    { imagePullPolicy: "IfNotPresent" },
  ),
  "k8s-approved-registries": inEveryContainer(
    podCases(`${first}.image`, {
      good: [
        "platform.azurecr.io/idea:1",
        "mcr.microsoft.com/dotnet/aspnet:9.0",
        "docker.io/nginx/nginx-ingress:5.5.4",
      ],
      bad: [
        "idea:1",
        "docker.io/someone/tool:1",
        "azurecr.io.example.com/idea:1",
        "example.com/x.azurecr.io/idea:1",
      ],
      absent: "fail",
    }),
    { image: "ghcr.io/someone/tool:1" },
  ),
  "k8s-cpu-request": requestCases("cpu"),
  "k8s-memory-request": requestCases("memory"),
  "k8s-requests-equal-limits": {
    compliant: [
      compliantDeployment,
      deployment(`${first}.resources.requests`, { cpu: "0.5", memory: 268435456 }),
      deployment(`${first}.resources.requests`, undefined),
      patch,
    ],
    violating: [
      {
        subject: deployment(`${first}.resources.requests.cpu`, "100m"),
        message: /requests\.cpu is "100m"; it must equal the limit/,
      },
      {
        subject: deployment(`${first}.resources.limits`, undefined),
        message: /limits\.cpu is absent; it must be set/,
      },
    ],
    absent: { subject: deployment(`${first}.resources`, undefined), outcome: "fail" },
    unknown: [deployment(`${first}.resources.requests.cpu`, unknown)],
  },
  "k8s-liveness-probe": probeCases("livenessProbe"),
  "k8s-readiness-probe": probeCases("readinessProbe"),
  "k8s-pre-stop-hook": {
    compliant: [
      compliantDeployment,
      withInput(job, `${spec}.${first}.lifecycle`, undefined),
      withInput(deployment(`${first}.lifecycle`, undefined), `${spec}.${first}.ports`, undefined),
      patch,
    ],
    violating: [
      {
        subject: deployment("containers", [container, { ...container, lifecycle: { postStart: {} } }]),
        message: /containers\[1\]\.lifecycle\.preStop is absent; it must be set/,
      },
    ],
    absent: { subject: deployment(`${first}.lifecycle`, undefined), outcome: "fail" },
    unknown: [deployment(`${first}.lifecycle`, unknown)],
  },
};
