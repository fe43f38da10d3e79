import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-minimum-api-version",
  title: "API Management is managed with current API versions only",
  severity: "low",
  enforcement: "advisory",
  description:
    "Old versions of the management API hand out secrets in plain text. Advice, because versions before 2021-08-01 are being turned off anyway.",
  remediation: 'Set apiVersionConstraint.minApiVersion: "2021-08-01" or later.',
  references: {
    catalogue: ["APM-13"],
    psrule: ["APIM.MinAPIVersion"],
    nist: ["CM-7", "SA-22"],
    docs: [
      "https://learn.microsoft.com/azure/api-management/breaking-changes/api-version-retirement-sep-2023",
    ],
  },
  appliesTo: ["azure-native:apimanagement:ApiManagementService"],
  parameters: {
    oldestVersion: {
      type: "string",
      description: "Oldest version of the management API. Default: that of PSRule Azure.APIM.MinAPIVersion.",
      default: "2021-08-01",
    },
  },
  *check({ props }, parameters) {
    const oldestVersion = parameters.string("oldestVersion");
    const version = props.at("apiVersionConstraint.minApiVersion");
    const text = version.string;
    // Versions begin with a date, so that their order is that of their letters.
    if (text === undefined || text < oldestVersion)
      yield version.violates(`must be ${oldestVersion} or later`);
  },
});
