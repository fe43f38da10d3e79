import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-multi-region",
  title: "API Management has gateways in several regions",
  severity: "low",
  enforcement: "disabled",
  description:
    "When the region is lost, so is every API behind its gateway. Off by default: it multiplies the cost and needs the Premium tier.",
  remediation: "Add a second region to additionalLocations, without disableGateway: true.",
  references: {
    catalogue: ["APM-20"],
    psrule: ["APIM.MultiRegion", "APIM.MultiRegionGateway"],
    nist: ["CP-6", "CP-7"],
    docs: ["https://learn.microsoft.com/azure/api-management/api-management-howto-deploy-multi-region"],
  },
  appliesTo: ["azure-native:apimanagement:ApiManagementService"],
  *check({ props }) {
    const others = props.at("additionalLocations");
    if (others.items().length === 0) yield others.violates("must name a second region");
    for (const place of [props, ...others.items()]) {
      const disabled = place.at("disableGateway");
      if (disabled.is(true)) yield disabled.violates("must not be true");
    }
  },
});
