import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "servicebus-dead-letter",
  title: "Queues and subscriptions keep messages that expire",
  severity: "low",
  enforcement: "advisory",
  description:
    "Otherwise a message that nobody takes in time is gone without a trace. Advice, because some messages may expire.",
  remediation: "Set deadLetteringOnMessageExpiration: true.",
  references: {
    catalogue: ["SB-12"],
    nist: ["SI-11"],
    pulumi: ["service-bus-dead-letter-queue"],
    docs: ["https://learn.microsoft.com/azure/service-bus-messaging/service-bus-dead-letter-queues"],
  },
  appliesTo: ["azure-native:servicebus:Queue", "azure-native:servicebus:Subscription"],
  check: mustBe("deadLetteringOnMessageExpiration", true),
});
