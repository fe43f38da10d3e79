import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-interface-no-public-ip",
  title: "Network interfaces have no public IP address",
  severity: "high",
  description: "A machine with a public address is reached past load balancer, firewall and ingress.",
  remediation: "Leave publicIPAddress out of ipConfigurations, and publish through a load balancer.",
  references: {
    catalogue: ["NET-25"],
    checkov: ["CKV_AZURE_119"],
    psrule: ["NIC.Attached"],
    azurePolicy: ["83a86a26"],
    trivy: ["AZU-0076"],
    kics: ["tf:network_interfaces_with_public_ip"],
    nist: ["AC-4", "AC-17", "SC-7"],
    pulumi: ["network-interface-no-public-ip"],
    docs: ["https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses"],
  },
  appliesTo: ["azure-native:network:NetworkInterface"],
  check: ({ props }) =>
    each(props.at("ipConfigurations").items(), function* (configuration) {
      const address = configuration.at("publicIPAddress");
      if (address.isSet) yield { path: address.path, message: `${address.path} is set; it must be left out` };
    }),
});
