import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-node-port",
  title: "No Service opens a port on every node",
  severity: "medium",
  description:
    "A node port is open on every node, past the ingress controller, its certificates and its log.",
  remediation: 'Set spec.type: "ClusterIP" and publish the Service by an Ingress.',
  references: {
    catalogue: ["K8S-52"],
    kics: ["845acfbe"],
    nist: ["AC-4", "CM-7", "SC-7"],
    docs: ["https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport"],
  },
  appliesTo: ["kubernetes:core:Service", "kubernetes:core:ServicePatch"],
  *check({ props }) {
    const type = props.at("spec.type");
    if (type.is("NodePort")) yield type.violates('must be "ClusterIP", or "LoadBalancer"');
  },
});
