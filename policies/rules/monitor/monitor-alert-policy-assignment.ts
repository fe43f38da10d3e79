import { alertsRequired, operation } from "../../azure/activity-log-alert.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "monitor-alert-policy-assignment",
  title: "Somebody is told when a policy assignment is made or removed",
  severity: "low",
  enforcement: "disabled",
  description:
    "A policy that disappears takes the guard of the whole subscription along. Off by default, because alerts of the activity log belong to the subscription, which is seldom a platform stack's own.",
  remediation:
    "Add a monitor.ActivityLogAlert with an action group for each of Microsoft.Authorization/policyAssignments/write, Microsoft.Authorization/policyAssignments/delete.",
  references: {
    catalogue: ["MON-14"],
    azurePolicy: ["c5447c04"],
    cis: ["Found6 6.1.2.1", "Found6 6.1.2.2"],
    prowler: ["monitor_alert_create_policy_assignment", "monitor_alert_delete_policy_assignment"],
    kics: ["tf:activity_log_alert_*"],
    nist: ["AU-6", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule"],
  },
  appliesTo: ["azure-native:monitor:ActivityLogAlert", "azure-native:insights:ActivityLogAlert"],
  reads: [],
  check: alertsRequired(
    operation("Microsoft.Authorization/policyAssignments/write"),
    operation("Microsoft.Authorization/policyAssignments/delete"),
  ),
});
