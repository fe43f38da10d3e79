import { mustBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "eventhub-minimum-tls",
  title: "Event Hubs accepts TLS 1.2 or later",
  severity: "high",
  description:
    "Older versions of TLS are broken; what the namespace accepts is written down instead of left to a default.",
  remediation: 'Set minimumTlsVersion: "1.2" or "1.3".',
  references: {
    catalogue: ["KFK-02"],
    checkov: ["CKV_AZURE_223"],
    psrule: ["EventHub.MinTLS"],
    nist: ["SC-8", "SC-8(1)", "SC-13"],
    docs: ["https://learn.microsoft.com/azure/event-hubs/transport-layer-security-enforce-minimum-version"],
  },
  appliesTo: ["azure-native:eventhub:Namespace"],
  repairs: { minimumTlsVersion: "1.2" },
  check: mustBe("minimumTlsVersion", "1.2", "1.3"),
});
