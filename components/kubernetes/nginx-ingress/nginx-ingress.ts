import * as pulumi from "@pulumi/pulumi";
import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { IngressClass } from "@pulumi/kubernetes/networking/v1/ingressClass.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import { ClusterRole } from "@pulumi/kubernetes/rbac/v1/clusterRole.js";
import { ClusterRoleBinding } from "@pulumi/kubernetes/rbac/v1/clusterRoleBinding.js";
import { Role } from "@pulumi/kubernetes/rbac/v1/role.js";
import { RoleBinding } from "@pulumi/kubernetes/rbac/v1/roleBinding.js";
import { TenantNamespace } from "../namespace/tenant-namespace.ts";
import { throwIfRefused } from "../refusal/refusal.ts";
import { resourceRequirements, timesRequirements } from "../workload/container-resources.ts";
import { autoscalerSpec, replicaRange } from "../workload/horizontal-scaling.ts";
import { refuseImage, versionOf } from "../workload/image-reference.ts";
import { knownAfter } from "../workload/known-after.ts";
import { recommendedLabels, selectorLabels } from "../workload/labels.ts";
import {
  clusterRules,
  clusterWideRules,
  ownNamespaceRules,
  servedNamespaceRules,
} from "./controller-access.ts";
import { controllerFlags } from "./controller-flags.ts";
import { controllerPod } from "./controller-pod.ts";
import { controllerSettings, settingsName } from "./controller-settings.ts";
import { controllerTraffic } from "./controller-traffic.ts";
import { loadBalancerAnnotations, loadBalancerSpec, TrafficPolicy } from "./load-balancer.ts";
import type { NginxIngressArgs } from "./nginx-ingress-args.ts";
import { refuseNginxIngressArgs } from "./nginx-ingress-args.ts";

/** The release that this component is written for: https://github.com/nginx/kubernetes-ingress/releases. */
const defaultImage = "docker.io/nginx/nginx-ingress:5.5.4";

const resourceDefaults = { cpuRequest: "100m", cpuLimit: "1", memoryRequest: "256Mi", memoryLimit: "512Mi" };

/** What the IngressClass of F5's controller must say; the retired community controller has another. */
const ingressController = "nginx.org/ingress-controller";

/**
 * F5's NGINX Ingress Controller behind a load balancer of Azure, in a namespace of its own. It serves Ingresses;
 * its custom resources (VirtualServer and the like) are switched off, so that no custom resource definition is needed.
 */
export class NginxIngress extends pulumi.ComponentResource {
  /** Class that an Ingress names to be served; whatever uses it waits until the controller runs and has its address. */
  public readonly ingressClassName: pulumi.Output<string>;
  /** Namespace of the controller. */
  public readonly namespace: pulumi.Output<string>;
  /** Name of the Service of type LoadBalancer. */
  public readonly serviceName: pulumi.Output<string>;
  /** IP address of the load balancer; absent where a load balancer has a host name instead. */
  public readonly address: pulumi.Output<string | undefined>;

