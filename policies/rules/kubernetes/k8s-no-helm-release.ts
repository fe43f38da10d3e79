import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-helm-release",
  title: "Charts are installed as helm.v4.Chart, not as helm.v3.Release",
  severity: "high",
  description:
    "A Release is one opaque resource: its objects pass every rule unseen. A Chart registers each object on its own.",
  remediation: "Use kubernetes.helm.v4.Chart with a pinned version.",
  references: {
    catalogue: ["X-21"],
    nist: ["CM-3", "CM-8"],
    docs: ["https://www.pulumi.com/registry/packages/kubernetes/api-docs/helm/v4/chart/"],
  },
  appliesTo: ["kubernetes:helm.sh:Release"],
  *check() {
    yield { path: "", message: "a helm.v3.Release hides its objects from the policies" };
  },
});
