import type { Finding } from "../../finding.ts";
import { everyContainer, everyPod } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects, runsOnWindows } from "../../kubernetes/pod.ts";
import { readQuantity } from "../../kubernetes/quantity.ts";
import { effectiveSetting } from "../../kubernetes/security-context.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-windows-container-user",
  title: "Windows containers run as a plain user and within their limits",
  severity: "high",
  description:
    "A HostProcess container and ContainerAdministrator have the node's rights; several Windows base images run as the latter by default. Windows cannot reclaim memory that is promised twice.",
  remediation:
    'For Windows pods set securityContext.windowsOptions: { runAsUserName: "ContainerUser", hostProcess: false }, and requests that are not above the limits.',
  references: {
    catalogue: ["K8S-24"],
    azurePolicy: ["077f0ce1", "5485eac0", "57dde185", "a2abc456"],
    trivy: ["KSV-0103"],
    podSecurity: ["windowsHostProcess (baseline)"],
    nist: ["AC-6", "AC-6(2)", "SC-39"],
    docs: [
      "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
      "https://learn.microsoft.com/azure/aks/concepts-security",
    ],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    yield* everyPod(({ spec }) => noHostProcess(spec))(resource);
    yield* everyContainer(function* (container) {
      const { pod, props } = container;
      yield* noHostProcess(props);
      if (!runsOnWindows(pod)) return;
      const user = effectiveSetting(container, "windowsOptions.runAsUserName");
      if (!user.is("ContainerUser") && !(pod.partial && !user.isSet))
        yield user.violates('must be "ContainerUser"');
      for (const resourceName of ["cpu", "memory"]) {
        const request = props.at("resources.requests").at(resourceName);
        const limit = props.at("resources.limits").at(resourceName);
        const [asked, most] = [readQuantity(request.value), readQuantity(limit.value)];
        if (asked !== undefined && most !== undefined && asked > most)
          yield request.violates("must not be above the limit");
      }
    })(resource);
  },
});

function* noHostProcess(holder: Property): Iterable<Finding> {
  const hostProcess = holder.at("securityContext.windowsOptions.hostProcess");
  if (hostProcess.is(true)) yield hostProcess.violates("must be false");
}
