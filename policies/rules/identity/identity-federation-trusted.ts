import { each } from "../../evaluate.ts";
import type { Finding } from "../../finding.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView, StackView } from "../../view.ts";

const credentials: readonly TypePattern[] = ["azure-native:managedidentity:FederatedIdentityCredential"];

/** GitHub Actions, and the issuers of AKS clusters. */
const trustedIssuers =
  /^https:\/\/(token\.actions\.githubusercontent\.com\/?$|([a-z0-9-]+\.)?(oic|oidc)\.prod-aks\.azure\.com\/)/i;

export default stackRule({
  id: "identity-federation-trusted",
  title: "Federated credentials trust a known issuer and one subject",
  severity: "critical",
  description:
    "Whoever gets a token from the issuer with a matching subject is the identity: a wildcard, or a foreign issuer, makes that anybody.",
  remediation:
    'Set issuer to the OIDC issuer of the cluster or to https://token.actions.githubusercontent.com, a GitHub subject to one repository and branch or environment, and audiences to ["api://AzureADTokenExchange"].',
  references: {
    catalogue: ["IAM-07"],
    checkov: ["CKV_AZURE_249"],
    azurePolicy: ["fd1a8e20", "2571b7c3", "ae62c456"],
    nist: ["AC-3", "AC-6", "IA-8", "IA-9"],
    docs: ["https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations"],
  },
  appliesTo: credentials,
  reads: ["azure-native:containerservice:ManagedCluster"],
  parameters: {
    repositoryOwners: {
      type: "array",
      items: { type: "string" },
      description: "Owners of GitHub repositories that are trusted. Default: any.",
      default: [],
    },
  },
  check: (stack, parameters) =>
    each(stack.ofType(...credentials), function* (resource) {
      const { props } = resource;
      const owners = parameters.strings("repositoryOwners");
      for (const finding of checkIssuer(stack, resource)) yield { ...finding, resource };
      const subject = props.at("subject");
      const text = subject.string ?? "";
      if (
        text.startsWith("repo:") &&
        !/^repo:[\w.-]+\/[\w.-]+:(ref:refs\/|environment:|pull_request$)[^*]*$/.test(text)
      )
        yield {
          ...subject.violates("must name one repository and its branch, tag or environment"),
          resource,
        };
      else if (
        text.startsWith("repo:") &&
        owners.length > 0 &&
        !owners.some((owner) => text.startsWith(`repo:${owner}/`))
      )
        yield { ...subject.violates(`must name a repository of ${owners.join(" or ")}`), resource };
      const audiences = props.at("audiences");
      yield* each(audiences.items(), function* (audience) {
        if (!audience.is("api://AzureADTokenExchange"))
          yield { ...audience.violates('must be "api://AzureADTokenExchange"'), resource };
      });
    }),
});

/** The issuer of a cluster of the stack is trusted before its address is known. */
function* checkIssuer(stack: StackView, credential: ResourceView): Iterable<Finding> {
  const clusters = stack.ofType("azure-native:containerservice:ManagedCluster").map(({ urn }) => urn);
  if (credential.dependenciesOf("issuer").some((urn) => clusters.includes(urn))) return;
  const issuer = credential.props.at("issuer");
  if (!trustedIssuers.test(issuer.string ?? "")) yield issuer.violates("must be an issuer that is trusted");
}
