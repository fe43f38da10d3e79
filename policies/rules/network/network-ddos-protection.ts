import { each } from "../../evaluate.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "network-ddos-protection",
  title: "Virtual networks with public addresses have DDoS protection",
  severity: "low",
  enforcement: "disabled",
  description:
    "Azure's basic protection saves Azure, not the one service that is attacked. Off by default for its price: a plan costs thousands a month, whatever it protects.",
  remediation:
    'Set enableDdosProtection: true and ddosProtectionPlan on the network, or ddosSettings.protectionMode: "Enabled" on every public address.',
  references: {
    catalogue: ["NET-19"],
    azurePolicy: ["a7aca53f", "752154a7"],
    cis: ["Found6 8.5"],
    prowler: ["network_vnet_ddos_protection_enabled"],
    kics: ["tf:virtual_network_with_ddos_protection_plan_disabled"],
    nist: ["SC-5", "SC-5(1)", "SC-7"],
    pulumi: ["vnet-ddos-protection"],
    docs: ["https://learn.microsoft.com/azure/ddos-protection/ddos-protection-overview"],
  },
  appliesTo: ["azure-native:network:PublicIPAddress"],
  reads: ["azure-native:network:VirtualNetwork"],
  *check(stack) {
    const isProtected = stack
      .ofType("azure-native:network:VirtualNetwork")
      .some(({ props }) => props.at("enableDdosProtection").is(true));
    yield* each(stack.ofType("azure-native:network:PublicIPAddress"), function* (resource) {
      const mode = resource.props.at("ddosSettings.protectionMode");
      if (mode.is("Enabled") || (isProtected && !mode.is("Disabled"))) return;
      yield { ...mode.violates('must be "Enabled", or a network of the stack must have a plan'), resource };
    });
  },
});
