import { alertsRequired } from "../../azure/activity-log-alert.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "monitor-alert-service-health",
  title: "Somebody is told of incidents of Azure itself",
  severity: "low",
  enforcement: "disabled",
  description:
    "Without the alert, an outage of the region looks like a fault of one's own. Off by default, because alerts of the activity log belong to the subscription, which is seldom a platform stack's own.",
  remediation: 'Add a monitor.ActivityLogAlert with an action group for category "ServiceHealth".',
  references: {
    catalogue: ["MON-19"],
    psrule: ["Monitor.ServiceHealth"],
    cis: ["Found6 6.1.2.11"],
    prowler: ["monitor_alert_service_health_exists"],
    kics: ["tf:activity_log_alert_for_service_health"],
    nist: ["IR-6", "SI-5"],
    docs: [
      "https://learn.microsoft.com/azure/service-health/alerts-activity-log-service-notifications-portal",
    ],
  },
  appliesTo: ["azure-native:monitor:ActivityLogAlert", "azure-native:insights:ActivityLogAlert"],
  reads: [],
  check: alertsRequired({ field: "category", value: "ServiceHealth" }),
});
