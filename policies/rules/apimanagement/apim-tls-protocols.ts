import { resourceRule } from "../../rule.ts";

const security = "Microsoft.WindowsAzure.ApiManagement.Gateway.Security";
const weakProtocols = ["Protocols", "Backend.Protocols"].flatMap((side) =>
  ["Ssl30", "Tls10", "Tls11"].map((protocol) => `${security}.${side}.${protocol}`),
);

export default resourceRule({
  id: "apim-tls-protocols",
  title: "API Management speaks TLS 1.2 or later only",
  severity: "high",
  description:
    "SSL 3.0, TLS 1.0 and 1.1 have known weaknesses; they are off by default, towards clients and towards backends.",
  remediation:
    'Leave the keys …Security.Protocols.Ssl30, Tls10 and Tls11, and those under …Security.Backend.Protocols, out of customProperties, or set them to "False".',
  references: {
    catalogue: ["APM-03"],
    checkov: ["CKV_AZURE_173"],
    psrule: ["APIM.Protocols"],
    nist: ["SC-8", "SC-8(1)", "SC-13"],
    pulumi: ["api-management-tls"],
    docs: ["https://learn.microsoft.com/azure/api-management/api-management-howto-manage-protocols-ciphers"],
  },
  appliesTo: ["azure-native:apimanagement:ApiManagementService"],
  *check({ props }) {
    for (const name of weakProtocols) {
      const setting = props.at("customProperties").childIgnoringCase(name);
      if (setting.is("true", true)) yield setting.violates('must be "False"');
    }
  },
});
