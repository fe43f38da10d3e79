import { parseImageReference } from "../../kubernetes/image-reference.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

const retired = /(^|\/)(tiller|kubernetes-dashboard[a-z0-9-]*|kubernetesui\/[a-z0-9-]+|git-sync)$/;

export default resourceRule({
  id: "k8s-no-dashboard-or-tiller",
  title: "Neither Dashboard, Tiller nor git-sync run in the cluster",
  severity: "high",
  description:
    "Tiller and the Dashboard act with their own rights for whoever reaches them and are both retired; git-sync runs whatever is in a repository.",
  remediation:
    "Use the Azure portal or kubectl with your own account, Pulumi for charts, and images that hold what they run.",
  references: {
    catalogue: ["K8S-72"],
    checkov: ["CKV_K8S_33", "CKV_K8S_34", "CKV_K8S_44", "CKV_K8S_45", "CKV_K8S_159"],
    trivy: ["KSV-0102"],
    kics: ["d2ad057f", "6d173be7", "8b862ca9", "e17fa86a"],
    nist: ["AC-3", "AC-6", "CM-7", "SA-22"],
    docs: ["https://learn.microsoft.com/azure/aks/kubernetes-portal"],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    if (resource.kind.name === "Service") {
      const name = resource.props.at("metadata.name");
      if (name.is("tiller-deploy", "kubernetes-dashboard")) yield name.violates("must not be there");
    }
    yield* everyContainer(function* ({ props }) {
      const image = props.at("image");
      const { repository } = parseImageReference(image.string ?? "");
      if (retired.test(repository)) yield image.violates("must not run in the cluster");
    })(resource);
  },
});
