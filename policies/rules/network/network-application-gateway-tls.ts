import { demandZones } from "../../azure/availability-zone.ts";
import { each } from "../../evaluate.ts";
import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-application-gateway-tls",
  title: "Application Gateways speak TLS 1.2 or later, and stand in several zones",
  severity: "high",
  description:
    "The listener is where the Internet's requests are decrypted: plain HTTP and old TLS are open there, and a v1 gateway of a single instance in one zone is retired.",
  remediation:
    'Set sslPolicy.minProtocolVersion: "TLSv1_2" (or a predefined policy of 2022), protocol: "Https" on listeners that do not only redirect, sku.tier: "WAF_v2", autoscaleConfiguration.minCapacity of 2 and zones.',
  references: {
    catalogue: ["NET-38"],
    checkov: ["CKV_AZURE_217", "CKV_AZURE_218"],
    psrule: [
      "AppGw.UseHTTPS",
      "AppGw.SSLPolicy",
      "AppGw.AvailabilityZone",
      "AppGw.MigrateV2",
      "AppGw.MinInstance",
      "AppGw.MinSku",
      "AppGw.Name",
    ],
    azurePolicy: ["493c215c"],
    cis: ["Found6 7.12", "Found6 7.13"],
    nist: ["CP-10", "SA-22", "SC-8", "SC-8(1)", "SC-13"],
    pulumi: [
      "application-gateway-tls",
      "application-gateway-https-redirection",
      "application-gateway-multi-az",
      "application-gateway-has-health-probes",
    ],
    docs: ["https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview"],
  },
  appliesTo: ["azure-native:network:ApplicationGateway"],
  *check({ props }) {
    const policy = props.at("sslPolicy");
    const isModern =
      policy.at("minProtocolVersion").is("TLSv1_2", "TLSv1_3") ||
      policy
        .at("policyName")
        .is("AppGwSslPolicy20170401S", "AppGwSslPolicy20220101", "AppGwSslPolicy20220101S");
    if (!isModern) yield policy.at("minProtocolVersion").violates('must be "TLSv1_2" or "TLSv1_3"');
    yield* demandOneOf(props.at("sku.tier"), ["WAF_v2", "Standard_v2"]);
    const instances = props.at("autoscaleConfiguration.minCapacity").isSet
      ? props.at("autoscaleConfiguration.minCapacity")
      : props.at("sku.capacity");
    if ((instances.number ?? 0) < 2) yield instances.violates("must be 2 or more");
    yield* demandZones(props.at("zones"));
    yield* demandOneOf(props.at("enableHttp2"), [true]);
    const redirects = props
      .at("requestRoutingRules")
      .items()
      .some((rule) => rule.at("redirectConfiguration").isSet);
    yield* each(props.at("httpListeners").items(), function* (listener) {
      const protocol = listener.at("protocol");
      if (!protocol.is("Https") && !redirects)
        yield protocol.violates('must be "Https", unless a rule redirects it');
    });
  },
});
