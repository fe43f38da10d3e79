import { each } from "../../evaluate.ts";
import type { Finding } from "../../finding.ts";
import { everyContainer, everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-apparmor-profile",
  title: "No container escapes its AppArmor profile",
  severity: "medium",
  description:
    "The runtime's profile, which a pod gets by default where the node has AppArmor, keeps a container from writing to the kernel's files. Naming none is right: nodes of Azure Linux have no AppArmor and would refuse the pod.",
  remediation:
    'Remove appArmorProfile.type: "Unconfined" and the annotations container.apparmor.security.beta.kubernetes.io/… = unconfined.',
  references: {
    catalogue: ["K8S-15"],
    azurePolicy: ["511f5417"],
    trivy: ["KSV-0002"],
    kics: ["8b36775e"],
    podSecurity: ["appArmorProfile (baseline)"],
    nist: ["AC-3", "SC-39"],
    docs: [
      "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
      "https://kubernetes.io/docs/tutorials/security/apparmor/",
    ],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    yield* everyPod(function* ({ spec, metadata }) {
      yield* judge(spec.at("securityContext.appArmorProfile.type"));
      yield* each(metadata.at("annotations").entries(), function* ([name, profile]) {
        if (!name.startsWith("container.apparmor.security.beta.kubernetes.io/")) return;
        const text = profile.string ?? "";
        if (text !== "runtime/default" && !text.startsWith("localhost/"))
          yield profile.violates('must be "runtime/default" or "localhost/…"');
      });
    })(resource);
    yield* everyContainer(({ props }) => judge(props.at("securityContext.appArmorProfile.type")))(resource);
  },
});

function* judge(type: Property): Iterable<Finding> {
  if (type.isSet && !type.is("RuntimeDefault", "Localhost"))
    yield type.violates('must be "RuntimeDefault" or "Localhost", or left out');
}
