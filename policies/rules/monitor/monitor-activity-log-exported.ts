import { each } from "../../evaluate.ts";
import type { Finding } from "../../finding.ts";
import type { TypePattern } from "../../resource-type.ts";
import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";

const exports: readonly TypePattern[] = [
  "azure-native:monitor:SubscriptionDiagnosticSetting",
  "azure-native:insights:SubscriptionDiagnosticSetting",
];
/** The retired way of exporting, which has a retention of its own. */
const logProfiles: readonly TypePattern[] = ["azure-native:insights:LogProfile"];
/** Categories that tell of changes: CIS Azure Foundations 6.0, 6.1.1.2. */
const categories = ["Administrative", "Security", "Alert", "Policy"];
function* exportFindings({ props }: ResourceView): Iterable<Finding> {
  const enabled = props
    .at("logs")
    .items()
    .filter((log) => log.at("enabled").is(true));
  if (enabled.some((log) => log.at("categoryGroup").is("allLogs"))) return;
  for (const category of categories) {
    if (!enabled.some((log) => log.at("category").is(category)))
      yield { path: "logs", message: `logs does not enable the category ${category}` };
  }
}

function* profileFindings({ props }: ResourceView, leastDays: number): Iterable<Finding> {
  const days = props.at("retentionPolicy.days");
  // Off with zero days means for ever.
  const forEver = props.at("retentionPolicy.enabled").is(false) && days.is(0);
  if (!forEver && (days.number ?? 0) < leastDays) yield days.violates(`must be at least ${leastDays}`);
}

export default stackRule({
  id: "monitor-activity-log-exported",
  title: "The activity log is exported and kept for a year",
  severity: "medium",
  enforcement: "disabled",
  description:
    "Azure forgets after 90 days who changed what in the subscription. Off by default, because the export belongs to the subscription, which is seldom a platform stack's own.",
  remediation:
    "Add a monitor.SubscriptionDiagnosticSetting with a workspace or storage account that keeps a year, and the categories Administrative, Security, Alert and Policy enabled.",
  references: {
    catalogue: ["MON-12"],
    checkov: ["CKV_AZURE_37", "CKV_AZURE_38"],
    azurePolicy: ["7796937f", "1a4e592a", "41388f1c", "b02aacc0"],
    cis: ["Found6 6.1.1.1", "Found6 6.1.1.2"],
    trivy: ["AZU-0031", "AZU-0032", "AZU-0033"],
    prowler: ["monitor_diagnostic_settings_exists", "monitor_diagnostic_setting_with_appropriate_categories"],
    kics: ["4d522e7b", "25684eac", "tf:small_activity_log_retention_period"],
    nist: ["AU-2", "AU-11", "AU-12"],
    pulumi: ["activity-log-monitoring", "activity-log-trail-enabled"],
    docs: ["https://learn.microsoft.com/azure/azure-monitor/platform/activity-log"],
  },
  appliesTo: [...exports, ...logProfiles],
  reads: [],
  parameters: {
    leastDays: {
      type: "integer",
      description: "Fewest days for which a log profile keeps the log.",
      default: 365,
      minimum: 1,
    },
  },
  *check(stack, parameters) {
    const leastDays = parameters.integer("leastDays");
    const settings = stack.ofType(...exports);
    const profiles = stack.ofType(...logProfiles);
    if (settings.length + profiles.length === 0)
      yield { path: "", message: "nothing in the stack exports the activity log" };
    yield* each([...settings, ...profiles], function* (source) {
      const findings =
        source.kind.name === "LogProfile" ? profileFindings(source, leastDays) : exportFindings(source);
      for (const finding of findings) yield { ...finding, resource: source };
    });
  },
});
