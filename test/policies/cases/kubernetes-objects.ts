import type { TestResource } from "../../../policies/testing/index.ts";
import { unknown } from "../../../policies/testing/index.ts";
import {
  compliantDeployment,
  container,
  inEveryContainer,
  metadata,
  patch,
  pod,
  podCases,
  service,
  spec,
} from "./kubernetes-fixtures.ts";
import { propertyCases, withInput } from "./rule-cases.ts";
import type { ServiceCases } from "./rule-cases.ts";

const labels = { "app.kubernetes.io/name": "idea", "app.kubernetes.io/instance": "idea" };

/** A Deployment as other objects of the stack find it. */
const labelled: TestResource = withInput(
  withInput(
    withInput(
      withInput(compliantDeployment, "metadata.labels", labels),
      "spec.template.metadata.labels",
      labels,
    ),
    `${spec}.serviceAccountName`,
    "idea",
  ),
  `${spec}.topologySpreadConstraints`,
  [{ maxSkew: 1, topologyKey: "kubernetes.io/hostname" }],
);
const deployment: TestResource = { ...labelled, name: "idea" };
const other: TestResource = { ...withInput(labelled, `${spec}.serviceAccountName`, "other"), name: "other" };

const account: TestResource = {
  type: "kubernetes:core/v1:ServiceAccount",
  name: "account",
  inputs: { metadata: { name: "idea", namespace: "apps" } },
};
const budget: TestResource = {
  type: "kubernetes:policy/v1:PodDisruptionBudget",
  name: "budget",
  inputs: { metadata, spec: { maxUnavailable: 1, selector: { matchLabels: labels } } },
};
const namespace: TestResource = {
  type: "kubernetes:core/v1:Namespace",
  name: "namespace",
  inputs: { metadata: { name: "apps", labels: { "pod-security.kubernetes.io/enforce": "restricted" } } },
};
const quota: TestResource = { type: "kubernetes:core/v1:ResourceQuota", name: "quota", inputs: { metadata } };
const limits: TestResource = { type: "kubernetes:core/v1:LimitRange", name: "limits", inputs: { metadata } };
const denyAll: TestResource = {
  type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  name: "deny-all",
  inputs: { metadata, spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } },
};
const service80: TestResource = {
  ...service,
  name: "service",
  inputs: { metadata, spec: { type: "ClusterIP", selector: labels, ports: [{ port: 80 }] } },
};
const loadBalancer = withInput(service80, "spec.type", "LoadBalancer");
const internal = withInput(loadBalancer, "metadata.annotations", {
  "service.beta.kubernetes.io/azure-load-balancer-internal": "true",
});
const ingress: TestResource = {
  type: "kubernetes:networking.k8s.io/v1:Ingress",
  inputs: {
    metadata: { ...metadata, annotations: { "kubernetes.io/ingress.allow-http": "false" } },
    spec: { tls: [{ hosts: ["api.example.com"] }], rules: [{ host: "api.example.com" }] },
  },
};
const configMap = (data: object): TestResource => ({
  type: "kubernetes:core/v1:ConfigMap",
  inputs: { metadata, data },
});
const statefulSet: TestResource = {
  ...labelled,
  type: "kubernetes:apps/v1:StatefulSet",
  inputs: { ...labelled.inputs, spec: { serviceName: "idea", template: { spec: {} } } },
};
const cronJob: TestResource = {
  type: "kubernetes:batch/v1:CronJob",
  inputs: { spec: { startingDeadlineSeconds: 60 } },
};
const autoscaler: TestResource = {
  type: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
  inputs: {
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "idea" },
      minReplicas: 2,
      maxReplicas: 4,
      metrics: [{ type: "Resource" }],
    },
  },
};
const storageClass: TestResource = {
  type: "kubernetes:storage.k8s.io/v1:StorageClass",
  inputs: { provisioner: "disk.csi.azure.com" },
};
const binding: TestResource = {
  type: "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
  name: "binding",
  inputs: { subjects: [{ kind: "ServiceAccount", name: "idea" }] },
};

const aboveReplicas = withInput(budget, "spec", { minAvailable: 2, selector: { matchLabels: labels } });

