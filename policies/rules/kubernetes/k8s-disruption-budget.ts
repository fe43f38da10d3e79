import { each } from "../../evaluate.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { Selection } from "../../kubernetes/selection.ts";
import { workloadsOf } from "../../kubernetes/workload.ts";
import type { Workload } from "../../kubernetes/workload.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";

export default stackRule({
  id: "k8s-disruption-budget",
  title: "Workloads with several pods have a disruption budget that lets nodes be drained",
  severity: "low",
  enforcement: "advisory",
  description:
    "Without a budget the upgrade of the nodes may stop all pods of a service at once; with one that allows no disruption it cannot go on at all.",
  remediation: "Add a PodDisruptionBudget with maxUnavailable: 1 whose selector matches the pods.",
  references: {
    catalogue: ["K8S-44"],
    azurePolicy: ["d9e8f2c1"],
    kics: ["b23e9b98", "1db3a5a5"],
    nist: ["CP-2", "CP-10"],
    pulumi: ["oss:disallowZeroVoluntaryDisruption"],
    docs: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],
  },
  appliesTo: kubernetesObjects,
  reads: [],
  *check(stack) {
    const workloads = workloadsOf(stack);
    const selection = new Selection(workloads);
    const budgets = new Map<Workload, ResourceView>();
    yield* each(stack.ofType("kubernetes:policy:PodDisruptionBudget"), function* (resource) {
      const selector = resource.props.at("spec.selector");
      if (selector.isSet)
        selection.bySelector(resource, selector).forEach((workload) => budgets.set(workload, resource));
      const most = resource.props.at("spec.maxUnavailable");
      const least = resource.props.at("spec.minAvailable");
      if (most.is(0, "0", "0%")) yield { ...most.violates("must let at least one pod go"), resource };
      if (least.is("100%")) yield { ...least.violates("must let at least one pod go"), resource };
    });
    yield* each(workloads, function* (workload) {
      const { resource } = workload;
      const isMeant = resource.kind.name === "Deployment" || resource.kind.name === "StatefulSet";
      if (!isMeant || (resource.props.at("spec.replicas").number ?? 1) < 2) return;
      const budget = budgets.get(workload);
      if (budget === undefined) {
        yield { path: "", message: "no PodDisruptionBudget selects the pods", resource };
        return;
      }
      const least = budget.props.at("spec.minAvailable");
      const replicas = resource.props.at("spec.replicas").number ?? 1;
      if ((least.number ?? 0) >= replicas)
        yield { ...least.violates(`must be less than the ${replicas} replicas`), resource: budget };
    });
  },
});
