import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "apim-backend-certificate-validated",
  title: "API Management checks the certificates of backends",
  severity: "high",
  description: "Without the check anybody on the way can pose as the backend; it is on by default.",
  remediation: "Leave tls.validateCertificateChain and tls.validateCertificateName out, or set them to true.",
  references: {
    catalogue: ["APM-09"],
    azurePolicy: ["92bb331d"],
    nist: ["IA-9", "SC-8", "SC-23"],
    docs: [
      "https://learn.microsoft.com/azure/api-management/backends",
      "https://learn.microsoft.com/azure/api-management/api-management-howto-ca-certificates",
    ],
  },
  appliesTo: ["azure-native:apimanagement:Backend", "azure-native:apimanagement:WorkspaceBackend"],
  repairs: { "tls.validateCertificateChain": true, "tls.validateCertificateName": true },
  *check({ props }) {
    for (const name of ["validateCertificateChain", "validateCertificateName"]) {
      const setting = props.at("tls").at(name);
      if (setting.is(false)) yield setting.violates("must not be false");
    }
  },
});
