import { plainSecrets } from "../../plain-secret.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "governance-no-plain-secret",
  title: "No secret stands in plain text",
  severity: "critical",
  description:
    "What is not marked as secret is written in clear into the stack's state, every preview, and every log of them.",
  remediation:
    "Make the value with pulumi.secret, from config.requireSecret or as the output of a resource that knows it is one, or use an identity instead.",
  references: {
    catalogue: ["IAM-12"],
    psrule: [
      "Deployment.SecureValue",
      "Deployment.SecureParameter",
      "Deployment.SecretLeak",
      "Deployment.OutputSecretValue",
      "Deployment.AdminUsername",
      "Deployment.OuterSecret",
    ],
    nist: ["IA-5(7)", "SC-12", "SC-28"],
    pulumi: ["prohibit-hardcoded-secrets"],
    docs: ["https://www.pulumi.com/docs/iac/concepts/secrets/"],
  },
  appliesTo: ["azure-native:*:*", "azure:*:*", "kubernetes:*:*", "docker:*:*"],
  check: ({ props }) => plainSecrets(props),
});
