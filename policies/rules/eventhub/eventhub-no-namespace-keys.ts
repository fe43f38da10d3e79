import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "eventhub-no-namespace-keys",
  title: "No key gives access to a whole Event Hubs namespace",
  severity: "high",
  description:
    "A namespace-wide authorization rule reads or writes every topic, those of the future included.",
  remediation:
    "Remove the rule: assign a Data role to an identity, or where a key must be, put an EventHubAuthorizationRule on one hub.",
  references: {
    catalogue: ["KFK-09"],
    azurePolicy: ["b278e460", "f4826e5f"],
    nist: ["AC-3", "AC-6"],
    docs: ["https://learn.microsoft.com/azure/event-hubs/authorize-access-shared-access-signature"],
  },
  appliesTo: ["azure-native:eventhub:NamespaceAuthorizationRule"],
  *check(resource) {
    const rule = resource.props.at("authorizationRuleName");
    const name = rule.isSet ? rule.string : resource.name;
    // Azure creates this one with every namespace.
    if (name !== "RootManageSharedAccessKey") {
      yield {
        path: rule.path,
        message: `the authorization rule ${JSON.stringify(name ?? "")} holds for the whole namespace`,
      };
    }
  },
});
