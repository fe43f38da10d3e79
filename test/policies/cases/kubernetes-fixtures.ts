import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { RuleCases } from "./rule-cases.ts";

export const container = {
  name: "main",
  image: `platform.azurecr.io/idea:1.4.2@sha256:${"0a1b".repeat(16)}`,
  imagePullPolicy: "Always",
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    privileged: false,
    capabilities: { drop: ["ALL"] },
  },
  resources: { requests: { cpu: "500m", memory: "256Mi" }, limits: { cpu: "500m", memory: "256Mi" } },
  ports: [{ containerPort: 8080 }],
  livenessProbe: { httpGet: { path: "/healthz", port: 8080 } },
  readinessProbe: { httpGet: { path: "/readyz", port: 8080 } },
  lifecycle: { preStop: { sleep: { seconds: 5 } } },
};

export const podSpec = {
  automountServiceAccountToken: false,
  securityContext: {
    runAsNonRoot: true,
    runAsUser: 10001,
    runAsGroup: 10001,
    seccompProfile: { type: "RuntimeDefault" },
  },
  containers: [container],
  volumes: [{ name: "tmp", emptyDir: {} }],
};

export const metadata = { namespace: "apps" };

/** A Deployment that breaks no rule. */
export const compliantDeployment: TestResource = {
  type: "kubernetes:apps/v1:Deployment",
  inputs: { metadata, spec: { replicas: 2, template: { spec: podSpec } } },
};

export const pod: TestResource = { type: "kubernetes:core/v1:Pod", inputs: { metadata, spec: podSpec } };

export const cronJob: TestResource = {
  type: "kubernetes:batch/v1:CronJob",
  inputs: { metadata, spec: { jobTemplate: { spec: { template: { spec: podSpec } } } } },
};

export const podTemplate: TestResource = {
  type: "kubernetes:core/v1:PodTemplate",
  inputs: { metadata, template: { spec: podSpec } },
};

/** A custom resource with a pod template. */
export const rollout: TestResource = {
  ...compliantDeployment,
  type: "kubernetes:argoproj.io/v1alpha1:Rollout",
};

/** Adds to a Deployment that exists, so that what it leaves out says nothing. */
export const patch: TestResource = {
  type: "kubernetes:apps/v1:DeploymentPatch",
  inputs: { metadata, spec: { template: { spec: { containers: [{ name: "main" }] } } } },
};

export const service: TestResource = {
  type: "kubernetes:core/v1:Service",
  inputs: { metadata, spec: { ports: [] } },
};

const carriers = [
  { resource: compliantDeployment, spec: "spec.template.spec" },
  { resource: pod, spec: "spec" },
  { resource: cronJob, spec: "spec.jobTemplate.spec.template.spec" },
  { resource: podTemplate, spec: "template.spec" },
  { resource: rollout, spec: "spec.template.spec" },
  {
    resource: { ...compliantDeployment, type: "kubernetes:apps/v1:StatefulSet" },
    spec: "spec.template.spec",
  },
  { resource: { ...compliantDeployment, type: "kubernetes:apps/v1:DaemonSet" }, spec: "spec.template.spec" },
  { resource: { ...compliantDeployment, type: "kubernetes:batch/v1:Job" }, spec: "spec.template.spec" },
] as const;

/**
 * The cases of a rule about one property of a pod, tried on everything that carries one.
 *
 * @param path from the pod's spec
 */
export function podCases(
  path: string,
  values: {
    readonly good: readonly unknown[];
    readonly bad: readonly unknown[];
    readonly absent: "pass" | "fail";
  },
): RuleCases {
  const each = carriers.map(({ resource, spec }) => propertyCases(resource, `${spec}.${path}`, values));
  const [deployment] = each;
  if (deployment === undefined) throw new Error("no carriers of pods");
  return {
    compliant: [...each.flatMap(({ compliant }) => compliant), service, patch],
    violating: each.flatMap(({ violating }) => violating),
    absent: deployment.absent,
    unknown: each.flatMap(({ unknown: undecided }) => undecided),
  };
}

export const spec = "spec.template.spec";

export function withContainers(list: string, ...containers: readonly unknown[]): TestResource {
  return withInput(compliantDeployment, `${spec}.${list}`, containers);
}

/** Adds violations in a container that is not the first, in init containers and in ephemeral ones. */
export function inEveryContainer(cases: RuleCases, violating: object): RuleCases {
  return {
    ...cases,
    violating: [
      ...cases.violating,
      {
        subject: withContainers("containers", container, { ...container, ...violating }),
        message: /containers\[1\]/,
      },
      {
        subject: withContainers("initContainers", { ...container, ...violating }),
        message: /initContainers\[0\]/,
      },
      {
        subject: withContainers("ephemeralContainers", { ...container, ...violating }),
        message: /ephemeralContainers\[0\]/,
      },
      // A value that is not known hides no violation beside it.
      {
        subject: withContainers(
          "containers",
          { name: unknown, image: unknown, securityContext: unknown, resources: unknown, ports: unknown },
          { ...container, ...violating },
        ),
        message: /containers\[1\]/,
      },
    ],
  };
}

export const windowsPod = withInput(
  withInput(compliantDeployment, `${spec}.os`, { name: "windows" }),
  `${spec}.containers.0.securityContext`,
  undefined,
);
