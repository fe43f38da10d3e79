import { each } from "../../evaluate.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";

const zones: readonly TypePattern[] = ["azure-native:dns:Zone", "azure-native:network:Zone"];
const signatures: readonly TypePattern[] = [
  "azure-native:dns:DnssecConfig",
  "azure-native:network:DnssecConfig",
];

export default stackRule({
  id: "network-dnssec",
  title: "Public DNS zones are signed",
  severity: "low",
  description: "Without DNSSEC a resolver cannot tell a forged answer from the zone's own.",
  remediation: "Add a DnssecConfig for the zone and register its DS record with the parent zone.",
  references: {
    catalogue: ["NET-36"],
    psrule: ["DNS.DNSSEC"],
    nist: ["SC-20", "SC-21"],
    docs: ["https://learn.microsoft.com/azure/dns/dnssec"],
  },
  appliesTo: zones,
  reads: signatures,
  check: (stack) =>
    each(stack.ofType(...zones), function* (resource) {
      if (resource.props.at("zoneType").is("Private")) return;
      const isSigned = stack
        .ofType(...signatures)
        .some((config) => config.dependenciesOf("zoneName").includes(resource.urn));
      if (!isSigned) yield { path: "", message: "no DnssecConfig of the stack refers to the zone", resource };
    }),
});
