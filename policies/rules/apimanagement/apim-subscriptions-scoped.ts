import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-subscriptions-scoped",
  title: "Subscriptions of API Management are narrow, and products ask for one that somebody approves",
  severity: "medium",
  description:
    "A subscription to all APIs opens those of the future too; a product without subscription or approval opens its APIs to whoever asks.",
  remediation:
    "Scope subscriptions to /products/<id> or /apis/<id>; set subscriptionRequired: true and approvalRequired: true on products.",
  references: {
    catalogue: ["APM-14"],
    psrule: ["APIM.ProductSubscription", "APIM.ProductApproval"],
    azurePolicy: ["3aa03346"],
    nist: ["AC-2", "AC-6"],
    docs: [
      "https://learn.microsoft.com/azure/api-management/api-management-subscriptions",
      "https://learn.microsoft.com/azure/api-management/api-management-howto-add-products",
    ],
  },
  appliesTo: [
    "azure-native:apimanagement:Subscription",
    "azure-native:apimanagement:WorkspaceSubscription",
    "azure-native:apimanagement:Product",
    "azure-native:apimanagement:WorkspaceProduct",
  ],
  *check({ kind, props }) {
    if (/Subscription$/.test(kind.name)) {
      const scope = props.at("scope");
      if (/\/apis\/?$/i.test(scope.string ?? "")) yield scope.violates("must name one product or one API");
      return;
    }
    const required = props.at("subscriptionRequired");
    if (required.is(false)) yield required.violates("must not be false");
    else yield* demandOneOf(props.at("approvalRequired"), [true]);
  },
});
