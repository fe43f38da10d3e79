import { each } from "../../evaluate.ts";
import { knownValue } from "../../known-value.ts";
import { nameOfNamespace } from "../../kubernetes/namespace.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "identity-federation-one-account",
  title: "A federated credential names one service account of one namespace",
  severity: "high",
  description:
    "The credential is the identity for whoever runs under the account: a wildcard is for everybody in the cluster, and an account in a namespace that does not exist is for whoever creates it.",
  remediation:
    "Set subject to system:serviceaccount:<namespace>:<account>, and create the namespace in the program.",
  references: {
    catalogue: ["X-14"],
    nist: ["AC-3", "AC-6", "IA-4", "IA-9"],
    docs: ["https://learn.microsoft.com/azure/aks/workload-identity-overview"],
  },
  appliesTo: ["azure-native:managedidentity:FederatedIdentityCredential"],
  reads: ["kubernetes:core:Namespace"],
  *check(stack) {
    const namespaces = stack.ofType("kubernetes:core:Namespace");
    const names = new Set(namespaces.map(({ props }) => knownValue(props.at("metadata.name"))));
    yield* each(
      stack.ofType("azure-native:managedidentity:FederatedIdentityCredential"),
      function* (resource) {
        const subject = resource.props.at("subject");
        const text = subject.string ?? "";
        if (text === "" || text.includes("*")) {
          yield { ...subject.violates("must name one subject, without a wildcard"), resource };
          return;
        }
        if (!text.startsWith("system:serviceaccount:")) return;
        const [, namespace] = /^system:serviceaccount:([a-z0-9-]+):[a-z0-9.-]+$/.exec(text) ?? [];
        if (namespace === undefined) {
          yield { ...subject.violates("must be system:serviceaccount:<namespace>:<account>"), resource };
          return;
        }
        // A program without namespaces leaves them to another one.
        if (
          namespaces.length > 0 &&
          !names.has(namespace) &&
          !namespaces.some((candidate) => nameOfNamespace(candidate) === namespace)
        )
          yield { ...subject.violates("must name a namespace of the stack"), resource };
      },
    );
  },
});
