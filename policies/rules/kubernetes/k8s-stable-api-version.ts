import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

/** The API groups of Kubernetes itself; others, also below k8s.io, are installed and have a pace of their own. */
const builtIn =
  /^(core|apps|autoscaling|batch|extensions|policy|(admissionregistration|apiextensions|apiregistration|authentication|authorization|certificates|coordination|discovery|events|flowcontrol\.apiserver|internal\.apiserver|meta|networking|node|rbac\.authorization|resource|scheduling|storage|storagemigration)\.k8s\.io)$/;

export default resourceRule({
  id: "k8s-stable-api-version",
  title: "Objects use a stable API version",
  severity: "medium",
  description:
    "Alpha and beta versions are removed within a few releases: the upgrade of the cluster then breaks the program.",
  remediation: "Use the stable version of the API group, such as apps/v1, batch/v1 or networking.k8s.io/v1.",
  references: {
    catalogue: ["K8S-49"],
    trivy: ["KSV-0107"],
    kics: ["94b76ea5"],
    nist: ["CM-6", "SA-22"],
    pulumi: ["oss:disallowBetaResource/AlphaResource"],
    docs: ["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],
  },
  appliesTo: kubernetesObjects,
  *check({ type }) {
    const [group = "", version = ""] = (type.split(":")[1] ?? "").split("/");
    const isBuiltIn = builtIn.test(group);
    if (isBuiltIn && /^v\d+(alpha|beta)\d+$/.test(version))
      yield {
        path: "apiVersion",
        message: `${group}/${version} is not a stable API version; it must be one without alpha or beta`,
      };
  },
});
