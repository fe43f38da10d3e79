import { each } from "../../evaluate.ts";
import { everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import { resourceRule } from "../../rule.ts";

/** The keys of a volume: its name, what the rule on host paths judges, and the sources that are allowed. */
const allowed: readonly string[] = [
  "name",
  "hostPath",
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

export default resourceRule({
  id: "k8s-volume-types",
  title: "Pods mount only volumes of the restricted profile",
  severity: "medium",
  description:
    "Other volumes, FlexVolumes above all, run drivers with the node's rights, or bind the pod to a server without the storage class's checks.",
  remediation:
    "Use configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected or secret. A hostPath is the subject of k8s-no-host-path.",
  references: {
    catalogue: ["K8S-20"],
    azurePolicy: ["16697877", "f4a8fce0"],
    trivy: ["KSV-0028"],
    podSecurity: ["restrictedVolumes (restricted)"],
    nist: ["CM-7", "SC-39", "MP-2"],
    docs: [
      "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
      "https://kubernetes.io/docs/concepts/storage/volumes/",
    ],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    if (resource.kind.name === "PersistentVolume") {
      const driver = resource.props.at("spec.flexVolume");
      if (driver.isSet) yield { path: driver.path, message: `${driver.path} is set; it must be left out` };
    }
    yield* everyPod(({ spec }) =>
      each(spec.at("volumes").items(), function* (volume) {
        for (const [source, { path }] of volume.entries()) {
          if (!allowed.includes(source))
            yield { path, message: `${path} is set; it must be one of ${allowed.slice(2).join(", ")}` };
        }
      }),
    )(resource);
  },
});
