import { everyAddress } from "../../azure/address.ts";
import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "network-no-route-to-internet",
  title: "No route leads everything to the Internet",
  severity: "medium",
  description:
    "A default route with the next hop Internet goes past the firewall that the other routes lead to.",
  remediation: 'Set nextHopType: "VirtualAppliance" with the address of the firewall, or remove the route.',
  references: {
    catalogue: ["NET-27"],
    nist: ["AC-4", "SC-7", "SC-7(5)"],
    pulumi: ["no-unrestricted-route-to-internet-gateway"],
    docs: ["https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview"],
  },
  appliesTo: ["azure-native:network:RouteTable", "azure-native:network:Route"],
  check: ({ kind, props }) =>
    each(kind.name === "Route" ? [props] : props.at("routes").items(), function* (route) {
      const hop = route.at("nextHopType");
      if (hop.is("Internet") && everyAddress(route.at("addressPrefix")))
        yield hop.violates("must not be the next hop of every address");
    }),
});
