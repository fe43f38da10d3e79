import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "eventhub-local-auth-disabled",
  title: "Event Hubs refuses shared access keys",
  severity: "high",
  description:
    "A shared access key is a password for the whole namespace; Kafka clients can use Entra tokens (OAUTHBEARER) instead.",
  remediation: "Set disableLocalAuth: true and assign the Azure Event Hubs Data roles.",
  references: {
    catalogue: ["KFK-01"],
    psrule: ["EventHub.DisableLocalAuth"],
    azurePolicy: ["5d4e3c65"],
    nist: ["AC-2", "IA-2", "IA-5"],
    docs: [
      "https://learn.microsoft.com/azure/event-hubs/authenticate-shared-access-signature#disabling-localsas-key-authentication",
    ],
  },
  appliesTo: ["azure-native:eventhub:Namespace"],
  check: mustBe("disableLocalAuth", true),
});
