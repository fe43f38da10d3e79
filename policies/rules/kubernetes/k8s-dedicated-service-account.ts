import { each } from "../../evaluate.ts";
import { namespaceOf } from "../../kubernetes/namespace.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { roleBindings } from "../../kubernetes/role-binding.ts";
import { workloadsOf } from "../../kubernetes/workload.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";

export default stackRule({
  id: "k8s-dedicated-service-account",
  title: "Each workload has a service account of its own",
  severity: "medium",
  description:
    "Rights that are given to the default account, or to one that is shared, are given to every pod that runs under it.",
  remediation:
    "Create a ServiceAccount for the workload, name it in serviceAccountName, and bind roles to it alone.",
  references: {
    catalogue: ["K8S-27"],
    checkov: ["CKV_K8S_41", "CKV_K8S_42"],
    cis: ["AKS 4.1.5", "AKS 5.2.1"],
    kics: ["b93e973e", "1e749bc9", "591ade62", "c1032cf7"],
    nist: ["AC-3", "AC-6", "IA-4", "IA-9"],
    pulumi: ["k8s-default-service-accounts-not-used", "aks-dedicated-service-accounts"],
    docs: ["https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/"],
  },
  appliesTo: kubernetesObjects,
  reads: [],
  *check(stack) {
    yield* each(stack.ofType("kubernetes:core:ServiceAccount"), function* (resource) {
      const mounted = resource.props.at("automountServiceAccountToken");
      if (resource.props.at("metadata.name").is("default") && !mounted.is(false))
        yield { ...mounted.violates("must be false on the default account"), resource };
    });
    yield* each(stack.ofType(...roleBindings), (resource) =>
      each(resource.props.at("subjects").items(), function* (subject) {
        const name = subject.at("name");
        if (subject.at("kind").is("ServiceAccount") && name.is("default"))
          yield { ...name.violates("must not be the default account"), resource };
      }),
    );
    const firstUse = new Map<string, ResourceView>();
    yield* each(workloadsOf(stack), function* ({ resource, pod }) {
      const account = pod.spec.at("serviceAccountName");
      const name = account.string ?? "default";
      if (name === "default") {
        yield { ...account.violates("must name an account of the workload's own"), resource };
        return;
      }
      const place = `${namespaceOf(resource)}/${name}`;
      const other = firstUse.get(place);
      if (other === undefined) firstUse.set(place, resource);
      else if (other !== resource)
        yield { ...account.violates(`must not be shared with ${other.name}`), resource };
    });
  },
});
