import { demandOneOf } from "../../requirement.ts";
import { resourceRule } from "../../rule.ts";

export default resourceRule({
  id: "defender-security-contact",
  title: "Somebody is told of security alerts and attack paths",
  severity: "medium",
  description: "An alert that nobody receives is not one. Judged where the program declares the contact.",
  remediation:
    'Set emails, phone, isEnabled: true, notificationsByRole: { state: "On", roles: ["Owner"] } and notificationsSources with the source types Alert and AttackPath.',
  references: {
    catalogue: ["MON-36"],
    checkov: ["CKV_AZURE_20", "CKV_AZURE_21", "CKV_AZURE_22", "CKV_AZURE_131"],
    psrule: ["Defender.SecurityContact"],
    azurePolicy: ["4f4f78b8", "6e2593d9", "0b15565f"],
    cis: ["Found6 8.1.12", "Found6 8.1.13", "Found6 8.1.14", "Found6 8.1.15"],
    trivy: ["AZU-0044", "AZU-0046", "AZU-0062", "AZU-0063", "AZU-0064"],
    prowler: [
      "defender_additional_email_configured_with_a_security_contact",
      "defender_ensure_notify_alerts_severity_is_high",
      "defender_ensure_notify_emails_to_owners",
      "defender_attack_path_notifications_properly_configured",
    ],
    kics: ["3e9fcc67", "79c2c2c0", "tf:security_contact_email", "tf:email_alerts_disabled"],
    nist: ["IR-6", "SI-4(5)"],
    docs: ["https://learn.microsoft.com/azure/defender-for-cloud/configure-email-notifications"],
  },
  appliesTo: ["azure-native:security:SecurityContact"],
  *check({ props }) {
    for (const path of ["emails", "phone"]) {
      const address = props.at(path);
      if (address.string === undefined || address.string.trim() === "") yield address.violates("must be set");
    }
    yield* demandOneOf(props.at("notificationsByRole.state"), ["On"]);
    const roles = props.at("notificationsByRole.roles");
    if (!roles.items().some((role) => role.is("Owner"))) yield roles.violates('must include "Owner"');
    const sources = props.at("notificationsSources");
    for (const wanted of ["Alert", "AttackPath"]) {
      if (!sources.items().some((source) => source.at("sourceType").is(wanted)))
        yield sources.violates(`must have the source type ${wanted}`);
    }
  },
});
