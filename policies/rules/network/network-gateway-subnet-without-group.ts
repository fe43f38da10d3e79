import { subnetHolders, subnetsOf } from "../../azure/subnet.ts";
import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-gateway-subnet-without-group",
  title: "The GatewaySubnet has no security group",
  severity: "medium",
  description: "A security group on the subnet of a VPN or ExpressRoute gateway can stop the gateway.",
  remediation: "Remove networkSecurityGroup from the GatewaySubnet.",
  references: {
    catalogue: ["NET-14"],
    azurePolicy: ["35f9c03a"],
    nist: ["CM-6", "CP-8"],
    docs: ["https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub"],
  },
  appliesTo: subnetHolders,
  check: (resource) =>
    each(subnetsOf(resource), function* ({ name, props }) {
      const { isSet, path } = props.at("networkSecurityGroup");
      if (name === "GatewaySubnet" && isSet) yield { path, message: `${path} is set; it must be left out` };
    }),
});