  constructor(name: string, args: NginxIngressArgs, opts?: pulumi.ComponentResourceOptions) {
    const namespaceName = args.namespace ?? "nginx-ingress";
    const className = args.ingressClassName ?? "nginx";
    throwIfRefused("NginxIngress", name, refuseNginxIngressArgs(namespaceName, className, args));
    super("cluster-platform:index:NginxIngress", name, {}, opts);

    const objectName = "nginx-ingress";
    const identification = {
      name: objectName,
      instance: namespaceName,
      component: "ingress-controller",
      partOf: "ingress",
    };
    const selector = selectorLabels(identification);
    const labels = recommendedLabels(identification);
    const image = acceptedImage(name, args.image ?? defaultImage);
    const served = args.watchAllNamespaces === true ? undefined : (args.watchNamespaces ?? []);
    const replicas = replicaRange(args.replicas, args.scaling);
    const resources = resourceRequirements(args.resources, resourceDefaults);
    const settings = controllerSettings(args.settings ?? {});
    const externalTrafficPolicy = args.externalTrafficPolicy ?? TrafficPolicy.Local;
    const names = { namespace: namespaceName, className, lease: `${objectName}-leader` };
    const metadata = { name: objectName, namespace: namespaceName, labels };

    // All pods there can be, and the one more that a rollout starts.
    const most = timesRequirements(replicas.most + 1, resources);
    const namespace = new TenantNamespace(
      `${name}-namespace`,
      {
        name: namespaceName,
        quota: {
          cpuRequests: most.requests.cpu,
          cpuLimits: most.limits.cpu,
          memoryRequests: most.requests.memory,
          memoryLimits: most.limits.memory,
          pods: replicas.most + 1,
          loadBalancers: 1,
        },
      },
      { parent: this },
    );
    const child = { parent: this };
    const inNamespace = { parent: this, dependsOn: [namespace] };

    const account = new ServiceAccount(
      `${name}-account`,
      { metadata, automountServiceAccountToken: false },
      inNamespace,
    );
    const subjects = [{ kind: "ServiceAccount", name: objectName, namespace: namespaceName }];

    // Objects without a namespace carry the namespace in their name, so that two controllers can live side by side.
    const clusterWide = { name: `${objectName}:${namespaceName}`, labels };
    const clusterRole = new ClusterRole(
      `${name}-cluster-role`,
      {
        metadata: clusterWide,
        rules: served === undefined ? clusterWideRules(names) : clusterRules(names, served),
      },
      child,
    );
    const access: pulumi.Resource[] = [
      clusterRole,
      new ClusterRoleBinding(
        `${name}-cluster-role-binding`,
        {
          metadata: clusterWide,
          roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: clusterWide.name },
          subjects,
        },
        { parent: this, dependsOn: [clusterRole, account] },
      ),
    ];
    const roles = [
      { suffix: "own", namespace: namespaceName, rules: ownNamespaceRules(names) },
      ...(served ?? []).map((name) => ({ suffix: name, namespace: name, rules: servedNamespaceRules() })),
    ];
    for (const { suffix, namespace: place, rules } of roles) {
      const roleMetadata = { name: clusterWide.name, namespace: place, labels };
      const role = new Role(`${name}-role-${suffix}`, { metadata: roleMetadata, rules }, inNamespace);
      const binding = new RoleBinding(
        `${name}-role-binding-${suffix}`,
        {
          metadata: roleMetadata,
          roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: clusterWide.name },
          subjects,
        },
        { parent: this, dependsOn: [role, account] },
      );
      access.push(role, binding);
    }

    const settingsObject = settingsName(objectName, settings);
    const configuration = new ConfigMap(
      `${name}-settings`,
      { metadata: { ...metadata, name: settingsObject }, immutable: true, data: settings },
      inNamespace,
    );

    const ingressClass = new IngressClass(
      `${name}-class`,
      {
        metadata: {
          name: className,
          labels,
          annotations: { "ingressclass.kubernetes.io/is-default-class": `${args.defaultClass ?? false}` },
        },
        spec: { controller: ingressController },
      },
      child,
    );

    const traffic = new NetworkPolicy(
      `${name}-traffic`,
      {
        metadata,
        spec: controllerTraffic({
          selector: { ...selector },
          served,
          allowedSourceRanges: args.allowedSourceRanges,
          metricsNamespace: args.metricsNamespace ?? "kube-system",
          apiServerCidrs: args.apiServerCidrs,
        }),
      },
      inNamespace,
    );

    const versioned = { ...labels, "app.kubernetes.io/version": pulumi.output(image).apply(versionOf) };
    const deployment = new Deployment(
      `${name}-deployment`,
      {
        metadata: { ...metadata, labels: versioned },
        spec: {
          replicas: replicas.least,
          revisionHistoryLimit: 5,
          selector: { matchLabels: { ...selector } },
          strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
          template: controllerPod({
            image,
            flags: controllerFlags({
              ...names,
              settings: settingsObject,
              service: objectName,
              served,
              defaultTlsSecret: args.defaultTlsSecret,
              wildcardTlsSecret: args.wildcardTlsSecret,
              externalTrafficPolicy,
            }),
            serviceAccountName: objectName,
            resources,
            selector,
            labels: versioned,
            nodeSelector: args.nodeSelector,
          }),
        },
      },
      {
        parent: this,
        // It ends at once where its class, its settings or its access are missing.
        dependsOn: [account, ...access, configuration, ingressClass, traffic],
        // The autoscaler owns the number of pods after the first rollout.
        ignoreChanges: args.scaling === undefined ? [] : ["spec.replicas"],
      },
    );

    if (args.scaling !== undefined) {
      new HorizontalPodAutoscaler(
        `${name}-autoscaler`,
        { metadata, spec: autoscalerSpec(objectName, args.scaling) },
        { parent: this, dependsOn: [deployment] },
      );
    }

    new PodDisruptionBudget(
      `${name}-budget`,
      {
        metadata,
        spec: {
          // One at a time, however many there are: a budget that forbids every eviction would block node upgrades.
          maxUnavailable: 1,
          unhealthyPodEvictionPolicy: "AlwaysAllow",
          selector: { matchLabels: { ...selector } },
        },
      },
      inNamespace,
    );

    const service = new Service(
      `${name}-service`,
      {
        metadata: { ...metadata, annotations: loadBalancerAnnotations(args) },
        spec: loadBalancerSpec(args, { ...selector }),
      },
      // Azure takes a minute or two for the load balancer: time enough for the pods to start beside it.
      inNamespace,
    );

    this.ingressClassName = knownAfter(className, [ingressClass, deployment, service]);
    this.namespace = namespace.name;
    this.serviceName = knownAfter(objectName, [service]);
    this.address = service.status.apply((status) => status?.loadBalancer?.ingress?.[0]?.ip);
    this.registerOutputs({
      ingressClassName: this.ingressClassName,
      namespace: this.namespace,
      serviceName: this.serviceName,
      address: this.address,
    });
  }
}

/** An image that is another resource's output is checked as soon as it is known. */
function acceptedImage(name: string, image: pulumi.Input<string>): pulumi.Input<string> {
  if (typeof image === "string") {
    return image;
  }
  return pulumi.output(image).apply((known) => {
    throwIfRefused("NginxIngress", name, refuseImage("image", known));
    return known;
  });
}
