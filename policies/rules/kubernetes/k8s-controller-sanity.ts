import type { Finding } from "../../finding.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-controller-sanity",
  title: "StatefulSets, CronJobs and autoscalers are complete",
  severity: "low",
  description:
    "A StatefulSet without a Service has no stable names, a CronJob without a deadline runs late or not at all after an outage, and an autoscaler without a metric or target never scales.",
  remediation:
    "Set serviceName on StatefulSets, startingDeadlineSeconds on CronJobs, and metrics, scaleTargetRef and a sound range on autoscalers.",
  references: {
    catalogue: ["K8S-73"],
    kics: ["3878dc92", "bb241e61", "8cf4671a", "192fe40b", "2f652c42", "5744cbb8"],
    nist: ["CM-6", "CP-10", "SC-6"],
    docs: [
      "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/",
      "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/",
    ],
  },
  appliesTo: [
    "kubernetes:apps:StatefulSet",
    "kubernetes:batch:CronJob",
    "kubernetes:autoscaling:HorizontalPodAutoscaler",
  ],
  *check({ kind, props }) {
    const spec = props.at("spec");
    if (kind.name === "StatefulSet") yield* set(spec.at("serviceName"));
    else if (kind.name === "CronJob") yield* set(spec.at("startingDeadlineSeconds"));
    else {
      const target = spec.at("scaleTargetRef.kind");
      if (
        !target.is("Deployment", "StatefulSet", "ReplicaSet", "ReplicationController") &&
        !isCustom(spec.at("scaleTargetRef"))
      )
        yield target.violates("must be a kind that can be scaled");
      if (spec.at("metrics").items().length === 0 && !spec.at("targetCPUUtilizationPercentage").isSet)
        yield spec.at("metrics").violates("must name at least one metric");
      const [least, most] = [spec.at("minReplicas").number ?? 1, spec.at("maxReplicas")];
      if ((most.number ?? 0) < least) yield most.violates(`must be at least ${least}`);
    }
  },
});

function* set(property: Property): Iterable<Finding> {
  if (!property.isSet) yield property.violates("must be set");
}

/** Custom resources can have a scale too. Their API group has a dot. */
function isCustom(target: Property): boolean {
  return (target.at("apiVersion").string ?? "").includes(".");
}
