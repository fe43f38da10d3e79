import { mustNotBe } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "acr-admin-user-disabled",
  title: "The ACR admin user is disabled",
  severity: "high",
  description:
    "The admin user is one shared password with push and pull rights on everything in the registry.",
  remediation: "Leave adminUserEnabled out, or set it to false, and grant AcrPull or AcrPush to identities.",
  references: {
    catalogue: ["ACR-01"],
    checkov: ["CKV_AZURE_137"],
    psrule: ["ACR.AdminUser"],
    azurePolicy: ["dc921057"],
    prowler: ["containerregistry_admin_user_disabled"],
    kics: ["tf:admin_user_enabled_for_container_registry"],
    nist: ["AC-2", "AC-6", "IA-2"],
    docs: [
      "https://learn.microsoft.com/azure/container-registry/container-registry-authentication#admin-account",
    ],
  },
  appliesTo: ["azure-native:containerregistry:Registry"],
  repairs: { adminUserEnabled: false },
  check: mustNotBe("adminUserEnabled", true),
});
