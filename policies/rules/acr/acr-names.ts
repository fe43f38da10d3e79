import { nameOf } from "../../azure/resource-name.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-names",
  title: "ACR has a name that Azure accepts",
  severity: "low",
  description: "A name that Azure refuses fails the update halfway, after other resources have been made.",
  remediation: "Name the registry with 5 to 50 letters and digits.",
  references: {
    catalogue: ["ACR-25"],
    psrule: ["ACR.Name", "ACR.Naming"],
    nist: ["CM-2"],
    docs: [
      "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftcontainerregistry",
    ],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  check: nameOf("registryName", { pattern: /^[a-z0-9]{5,50}$/i, allowed: "5 to 50 letters and digits" }),
});
