import { resourceRule } from "../../rule.ts";

const publicAddress = [
  "service.beta.kubernetes.io/azure-pip-name",
  "service.beta.kubernetes.io/azure-pip-prefix-id",
] as const;

export default resourceRule({
  id: "k8s-load-balancer-internal",
  title: "Load balancers are internal, or use a public address that somebody chose",
  severity: "high",
  description:
    "A Service of type LoadBalancer is public unless an annotation says otherwise: a database is on the Internet before anybody notices. The one that is meant to be public names the address it uses.",
  remediation:
    'Set the annotation service.beta.kubernetes.io/azure-load-balancer-internal: "true", or, for the public entrance, service.beta.kubernetes.io/azure-pip-name.',
  references: {
    catalogue: ["K8S-51"],
    azurePolicy: ["3fc4dc25"],
    kics: ["26763a1c"],
    nist: ["AC-4", "CM-7", "SC-7", "SC-7(4)"],
    pulumi: ["oss:disallowLoadBalancer"],
    docs: [
      "https://learn.microsoft.com/azure/aks/internal-lb",
      "https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/",
    ],
  },
  appliesTo: ["kubernetes:core:Service"],
  *check({ props }) {
    if (!props.at("spec.type").is("LoadBalancer")) return;
    const annotations = props.at("metadata.annotations");
    const isChosen = publicAddress.some((name) => annotations.child(name).isSet);
    const internal = annotations.child("service.beta.kubernetes.io/azure-load-balancer-internal");
    if (!isChosen && !internal.is("true", true)) yield internal.violates('must be "true"');
  },
});
