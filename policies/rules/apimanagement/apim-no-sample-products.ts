import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-no-sample-products",
  title: "The sample products of API Management are not in use",
  severity: "low",
  description: "Starter and Unlimited come with every service and with rules that nobody has chosen.",
  remediation: "Declare products of your own, with ids other than starter and unlimited.",
  references: {
    catalogue: ["APM-15"],
    psrule: ["APIM.SampleProducts"],
    nist: ["CM-7"],
    docs: ["https://azure.github.io/PSRule.Rules.Azure/en/rules/Azure.APIM.SampleProducts/"],
  },
  appliesTo: ["azure-native:apimanagement:Product"],
  *check({ props }) {
    for (const path of ["productId", "displayName"]) {
      const name = props.at(path);
      if (name.is("starter", "unlimited")) yield name.violates("must not be that of a sample product");
    }
  },
});
