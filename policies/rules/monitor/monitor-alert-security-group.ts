import { alertsRequired, operation } from "../../azure/activity-log-alert.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "monitor-alert-security-group",
  title: "Somebody is told when a network security group is changed or removed",
  severity: "low",
  enforcement: "disabled",
  description:
    "A changed security group may open the network without anybody looking at it. Off by default, because alerts of the activity log belong to the subscription, which is seldom a platform stack's own.",
  remediation:
    "Add a monitor.ActivityLogAlert with an action group for each of Microsoft.Network/networkSecurityGroups/write, Microsoft.Network/networkSecurityGroups/delete.",
  references: {
    catalogue: ["MON-15"],
    azurePolicy: ["b954148f"],
    cis: ["Found6 6.1.2.3", "Found6 6.1.2.4"],
    prowler: ["monitor_alert_create_update_nsg", "monitor_alert_delete_nsg"],
    kics: ["tf:activity_log_alert_*"],
    nist: ["AU-6", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule"],
  },
  appliesTo: ["azure-native:monitor:ActivityLogAlert", "azure-native:insights:ActivityLogAlert"],
  reads: [],
  check: alertsRequired(
    operation("Microsoft.Network/networkSecurityGroups/write"),
    operation("Microsoft.Network/networkSecurityGroups/delete"),
  ),
});
