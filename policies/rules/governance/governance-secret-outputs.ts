import type { Finding } from "../../finding.ts";
import { knownValue } from "../../known-value.ts";
import { plainSecrets } from "../../plain-secret.ts";
import type { Property } from "../../property.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "governance-secret-outputs",
  title: "Credentials are secret in stack outputs and providers",
  severity: "critical",
  description:
    "Outputs are printed after every update, and read by other stacks; a provider's configuration stands in the state. A kubeconfig, a password or a connection string there is everybody's who may look.",
  remediation:
    "Export pulumi.secret(…) of the value, or list its name in the component's additionalSecretOutputs; give providers secret values.",
  references: {
    catalogue: ["X-18"],
    nist: ["IA-5(7)", "SC-12", "SC-28"],
    docs: ["https://www.pulumi.com/docs/iac/concepts/secrets/"],
  },
  appliesTo: ["pulumi:pulumi:Stack", "pulumi:providers:*"],
  reads: [],
  *check(stack) {
    for (const resource of stack.ofType("pulumi:pulumi:Stack", "pulumi:providers:*")) {
      for (const [name, property] of resource.props.entries()) {
        for (const finding of openCredentials(name, property)) yield { ...finding, resource };
      }
    }
  },
});

function* openCredentials(name: string, property: Property): Iterable<Finding> {
  const value = knownValue(property);
  const holdsKubeconfig = typeof value === "string" && /\bclusters"?\s*:/.test(value);
  if (/kube-?_?config/i.test(name) && holdsKubeconfig && !property.isSecret) {
    yield {
      path: property.path,
      message: `${property.path} is a kubeconfig in plain text; it must be a Pulumi secret`,
    };
  } else {
    yield* plainSecrets(property, name);
  }
}
