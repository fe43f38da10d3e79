import { each } from "../../evaluate.ts";
import { resourceRule } from "../../rule.ts";

const millisecondsPerDay = 24 * 60 * 60 * 1000;

export default resourceRule({
  id: "apim-certificate-expiry",
  title: "Certificates of API Management are valid for another month",
  severity: "medium",
  description:
    "A certificate that runs out takes every API at its host name along. Certificates in Key Vault are renewed by themselves and say nothing here.",
  remediation: "Renew the certificate; better, name it by keyVaultId, so that it is renewed without you.",
  references: {
    catalogue: ["APM-21"],
    psrule: ["APIM.CertificateExpiry"],
    nist: ["IA-5(2)", "SC-12", "SC-17"],
    docs: ["https://learn.microsoft.com/azure/api-management/configure-custom-domain"],
  },
  appliesTo: ["azure-native:apimanagement:ApiManagementService"],
  parameters: {
    leastDays: {
      type: "integer",
      description:
        "Fewest days for which a certificate must still be valid. Default: that of PSRule Azure.APIM.CertificateExpiry.",
      default: 30,
      minimum: 0,
    },
  },
  check: (resource, parameters) => {
    const leastDays = parameters.integer("leastDays");
    const soon = Date.now() + leastDays * millisecondsPerDay;
    const holders = ["hostnameConfigurations", "certificates"].flatMap((list) =>
      resource.props.at(list).items(),
    );
    return each(holders, function* (holder) {
      const expiry = holder.at("certificate.expiry");
      // What cannot be read as a date is not before any date.
      if (Date.parse(expiry.string ?? "") < soon)
        yield expiry.violates(`must be at least ${leastDays} days away`);
    });
  },
});
