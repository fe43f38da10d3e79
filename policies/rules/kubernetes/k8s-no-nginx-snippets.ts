import { each } from "../../evaluate.ts";
import type { Finding } from "../../finding.ts";
import { everyContainer } from "../../kubernetes/pod-check.ts";
import { kubernetesObjects } from "../../kubernetes/pod.ts";
import type { Property } from "../../property.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "k8s-no-nginx-snippets",
  title: "NGINX takes no raw configuration",
  severity: "critical",
  description:
    "A snippet is raw NGINX configuration: whoever may write one reads every certificate and the controller's token (CVE-2021-25742), or runs Lua in it.",
  remediation: "Remove snippet annotations and keys, and start the controller with -enable-snippets=false.",
  references: {
    catalogue: ["K8S-57"],
    checkov: ["CKV_K8S_152", "CKV_K8S_153", "CKV_K8S_154"],
    trivy: ["KCV-0093"],
    nist: ["AC-3", "CM-7", "SI-10"],
    docs: [
      "https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources/advanced-configuration-with-snippets/",
      "https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/",
    ],
  },
  appliesTo: kubernetesObjects,
  *check(resource) {
    const { kind, props } = resource;
    yield* raw(props.at("metadata.annotations"), /^nginx\.(org|com|ingress\.kubernetes\.io)\/.*snippets?$/);
    if (kind.name.startsWith("ConfigMap")) {
      yield* raw(props.at("data"), /^(main|http|server|location|stream)-snippets?$/);
      const allowed = props.at("data").child("allow-snippet-annotations");
      if (allowed.is("true", true)) yield allowed.violates('must be "false"');
    }
    if (kind.module === "k8s.nginx.org") yield* raw(props.at("spec"), /-snippets$/);
    yield* everyContainer(({ props: container }) =>
      each(container.at("args").items(), function* (argument) {
        if (/^--?enable-snippets(=true)?$/.test(argument.string ?? ""))
          yield argument.violates("must be -enable-snippets=false");
      }),
    )(resource);
  },
});

function* raw(holder: Property, name: RegExp): Iterable<Finding> {
  for (const [key, { path }] of holder.entries()) {
    if (name.test(key)) yield { path, message: `${path} is set; it must be left out` };
  }
}
