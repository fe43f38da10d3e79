import { demandZones } from "../../azure/availability-zone.ts";
import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-load-balancer-zones",
  title: "Internal load balancers survive the loss of a zone",
  severity: "low",
  enforcement: "advisory",
  description:
    "The frontend of an internal load balancer is in one zone unless it names several; a public one takes the zones of its address. The rule advises, because some regions have no zones.",
  remediation: 'Set zones: ["1", "2", "3"] on each frontendIPConfigurations entry with a subnet.',
  references: {
    catalogue: ["NET-32"],
    psrule: ["LB.AvailabilityZone"],
    azurePolicy: ["42daa901"],
    nist: ["CP-2", "CP-6", "CP-10"],
    pulumi: ["load-balancer-multi-az"],
    docs: ["https://learn.microsoft.com/azure/reliability/reliability-load-balancer"],
  },
  appliesTo: ["azure-native:network:LoadBalancer"],
  check: ({ props }) =>
    each(props.at("frontendIPConfigurations").items(), function* (frontend) {
      if (frontend.at("subnet").isSet) yield* demandZones(frontend.at("zones"));
    }),
});
