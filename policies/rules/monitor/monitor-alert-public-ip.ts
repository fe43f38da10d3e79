import { alertsRequired, operation } from "../../azure/activity-log-alert.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "monitor-alert-public-ip",
  title: "Somebody is told when a public IP address is changed or removed",
  severity: "low",
  enforcement: "disabled",
  description:
    "A new public address is a new door to the Internet. Off by default, because alerts of the activity log belong to the subscription, which is seldom a platform stack's own.",
  remediation:
    "Add a monitor.ActivityLogAlert with an action group for each of Microsoft.Network/publicIPAddresses/write, Microsoft.Network/publicIPAddresses/delete.",
  references: {
    catalogue: ["MON-18"],
    cis: ["Found6 6.1.2.9", "Found6 6.1.2.10"],
    prowler: [
      "monitor_alert_create_update_public_ip_address_rule",
      "monitor_alert_delete_public_ip_address_rule",
    ],
    kics: ["tf:activity_log_alert_*"],
    nist: ["AU-6", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule"],
  },
  appliesTo: ["azure-native:monitor:ActivityLogAlert", "azure-native:insights:ActivityLogAlert"],
  reads: [],
  check: alertsRequired(
    operation("Microsoft.Network/publicIPAddresses/write"),
    operation("Microsoft.Network/publicIPAddresses/delete"),
  ),
});
