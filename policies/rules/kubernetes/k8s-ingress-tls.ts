import { resourceRule } from "../../rule.ts";

const redirects = [
  "nginx.org/ssl-redirect",
  "ingress.kubernetes.io/ssl-redirect",
  "nginx.ingress.kubernetes.io/ssl-redirect",
] as const;

export default resourceRule({
  id: "k8s-ingress-tls",
  title: "Every Ingress is served over TLS",
  severity: "high",
  description:
    "Over plain HTTP everybody on the way reads and changes what is sent, session cookies first of all.",
  remediation:
    "Set spec.tls with the hosts of the Ingress, and nothing that allows HTTP. A part of a shared host (nginx.org/mergeable-ingress-type: minion) has its TLS on the master.",
  references: {
    catalogue: ["K8S-55"],
    azurePolicy: ["1a5b4dca"],
    cis: ["AKS 5.4.5"],
    nist: ["AC-17(2)", "SC-8", "SC-8(1)", "SC-23"],
    pulumi: ["aks-load-balancer-tls-encryption"],
    docs: [
      "https://kubernetes.io/docs/concepts/services-networking/ingress/#tls",
      "https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources/cross-namespace-configuration/",
    ],
  },
  appliesTo: ["kubernetes:networking.k8s.io:Ingress", "kubernetes:extensions:Ingress"],
  *check({ props }) {
    const annotations = props.at("metadata.annotations");
    const http = annotations.child("kubernetes.io/ingress.allow-http");
    if (http.is("true", true)) yield http.violates('must be "false"');
    for (const name of redirects) {
      const redirect = annotations.child(name);
      if (redirect.is("false", false)) yield redirect.violates('must be "true"');
    }
    if (annotations.child("nginx.org/mergeable-ingress-type").is("minion")) return;
    const tls = props.at("spec.tls");
    if (tls.items().length === 0) yield tls.violates("must name the hosts of the Ingress");
  },
});
