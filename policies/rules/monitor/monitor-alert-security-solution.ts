import { alertsRequired, operation } from "../../azure/activity-log-alert.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "monitor-alert-security-solution",
  title: "Somebody is told when a security solution is changed or removed",
  severity: "low",
  enforcement: "disabled",
  description:
    "Attackers turn off what watches them first. Off by default, because alerts of the activity log belong to the subscription, which is seldom a platform stack's own.",
  remediation:
    "Add a monitor.ActivityLogAlert with an action group for each of Microsoft.Security/securitySolutions/write, Microsoft.Security/securitySolutions/delete.",
  references: {
    catalogue: ["MON-16"],
    azurePolicy: ["3b980d31"],
    cis: ["Found6 6.1.2.5", "Found6 6.1.2.6"],
    prowler: ["monitor_alert_create_update_security_solution", "monitor_alert_delete_security_solution"],
    kics: ["tf:activity_log_alert_*"],
    nist: ["AU-6", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule"],
  },
  appliesTo: ["azure-native:monitor:ActivityLogAlert", "azure-native:insights:ActivityLogAlert"],
  reads: [],
  check: alertsRequired(
    operation("Microsoft.Security/securitySolutions/write"),
    operation("Microsoft.Security/securitySolutions/delete"),
  ),
});
