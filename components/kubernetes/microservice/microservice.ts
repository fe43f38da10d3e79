import * as pulumi from "@pulumi/pulumi";
import { Deployment } from "@pulumi/kubernetes/apps/v1/deployment.js";
import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import { Service } from "@pulumi/kubernetes/core/v1/service.js";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1/serviceAccount.js";
import { Ingress } from "@pulumi/kubernetes/networking/v1/ingress.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { PodDisruptionBudget } from "@pulumi/kubernetes/policy/v1/podDisruptionBudget.js";
import { throwIfRefused } from "../refusal/refusal.ts";
import { autoscalerSpec, replicaRange } from "../workload/horizontal-scaling.ts";
import { refuseImage, versionOf } from "../workload/image-reference.ts";
import { knownAfter } from "../workload/known-after.ts";
import { recommendedLabels, selectorLabels } from "../workload/labels.ts";
import type { MicroserviceArgs } from "./microservice-args.ts";
import { defaultPort, refuseMicroserviceArgs } from "./microservice-args.ts";
import { podTemplate } from "./pod-template.ts";
import { routeAnnotations, routeSpec, routeUrl } from "./service-route.ts";
import { trafficPolicy } from "./traffic.ts";
import { identityAnnotations } from "./workload-identity.ts";

/**
 * One HTTP service: its pods, its account, the traffic it may have, and, where a route is given, its address outside
 * the cluster. Workers, cron jobs and one-off jobs are not part of it.
 */
export class Microservice extends pulumi.ComponentResource {
  /** Name of the Service, and of all other objects; whatever uses it waits until the service answers. */
  public readonly name: pulumi.Output<string>;
  /** Namespace of the service. */
  public readonly namespace: pulumi.Output<string>;
  /** Address within the cluster, such as `http://activity.apps.svc`. */
  public readonly internalUrl: pulumi.Output<string>;
  /** Address outside the cluster, such as `https://api.example.com/activity`; absent without a route. */
  public readonly url: pulumi.Output<string> | undefined;

  constructor(name: string, args: MicroserviceArgs, opts?: pulumi.ComponentResourceOptions) {
    const serviceName = args.name ?? name;
    throwIfRefused("Microservice", name, refuseMicroserviceArgs(serviceName, args));
    super("cluster-platform:index:Microservice", name, {}, opts);

    const identification = {
      name: serviceName,
      instance: serviceName,
      component: "service",
      partOf: args.partOf ?? serviceName,
    };
    const image = acceptedImage(name, args.image);
    const selector = selectorLabels(identification);
    const labels = recommendedLabels(identification);
    // Only on what runs: a new version shall not touch the Service, the account and the policies.
    const versioned = {
      ...labels,
      "app.kubernetes.io/version": args.version ?? pulumi.output(image).apply(versionOf),
    };
    const metadata = { name: serviceName, namespace: args.namespace, labels };
    const replicas = replicaRange(args.replicas, args.scaling);

    const account = new ServiceAccount(
      `${name}-account`,
      {
        metadata: { ...metadata, annotations: identityAnnotations(args.identity) },
        automountServiceAccountToken: false,
      },
      { parent: this },
    );

    const traffic = new NetworkPolicy(
      `${name}-traffic`,
      { metadata, spec: trafficPolicy(args, args.port ?? defaultPort, selector) },
      { parent: this },
    );

    const deployment = new Deployment(
      `${name}-deployment`,
      {
        metadata: { ...metadata, labels: versioned },
        spec: {
          replicas: replicas.least,
          revisionHistoryLimit: 5,
          selector: { matchLabels: { ...selector } },
          strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
          template: podTemplate({
            args,
            image,
            serviceAccountName: serviceName,
            selector,
            labels: versioned,
          }),
        },
      },
      {
        parent: this,
        // No pod runs before its account and its network policy are there.
        dependsOn: [account, traffic],
        // The autoscaler owns the number of pods after the first rollout.
        ignoreChanges: args.scaling === undefined ? [] : ["spec.replicas"],
      },
    );

    if (args.scaling !== undefined) {
      new HorizontalPodAutoscaler(
        `${name}-autoscaler`,
        { metadata, spec: autoscalerSpec(serviceName, args.scaling) },
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
      { parent: this },
    );

    const service = new Service(
      `${name}-service`,
      {
        metadata,
        spec: {
          type: "ClusterIP",
          selector: { ...selector },
          ports: [{ name: "http", port: 80, targetPort: "http", protocol: "TCP" }],
        },
      },
      // Pulumi waits for the pods behind a Service; without a Deployment there are none to wait for.
      { parent: this, dependsOn: [deployment] },
    );

    if (args.route !== undefined) {
      new Ingress(
        `${name}-route`,
        {
          metadata: { ...metadata, annotations: routeAnnotations(args.route) },
          spec: routeSpec(args.route, serviceName),
        },
        { parent: this, dependsOn: [service] },
      );
    }

    this.name = knownAfter(serviceName, [service, deployment]);
    this.namespace = pulumi.output(args.namespace);
    this.internalUrl = pulumi.interpolate`http://${this.name}.${this.namespace}.svc`;
    this.url = args.route === undefined ? undefined : routeUrl(args.route);
    this.registerOutputs({
      name: this.name,
      namespace: this.namespace,
      internalUrl: this.internalUrl,
      url: this.url,
    });
  }
}

/** An image that is another resource's output is checked as soon as it is known. */
function acceptedImage(name: string, image: pulumi.Input<string>): pulumi.Input<string> {
  if (typeof image === "string") {
    return image;
  }
  return pulumi.output(image).apply((known) => {
    throwIfRefused("Microservice", name, refuseImage("image", known));
    return known;
  });
}
