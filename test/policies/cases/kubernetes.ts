import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import {
  compliantDeployment,
  cronJob,
  inEveryContainer,
  metadata,
  patch,
  pod,
  podCases,
  service,
  spec,
  windowsPod,
} from "./kubernetes-fixtures.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import { kubernetesAccessCases } from "./kubernetes-access.ts";
import { kubernetesObjectCases } from "./kubernetes-objects.ts";
import { kubernetesPodCases } from "./kubernetes-pods.ts";
import type { RuleCases, ServiceCases } from "./rule-cases.ts";

const role: TestResource = {
  type: "kubernetes:rbac.authorization.k8s.io/v1:Role",
  inputs: { metadata, rules: [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"] }] },
};

const binding: TestResource = {
  type: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding",
  inputs: { roleRef: { kind: "ClusterRole", name: "view" }, subjects: [{ kind: "Group", name: "readers" }] },
};

const runAsNonRoot = podCases("securityContext.runAsNonRoot", { good: [true], bad: [], absent: "fail" });
const seccomp = podCases("securityContext.seccompProfile.type", {
  good: ["RuntimeDefault", "Localhost"],
  bad: ["Unconfined"],
  absent: "fail",
});
const capabilities = podCases("containers.0.securityContext.capabilities.drop", {
  good: [["ALL"], ["all", "NET_RAW"]],
  bad: [[], ["NET_RAW"]],
  absent: "fail",
});
const escalation = podCases("containers.0.securityContext.allowPrivilegeEscalation", {
  good: [false],
  bad: [true],
  absent: "fail",
});
const readOnly = podCases("containers.0.securityContext.readOnlyRootFilesystem", {
  good: [true],
  bad: [false],
  absent: "fail",
});

export const kubernetesCases: ServiceCases = {
  ...kubernetesPodCases,
  ...kubernetesAccessCases,
  ...kubernetesObjectCases,
  "k8s-no-privileged-container": inEveryContainer(
    podCases("containers.0.securityContext.privileged", { good: [false], bad: [true], absent: "pass" }),
    { securityContext: { privileged: true } },
  ),
  "k8s-no-privilege-escalation": inEveryContainer(
    { ...escalation, compliant: [...escalation.compliant, windowsPod] },
    { securityContext: { allowPrivilegeEscalation: true } },
  ),
  "k8s-no-host-network": podCases("hostNetwork", { good: [false], bad: [true], absent: "pass" }),
  "k8s-no-host-pid": podCases("hostPID", { good: [false], bad: [true], absent: "pass" }),
  "k8s-no-host-ipc": podCases("hostIPC", { good: [false], bad: [true], absent: "pass" }),
  "k8s-no-host-port": inEveryContainer(
    podCases("containers.0.ports.0.hostPort", { good: [0], bad: [8080, 53], absent: "pass" }),
    { ports: [{ containerPort: 1 }, { containerPort: 2, hostPort: 2 }] },
  ),
  "k8s-no-host-path": {
    ...podCases("volumes.0.hostPath.path", { good: [], bad: ["/var/run/docker.sock", "/"], absent: "fail" }),
    compliant: [compliantDeployment, cronJob, service, patch],
    absent: { subject: withInput(compliantDeployment, `${spec}.volumes`, undefined), outcome: "pass" },
    unknown: [withInput(compliantDeployment, `${spec}.volumes`, unknown)],
  },
  "k8s-run-as-non-root": inEveryContainer(
    {
      ...runAsNonRoot,
      compliant: [
        ...runAsNonRoot.compliant,
        windowsPod,
        withInput(
          withInput(compliantDeployment, `${spec}.securityContext`, undefined),
          `${spec}.containers.0.securityContext`,
          { runAsNonRoot: true, runAsUser: 10001 },
        ),
      ],
      violating: [
        {
          subject: withInput(compliantDeployment, `${spec}.securityContext.runAsNonRoot`, false),
          message:
            /containers\[0\]\.securityContext\.runAsNonRoot is absent; it must be true here or in spec\.template\.spec\.securityContext/,
        },
        {
          subject: withInput(compliantDeployment, `${spec}.securityContext.runAsUser`, 0),
          message: /securityContext\.runAsUser is 0; it must not be 0, which is root/,
        },
        {
          subject: withInput(patch, `${spec}.securityContext.runAsUser`, 0),
          message: /runAsUser is 0/,
        },
      ],
    },
    { securityContext: { runAsNonRoot: false } },
  ),
  "k8s-capabilities-dropped": inEveryContainer(
    {
      ...capabilities,
      compliant: [
        ...capabilities.compliant,
        windowsPod,
        withInput(compliantDeployment, `${spec}.containers.0.securityContext.capabilities.add`, [
          "NET_BIND_SERVICE",
        ]),
      ],
      violating: [
        ...capabilities.violating,
        {
          subject: withInput(compliantDeployment, `${spec}.containers.0.securityContext.capabilities.add`, [
            "SYS_ADMIN",
          ]),
          message: /capabilities\.add\[0\] is "SYS_ADMIN"; it must be left out/,
        },
      ],
    },
    { securityContext: { capabilities: { drop: [] } } },
  ),
  "k8s-seccomp-profile": inEveryContainer(
    { ...seccomp, compliant: [...seccomp.compliant, windowsPod] },
    { securityContext: { seccompProfile: { type: "Unconfined" } } },
  ),
  "k8s-read-only-root-filesystem": inEveryContainer(
    { ...readOnly, compliant: [...readOnly.compliant, windowsPod] },
    { securityContext: {} },
  ),
  "k8s-memory-limit": inEveryContainer(
    {
      ...podCases("containers.0.resources.limits.memory", {
        good: ["64Mi", unknown],
        bad: [],
        absent: "fail",
      }),
      unknown: [withInput(compliantDeployment, `${spec}.containers.0.resources`, unknown)],
    },
    { resources: { limits: { cpu: "1" } } },
  ),
  "k8s-cpu-limit": inEveryContainer(
    {
      ...podCases("containers.0.resources.limits.cpu", { good: ["1", 2], bad: [], absent: "fail" }),
      unknown: [withInput(compliantDeployment, `${spec}.containers.0.resources`, unknown)],
    },
    { resources: { limits: { memory: "1Gi" } } },
  ),
  "k8s-image-tag-fixed": inEveryContainer(
    podCases("containers.0.image", {
      good: [
        "nginx:1.29.1",
        "localhost:5000/idea@sha256:0a1b",
        "idea:latest@sha256:0a1b",
        "registry:5000/a/b:v2",
      ],
      bad: ["nginx", "nginx:latest", "localhost:5000/idea", "nginx:"],
      absent: "fail",
    }),
    { image: "idea:latest" },
  ),
  "k8s-service-account-token": {
    ...podCases("automountServiceAccountToken", { good: [false], bad: [], absent: "fail" }),
    violating: [
      {
        subject: withInput(compliantDeployment, `${spec}.automountServiceAccountToken`, undefined),
        message:
          /automountServiceAccountToken is absent; it must be false, or true with a serviceAccountName/,
      },
      {
        subject: withInput(pod, "spec.automountServiceAccountToken", true),
        message: /spec\.serviceAccountName is absent; it must name an account of the pod's own/,
      },
      {
        subject: withInput(
          withInput(pod, "spec.automountServiceAccountToken", true),
          "spec.serviceAccountName",
          "default",
        ),
        message: /spec\.serviceAccountName is "default"/,
      },
    ],
    compliant: [
      compliantDeployment,
      withInput(
        withInput(pod, "spec.automountServiceAccountToken", true),
        "spec.serviceAccountName",
        "controller",
      ),
      patch,
      service,
    ],
  },
  "k8s-default-namespace-unused": {
    ...propertyCases(compliantDeployment, "metadata.namespace", {
      good: ["apps"],
      bad: ["default", "kube-system"],
      absent: "pass",
    }),
    compliant: [compliantDeployment, withInput(service, "metadata.namespace", "default")],
  },
  "k8s-no-cluster-admin-binding": propertyCases(binding, "roleRef.name", {
    good: ["view", "edit"],
    bad: ["cluster-admin"],
    absent: "pass",
  }),
  "k8s-no-wildcard-role": {
    compliant: [role],
    violating: [
      { subject: withInput(role, "rules.0.verbs", ["get", "*"]), message: /rules\[0\]\.verbs\[1\] is "\*"/ },
      { subject: withInput(role, "rules.0.resources", ["*"]), message: /rules\[0\]\.resources\[0\] is "\*"/ },
      {
        subject: {
          ...withInput(role, "rules.0.apiGroups", ["*"]),
          type: "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
        },
        message: /rules\[0\]\.apiGroups\[0\] is "\*"; it must be named/,
      },
    ],
    absent: { subject: withInput(role, "rules", undefined), outcome: "pass" },
    unknown: [withInput(role, "rules.0.verbs", unknown)],
  },
  "k8s-no-helm-release": {
    // The rule looks at no property: a Release breaks it, whatever it holds.
    compliant: [],
    violating: [
      {
        subject: { type: "kubernetes:helm.sh/v3:Release", inputs: { chart: "nginx" } },
        message: /hides its objects from the policies/,
      },
    ],
    absent: { subject: { type: "kubernetes:helm.sh/v3:Release", inputs: {} }, outcome: "fail" },
    unknown: [],
  },
  "k8s-no-community-ingress-nginx": inEveryContainer(
    withRetiredObjects(
      podCases("containers.0.image", {
        good: ["docker.io/nginx/nginx-ingress:5.5.4", "example.com/ingress-nginx-dashboard:1.0.0"],
        bad: [
          "registry.k8s.io/ingress-nginx/controller:v1.12.0",
          "mirror.example.com/ingress-nginx/controller-chroot@sha256:0a1b",
        ],
        absent: "pass",
      }),
    ),
    { image: "registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.5.0" },
  ),
};

/** Adds what else shows that the community controller is used. */
function withRetiredObjects(cases: RuleCases): RuleCases {
  const ingressClass = (controller: string): TestResource => ({
    type: "kubernetes:networking.k8s.io/v1:IngressClass",
    inputs: { spec: { controller } },
  });
  const chart = (inputs: TestResource["inputs"]): TestResource => ({
    type: "kubernetes:helm.sh/v4:Chart",
    inputs,
  });
  return {
    ...cases,
    compliant: [
      ...cases.compliant,
      ingressClass("nginx.org/ingress-controller"),
      chart({ chart: "oci://ghcr.io/nginx/charts/nginx-ingress" }),
    ],
    violating: [
      ...cases.violating,
      {
        subject: ingressClass("k8s.io/ingress-nginx"),
        message: /spec\.controller is "k8s\.io\/ingress-nginx"; it must be a maintained controller/,
      },
      {
        subject: chart({ chart: "ingress-nginx/ingress-nginx" }),
        message: /chart is "ingress-nginx\/ingress-nginx"/,
      },
      {
        subject: chart({
          chart: "controller",
          repositoryOpts: { repo: "https://kubernetes.github.io/ingress-nginx" },
        }),
        message: /it must be the chart of a maintained controller/,
      },
    ],
  };
}
