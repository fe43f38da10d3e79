import { defenderPlans, plansNamed } from "../../azure/defender-plan.ts";
import { each } from "../../evaluate.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";
import type { StackView } from "../../view.ts";

const apis: readonly TypePattern[] = [
  "azure-native:apimanagement:Api",
  "azure-native:apimanagement:WorkspaceApi",
];
const collections: readonly TypePattern[] = [
  "azure-native:security:APICollectionByAzureApiManagementService",
  "azure-native:security:APICollection",
];
const proofs = ["oAuth2", "oAuth2AuthenticationSettings", "openid", "openidAuthenticationSettings"];

function isWatched(stack: StackView, api: ResourceView): boolean {
  return (
    plansNamed(stack, "Api").some(({ props }) => props.at("pricingTier").is("Standard")) ||
    stack
      .ofType(...collections)
      .some((collection) =>
        ["apiId", "apiCollectionId"].some((property) =>
          collection.dependenciesOf(property).includes(api.urn),
        ),
      )
  );
}

export default stackRule({
  id: "apim-defender",
  title: "Defender watches APIs, and APIs ask who calls",
  severity: "medium",
  enforcement: "advisory",
  description:
    "Defender finds APIs that answer anybody and reports attacks. Advice, because the plan may be on for the whole subscription, and because a policy may check tokens.",
  remediation:
    "Add the Defender plan Api in the Standard tier with a security.APICollectionByAzureApiManagementService for the API; leave subscriptionRequired out, or set authenticationSettings.",
  references: {
    catalogue: ["APM-22"],
    psrule: ["APIM.DefenderCloud"],
    azurePolicy: ["8ac833bd", "c8acafaf"],
    nist: ["IA-2", "RA-5", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/defender-for-apis-introduction"],
  },
  appliesTo: apis,
  reads: [...defenderPlans, ...collections],
  check: (stack) =>
    each(stack.ofType(...apis), function* (api) {
      const subscription = api.props.at("subscriptionRequired");
      const settings = api.props.at("authenticationSettings");
      if (subscription.is(false) && !proofs.some((proof) => settings.at(proof).isSet))
        yield {
          ...subscription.violates("must not be false unless authenticationSettings is set"),
          resource: api,
        };
      if (!isWatched(stack, api))
        yield { path: "", message: "nothing in the stack turns on Defender for the API", resource: api };
    }),
});
