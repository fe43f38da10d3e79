import { each } from "../../evaluate.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";

const peerAuthentications: readonly TypePattern[] = ["kubernetes:security.istio.io:PeerAuthentication"];

export default stackRule({
  id: "aks-istio-strict",
  title: "Istio on AKS accepts encrypted traffic only",
  severity: "medium",
  description:
    "The mesh accepts plain text beside mutual TLS unless it is told otherwise, so that any pod can pose as any service.",
  remediation:
    'Add a security.istio.io PeerAuthentication without selector in the namespace aks-istio-system with spec.mtls.mode: "STRICT", and no other mode elsewhere.',
  references: {
    catalogue: ["X-11"],
    nist: ["AC-4", "SC-8", "SC-8(1)", "SC-23"],
    docs: [
      "https://learn.microsoft.com/azure/aks/istio-about",
      "https://istio.io/latest/docs/reference/config/security/peer_authentication/",
    ],
  },
  appliesTo: ["azure-native:containerservice:ManagedCluster"],
  reads: peerAuthentications,
  check: (stack) =>
    each(stack.ofType("azure-native:containerservice:ManagedCluster"), function* (cluster) {
      if (!cluster.props.at("serviceMeshProfile.mode").is("Istio")) return;
      const policies = stack.ofType(...peerAuthentications);
      if (!policies.some(isMeshWide))
        yield {
          path: "",
          message: "the mesh has no PeerAuthentication for all of its services in aks-istio-system",
          resource: cluster,
        };
      yield* each(policies, function* (policy) {
        const mode = policy.props.at("spec.mtls.mode");
        // Where a narrower policy says nothing it inherits.
        if (isMeshWide(policy) ? !mode.is("STRICT") : mode.is("PERMISSIVE", "DISABLE"))
          yield { ...mode.violates('must be "STRICT"'), resource: policy };
      });
    }),
});

function isMeshWide({ props }: ResourceView): boolean {
  return props.at("metadata.namespace").is("aks-istio-system") && !props.at("spec.selector").isSet;
}