/** The cases of the rules on everything of a cluster but pods and roles. */
export const kubernetesObjectCases: ServiceCases = {
  "k8s-no-secret-in-config-map": {
    compliant: [
      configMap({
        "server-tokens": "false",
        PASSWORD_FILE: "/run/secrets/db",
        token: "${TOKEN}",
        "log-format": "$time_iso8601",
        DATABASE_HOST: "db.example.com",
      }),
    ],
    violating: [
      { subject: configMap({ dbPassword: "hunter22" }), message: /data\.dbPassword reads as a secret/ },
      {
        subject: configMap({ a: unknown, "app.conf": "Server=x;Password=hunter22;" }),
        message: /data\["app\.conf"\] reads as a secret; it must stand in a Secret or in Key Vault/,
      },
      { subject: configMap({ key: "-----BEGIN RSA PRIVATE KEY-----\nMII" }), message: /data\.key/ },
      { subject: configMap({ url: "postgres://app:hunter22@db.example.com/app" }), message: /data\.url/ },
    ],
    absent: { subject: { type: "kubernetes:core/v1:ConfigMap", inputs: {} }, outcome: "pass" },
    unknown: [configMap({ dbPassword: unknown })],
  },
  "k8s-spread-and-replicas": {
    compliant: [
      deployment,
      withInput(withInput(deployment, `${spec}.topologySpreadConstraints`, undefined), `${spec}.affinity`, {
        podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [] },
      }),
    ],
    violating: [
      {
        subject: withInput(deployment, `${spec}.topologySpreadConstraints`, []),
        message: /topologySpreadConstraints is an empty list; it must be set, or affinity\.podAntiAffinity/,
      },
      { subject: withInput(deployment, "spec.replicas", 0.5), message: /spec\.replicas is 0\.5/ },
    ],
    absent: { subject: compliantDeployment, outcome: "fail" },
    unknown: [withInput(deployment, `${spec}.affinity`, unknown)],
  },
  "k8s-no-naked-pod": {
    compliant: [withInput(pod, "metadata.ownerReferences", [{ kind: "Job" }])],
    violating: [{ subject: pod, message: /the pod stands alone; it must be made by a controller/ }],
    absent: { subject: { ...pod, inputs: {} }, outcome: "fail" },
    unknown: [withInput(pod, "metadata.ownerReferences", unknown)],
  },
  "k8s-required-labels": {
    compliant: [deployment, patch, service, withInput(pod, "metadata.labels", labels)],
    violating: [
      {
        subject: withInput(deployment, "spec.template.metadata.labels", {}),
        message: /spec\.template\.metadata\.labels\["app\.kubernetes\.io\/name"\] is absent; it must be set/,
      },
      {
        subject: withInput(deployment, "metadata.labels", { ...labels, stage: "a b" }),
        message: /metadata\.labels\.stage is "a b"; it must be at most 63 letters/,
      },
    ],
    absent: { subject: compliantDeployment, outcome: "fail" },
    unknown: [withInput(deployment, "metadata.labels", { ...labels, stage: unknown })],
  },
  "k8s-stable-api-version": {
    compliant: [
      compliantDeployment,
      { type: "kubernetes:argoproj.io/v1alpha1:Rollout", inputs: {} },
      { type: "kubernetes:core/v1:Pod", inputs: { spec: unknown } },
    ],
    violating: [
      {
        subject: { type: "kubernetes:policy/v1beta1:PodDisruptionBudget", inputs: {} },
        message: /policy\/v1beta1/,
      },
      {
        subject: { type: "kubernetes:networking.k8s.io/v1beta1:Ingress", inputs: {} },
        message: /networking\.k8s\.io\/v1beta1 is not a stable API version/,
      },
    ],
    absent: { subject: { type: "kubernetes:apps/v1beta2:Deployment", inputs: {} }, outcome: "fail" },
    unknown: [],
    readsNoValue: true,
  },
  "k8s-load-balancer-internal": {
    compliant: [
      service80,
      internal,
      withInput(loadBalancer, "metadata.annotations", {
        "service.beta.kubernetes.io/azure-pip-name": unknown,
      }),
    ],
    violating: [
      {
        subject: withInput(loadBalancer, "metadata.annotations", {
          "service.beta.kubernetes.io/azure-load-balancer-internal": "false",
        }),
        message: /azure-load-balancer-internal"\] is "false"; it must be "true"/,
      },
    ],
    absent: { subject: loadBalancer, outcome: "fail" },
    unknown: [withInput(service80, "spec.type", unknown)],
  },
  "k8s-no-node-port": propertyCases(service80, "spec.type", {
    good: ["ClusterIP", "LoadBalancer", "ExternalName"],
    bad: ["NodePort"],
    absent: "pass",
  }),
  "k8s-no-external-ips": propertyCases(service80, "spec.externalIPs", {
    good: [[]],
    bad: [["203.0.113.7"]],
    absent: "pass",
  }),
  "k8s-ingress-tls": {
    compliant: [
      ingress,
      withInput(withInput(ingress, "spec.tls", undefined), "metadata.annotations", {
        "nginx.org/mergeable-ingress-type": "minion",
      }),
    ],
    violating: [
      {
        subject: withInput(ingress, "spec.tls", []),
        message: /spec\.tls is an empty list; it must name the hosts/,
      },
      {
        subject: withInput(ingress, "metadata.annotations", { "kubernetes.io/ingress.allow-http": "true" }),
        message: /allow-http"\] is "true"; it must be "false"/,
      },
      {
        subject: withInput(ingress, "metadata.annotations", { "nginx.org/ssl-redirect": "false" }),
        message: /ssl-redirect"\] is "false"; it must be "true"/,
      },
    ],
    absent: { subject: withInput(ingress, "spec.tls", undefined), outcome: "fail" },
    unknown: [withInput(ingress, "spec.tls", unknown)],
  },
  "k8s-ingress-host": {
    ...propertyCases(ingress, "spec.rules.0.host", {
      good: ["api.example.com"],
      bad: ["", "*", "*.example.com"],
      absent: "fail",
    }),
    violating: [
      {
        subject: withInput(ingress, "spec.rules", [{ host: unknown }, { host: "*.example.com" }]),
        message: /spec\.rules\[1\]\.host is "\*\.example\.com"; it must be one fully qualified name/,
      },
      {
        subject: withInput(ingress, "spec.defaultBackend", { service: { name: "x" } }),
        message: /spec\.defaultBackend is set; it must be left out/,
      },
    ],
  },
  "k8s-no-nginx-snippets": inEveryContainer(
    {
      compliant: [
        ingress,
        configMap({ "server-tokens": "false", "allow-snippet-annotations": "false" }),
        withInput(compliantDeployment, `${spec}.containers.0.args`, ["-enable-snippets=false"]),
      ],
      violating: [
        {
          subject: withInput(ingress, "metadata.annotations", {
            "nginx.ingress.kubernetes.io/configuration-snippet": "x",
          }),
          message: /configuration-snippet"\] is set; it must be left out/,
        },
        {
          subject: withInput(ingress, "metadata.annotations", { "nginx.org/server-snippets": unknown }),
          message: /server-snippets"\] is set/,
        },
        { subject: configMap({ "http-snippets": "x" }), message: /data\.http-snippets is set/ },
        {
          subject: configMap({ "allow-snippet-annotations": "true" }),
          message: /allow-snippet-annotations is "true"/,
        },
        {
          subject: {
            type: "kubernetes:k8s.nginx.org/v1:VirtualServer",
            inputs: { metadata, spec: { "server-snippets": "x" } },
          },
          message: /spec\.server-snippets is set/,
        },
      ],
      absent: { subject: withInput(ingress, "metadata.annotations", undefined), outcome: "pass" },
      unknown: [withInput(compliantDeployment, `${spec}.containers.0.args`, [unknown])],
    },
    { args: ["-enable-snippets"] },
  ),
  "k8s-no-dashboard-or-tiller": inEveryContainer(
    {
      ...podCases("containers.0.image", {
        good: ["docker.io/nginx/nginx-ingress:5.5.4", "example.com/my-dashboard:1"],
        bad: [
          "ghcr.io/helm/tiller:v2.17.0",
          "docker.io/kubernetesui/dashboard:v2.7.0",
          "registry.k8s.io/git-sync/git-sync:v4.4.0",
        ],
        absent: "pass",
      }),
      compliant: [compliantDeployment, service80],
    },
    { image: "k8s.gcr.io/kubernetes-dashboard-amd64:v1.10.1" },
  ),
  "k8s-controller-sanity": {
    compliant: [
      statefulSet,
      cronJob,
      autoscaler,
      withInput(autoscaler, "spec.scaleTargetRef", { apiVersion: "argoproj.io/v1alpha1", kind: "Rollout" }),
    ],
    violating: [
      {
        subject: withInput(statefulSet, "spec.serviceName", undefined),
        message: /spec\.serviceName is absent/,
      },
      { subject: withInput(cronJob, "spec", {}), message: /spec\.startingDeadlineSeconds is absent/ },
      { subject: withInput(autoscaler, "spec.metrics", []), message: /spec\.metrics is an empty list/ },
      {
        subject: withInput(autoscaler, "spec.scaleTargetRef.kind", "DaemonSet"),
        message: /kind is "DaemonSet"/,
      },
      {
        subject: withInput(autoscaler, "spec.maxReplicas", 1),
        message: /maxReplicas is 1; it must be at least 2/,
      },
    ],
    absent: { subject: withInput(autoscaler, "spec", undefined), outcome: "fail" },
    unknown: [withInput(autoscaler, "spec.scaleTargetRef", unknown)],
  },
  "k8s-csi-storage-class": propertyCases(storageClass, "provisioner", {
    good: ["disk.csi.azure.com", "file.csi.azure.com"],
    bad: ["kubernetes.io/azure-disk"],
    absent: "fail",
  }),
  "k8s-no-aks-reserved": {
    compliant: [
      compliantDeployment,
      withInput(compliantDeployment, `${spec}.nodeSelector`, { "kubernetes.azure.com/mode": "user" }),
      withInput(compliantDeployment, "spec.template.metadata.labels", {
        "azure.workload.identity/use": "true",
      }),
    ],
    violating: [
      {
        subject: { type: "kubernetes:core/v1:NodePatch", inputs: { spec: { unschedulable: true } } },
        message: /the program edits a single node/,
      },
      {
        subject: withInput(compliantDeployment, "metadata.labels", { "kubernetes.azure.com/mode": "system" }),
        message: /labels\["kubernetes\.azure\.com\/mode"\] is reserved by AKS/,
      },
      {
        subject: withInput(compliantDeployment, `${spec}.tolerations`, [
          { key: unknown },
          { key: "CriticalAddonsOnly" },
        ]),
        message: /tolerations\[1\]\.key is "CriticalAddonsOnly"/,
      },
    ],
    absent: { subject: { ...compliantDeployment, inputs: {} }, outcome: "pass" },
    unknown: [withInput(compliantDeployment, `${spec}.tolerations`, unknown)],
  },
  "k8s-namespace-pod-security": {
    compliant: [
      namespace,
      { type: "kubernetes:core/v1:NamespacePatch", inputs: { metadata: { name: "apps" } } },
    ],
    violating: [
      {
        subject: withInput(namespace, "metadata.labels", {
          "pod-security.kubernetes.io/enforce": "baseline",
        }),
        message: /enforce"\] is "baseline"; it must be "restricted"/,
      },
    ],
    absent: { subject: withInput(namespace, "metadata", undefined), outcome: "fail" },
    unknown: [withInput(namespace, "metadata.labels", unknown)],
  },
  "k8s-dedicated-service-account": {
    compliant: [[deployment, other, account, binding], [patch]],
    violating: [
      {
        subject: [deployment, { ...deployment, name: "second" }],
        message: /serviceAccountName is "idea"; it must not be shared with idea/,
      },
      {
        subject: [withInput(deployment, `${spec}.serviceAccountName`, "default")],
        message: /serviceAccountName is "default"; it must name an account/,
      },
      {
        subject: [withInput(account, "metadata.name", "default")],
        message: /automountServiceAccountToken is absent; it must be false on the default account/,
      },
      {
        subject: [withInput(binding, "subjects.0.name", "default")],
        message: /subjects\[0\]\.name is "default"; it must not be the default account/,
      },
    ],
    absent: { subject: [compliantDeployment], outcome: "fail" },
    unknown: [[withInput(deployment, `${spec}.serviceAccountName`, unknown)]],
  },
  "k8s-disruption-budget": {
    compliant: [
      [deployment, budget],
      [withInput(deployment, "spec.replicas", 1)],
      [withInput(deployment, "spec.replicas", 3), aboveReplicas],
    ],
    violating: [
      {
        subject: [deployment, withInput(budget, "metadata.namespace", "elsewhere")],
        message: /no PodDisruptionBudget selects the pods/,
      },
      {
        subject: [deployment, withInput(budget, "spec.maxUnavailable", 0)],
        message: /maxUnavailable is 0; it must let at least one pod go/,
      },
      {
        subject: [deployment, aboveReplicas],
        message: /minAvailable is 2; it must be less than the 2 replicas/,
      },
    ],
    absent: { subject: [deployment], outcome: "fail" },
    unknown: [[deployment, withInput(budget, "spec.selector", unknown)]],
  },
  "k8s-namespace-limits": {
    compliant: [
      [namespace, quota, limits],
      [withInput(namespace, "metadata.name", "kube-system")],
      [
        withInput(namespace, "metadata.name", undefined),
        { ...quota, inputs: {}, dependencies: { metadata: ["namespace"] } },
        { ...limits, inputs: {}, dependencies: { metadata: ["namespace"] } },
      ],
    ],
    violating: [
      { subject: [namespace, limits], message: /no ResourceQuota stands in the namespace/ },
      {
        subject: [namespace, quota, withInput(limits, "metadata.namespace", "elsewhere")],
        message: /no LimitRange stands in the namespace/,
      },
    ],
    absent: { subject: [namespace], outcome: "fail" },
    unknown: [[namespace, withInput(quota, "metadata.namespace", unknown), limits]],
  },
  "k8s-pods-under-network-policy": {
    compliant: [
      [deployment, denyAll],
      [deployment, withInput(denyAll, "spec.podSelector", { matchLabels: labels })],
      [service80],
    ],
    violating: [
      {
        subject: [deployment, withInput(denyAll, "metadata.namespace", "elsewhere")],
        message: /no NetworkPolicy selects the pods/,
      },
      {
        subject: [
          deployment,
          withInput(denyAll, "spec.podSelector", {
            matchExpressions: [{ key: "app.kubernetes.io/name", operator: "NotIn", values: ["idea"] }],
          }),
        ],
        message: /no NetworkPolicy selects the pods/,
      },
    ],
    absent: { subject: [deployment], outcome: "fail" },
    unknown: [[deployment, withInput(denyAll, "spec.podSelector", unknown)]],
  },
  "k8s-service-targets-pods": {
    compliant: [
      [deployment, service80],
      [deployment, service80, withInput({ ...service80, name: "headless" }, "spec.clusterIP", "None")],
      [
        withInput(
          withInput(deployment, `${spec}.containers.0.ports`, [{ containerPort: 80 }]),
          `${spec}.containers.0.securityContext.capabilities.add`,
          ["NET_BIND_SERVICE"],
        ),
      ],
    ],
    violating: [
      {
        subject: [deployment, withInput(service80, "spec.selector", { app: "other" })],
        message: /spec\.selector matches no pods of the stack/,
      },
      {
        subject: [deployment, service80, { ...service80, name: "second" }],
        message: /spec\.selector is the same as that of service/,
      },
      {
        subject: [
          withInput(deployment, `${spec}.containers`, [{ ...container, ports: [{ containerPort: 80 }] }]),
        ],
        message: /ports\[0\]\.containerPort is 80; it must be above 1023/,
      },
    ],
    absent: { subject: [service80], outcome: "fail" },
    unknown: [[deployment, withInput(service80, "spec.selector", unknown)]],
  },
  "k8s-namespace-default-deny": {
    compliant: [
      [namespace, denyAll],
      [
        namespace,
        withInput(denyAll, "spec.policyTypes", ["Ingress"]),
        { ...withInput(denyAll, "spec.policyTypes", ["Egress"]), name: "deny-egress" },
      ],
    ],
    violating: [
      {
        subject: [namespace, withInput(denyAll, "spec.policyTypes", ["Ingress"])],
        message: /no NetworkPolicy denies all egress of the namespace/,
      },
      {
        subject: [namespace, withInput(denyAll, "spec.podSelector", { matchLabels: labels })],
        message: /no NetworkPolicy denies all ingress/,
      },
      {
        subject: [namespace, withInput(denyAll, "spec.ingress", [{}])],
        message: /no NetworkPolicy denies all ingress/,
      },
    ],
    absent: { subject: [namespace], outcome: "fail" },
    unknown: [[namespace, withInput(denyAll, "spec.podSelector", unknown)]],
  },
};
