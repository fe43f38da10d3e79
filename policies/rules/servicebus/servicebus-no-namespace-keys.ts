import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "servicebus-no-namespace-keys",
  title: "No further key gives access to a whole Service Bus namespace",
  severity: "high",
  description:
    "A namespace-wide authorization rule reads or writes every queue and topic, those of the future included.",
  remediation:
    "Remove the rule: assign a Data role to an identity, or where a key must be, put an authorization rule on one queue or topic.",
  references: {
    catalogue: ["SB-09"],
    azurePolicy: ["a1817ec0"],
    nist: ["AC-6", "IA-5"],
    docs: ["https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas"],
  },
  appliesTo: ["azure-native:servicebus:NamespaceAuthorizationRule"],
  *check(resource) {
    const rule = resource.props.at("authorizationRuleName");
    const name = rule.isSet ? rule.string : resource.name;
    // Azure creates this one with every namespace.
    if (name !== "RootManageSharedAccessKey")
      yield {
        path: rule.path,
        message: `the authorization rule ${JSON.stringify(name ?? "")} holds for the whole namespace`,
      };
  },
});
