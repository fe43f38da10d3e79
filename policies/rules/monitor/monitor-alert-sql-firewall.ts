import { alertsRequired, operation } from "../../azure/activity-log-alert.ts";
import { stackRule } from "../../rule.ts";

export default stackRule({
  id: "monitor-alert-sql-firewall",
  title: "Somebody is told when a firewall rule of Azure SQL is changed or removed",
  severity: "low",
  enforcement: "disabled",
  description:
    "A firewall rule that is added by hand opens the database to an address nobody has reviewed. Off by default, because alerts of the activity log belong to the subscription, which is seldom a platform stack's own.",
  remediation:
    "Add a monitor.ActivityLogAlert with an action group for each of Microsoft.Sql/servers/firewallRules/write, Microsoft.Sql/servers/firewallRules/delete.",
  references: {
    catalogue: ["MON-17"],
    cis: ["Found6 6.1.2.7", "Found6 6.1.2.8"],
    prowler: ["monitor_alert_create_update_sqlserver_fr", "monitor_alert_delete_sqlserver_fr"],
    kics: ["tf:activity_log_alert_*"],
    nist: ["AU-6", "SI-4"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-activity-log-alert-rule"],
  },
  appliesTo: ["azure-native:monitor:ActivityLogAlert", "azure-native:insights:ActivityLogAlert"],
  reads: [],
  check: alertsRequired(
    operation("Microsoft.Sql/servers/firewallRules/write"),
    operation("Microsoft.Sql/servers/firewallRules/delete"),
  ),
});
