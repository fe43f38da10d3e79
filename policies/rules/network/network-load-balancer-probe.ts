import { holdsPort } from "../../azure/security-rule.ts";
import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-load-balancer-probe",
  title: "Load balancers ask web servers by HTTP",
  severity: "low",
  enforcement: "advisory",
  description: "A TCP probe finds an open port, also of a server that answers every request with an error.",
  remediation:
    'Set protocol: "Http" or "Https" with requestPath on probes of web ports, and a probe on every loadBalancingRules entry.',
  references: {
    catalogue: ["NET-33"],
    psrule: ["LB.Probe"],
    nist: ["CP-10", "SI-13"],
    pulumi: ["load-balancer-health-probes"],
    docs: ["https://learn.microsoft.com/azure/load-balancer/load-balancer-custom-probe-overview"],
  },
  appliesTo: ["azure-native:network:LoadBalancer"],
  *check({ props }) {
    yield* each(props.at("probes").items(), function* (probe) {
      const protocol = probe.at("protocol");
      if (holdsPort(probe.at("port"), [80, 443, 8080, 8443]) && !protocol.is("Http", "Https"))
        yield protocol.violates('must be "Http" or "Https"');
    });
    yield* each(props.at("loadBalancingRules").items(), function* (rule) {
      if (!rule.at("probe").isSet) yield rule.at("probe").violates("must name a probe");
    });
  },
});
