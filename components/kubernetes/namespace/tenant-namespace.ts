import * as pulumi from "@pulumi/pulumi";
import { LimitRange } from "@pulumi/kubernetes/core/v1/limitRange.js";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { ResourceQuota } from "@pulumi/kubernetes/core/v1/resourceQuota.js";
import { NetworkPolicy } from "@pulumi/kubernetes/networking/v1/networkPolicy.js";
import { throwIfRefused } from "../refusal/refusal.ts";
import { resourceRequirements } from "../workload/container-resources.ts";
import { knownAfter } from "../workload/known-after.ts";
import { hardLimits } from "./namespace-quota.ts";
import { PodSecurityLevel, podSecurityLabels } from "./pod-security-level.ts";
import type { TenantNamespaceArgs } from "./tenant-namespace-args.ts";
import { refuseTenantNamespaceArgs } from "./tenant-namespace-args.ts";

const containerDefaults = {
  cpuRequest: "100m",
  cpuLimit: "500m",
  memoryRequest: "128Mi",
  memoryLimit: "256Mi",
};

/**
 * A namespace for the workloads of one tenant: pods are held to a level of the Pod Security Standards, no traffic
 * flows that a policy does not name, containers get requests and limits, and all of them together stay within a quota.
 */
export class TenantNamespace extends pulumi.ComponentResource {
  /** Name of the namespace; whatever uses it waits until the namespace is closed and limited. */
  public readonly name: pulumi.Output<string>;

  constructor(name: string, args: TenantNamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
    const namespaceName = args.name ?? name;
    throwIfRefused("TenantNamespace", name, refuseTenantNamespaceArgs(namespaceName, args));
    super("cluster-platform:index:TenantNamespace", name, {}, opts);

    const labels = { "app.kubernetes.io/managed-by": "pulumi", ...args.labels };
    const namespace = new Namespace(
      `${name}-namespace`,
      {
        metadata: {
          name: namespaceName,
          labels: { ...labels, ...podSecurityLabels(args.podSecurity ?? PodSecurityLevel.Restricted) },
        },
      },
      { parent: this },
    );
    const inNamespace = { parent: this, dependsOn: [namespace] };

    const defaultDeny = new NetworkPolicy(
      `${name}-default-deny`,
      {
        metadata: { name: "default-deny", namespace: namespaceName, labels },
        spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
      },
      inNamespace,
    );

    const { requests, limits } = resourceRequirements(args.containerDefaults, containerDefaults);
    const limitRange = new LimitRange(
      `${name}-limits`,
      {
        metadata: { name: "container-defaults", namespace: namespaceName, labels },
        spec: { limits: [{ type: "Container", defaultRequest: requests, default: limits }] },
      },
      inNamespace,
    );

    const quota = new ResourceQuota(
      `${name}-quota`,
      {
        metadata: { name: "quota", namespace: namespaceName, labels },
        spec: { hard: hardLimits(args.quota) },
      },
      inNamespace,
    );

    this.name = knownAfter(namespaceName, [namespace, defaultDeny, limitRange, quota]);
    this.registerOutputs({ name: this.name });
  }
}
