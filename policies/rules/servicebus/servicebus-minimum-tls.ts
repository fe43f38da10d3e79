import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "servicebus-minimum-tls",
  title: "Service Bus accepts TLS 1.2 or later only",
  severity: "high",
  description:
    "TLS 1.0 and 1.1 have known weaknesses, and a namespace that names no version may still accept them.",
  remediation: 'Set minimumTlsVersion: "1.2".',
  references: {
    catalogue: ["SB-02"],
    checkov: ["CKV_AZURE_205"],
    psrule: ["ServiceBus.MinTLS"],
    nist: ["SC-8", "SC-8(1)", "SC-13"],
    docs: [
      "https://learn.microsoft.com/azure/service-bus-messaging/transport-layer-security-enforce-minimum-version",
    ],
  },
  appliesTo: ["azure-native:servicebus:Namespace"],
  repairs: { minimumTlsVersion: "1.2" },
  check: mustBe("minimumTlsVersion", "1.2", "1.3"),
});
