import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-external-ips",
  title: "No Service claims addresses of others",
  severity: "high",
  description:
    "A Service with externalIPs receives what nodes and pods send to these addresses, whoever owns them (CVE-2020-8554).",
  remediation: "Remove spec.externalIPs.",
  references: {
    catalogue: ["K8S-53"],
    azurePolicy: ["d46c275d"],
    trivy: ["KSV-0108"],
    nist: ["AC-4", "SC-7"],
    docs: ["https://kubernetes.io/docs/concepts/services-networking/service/#external-ips"],
  },
  appliesTo: ["kubernetes:core:Service", "kubernetes:core:ServicePatch"],
  *check({ props }) {
    const addresses = props.at("spec.externalIPs");
    if (addresses.items().length > 0) yield addresses.violates("must be left out");
  },
});
