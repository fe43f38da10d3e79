import { stackRule } from "../../rule.ts";
import type { ResourceView } from "../../view.ts";
import type { StackView } from "../../view.ts";

const collectionRules = "azure-native:monitor:DataCollectionRule";
const collectionEndpoints = "azure-native:monitor:DataCollectionEndpoint";
const associations = "azure-native:monitor:DataCollectionRuleAssociation";
const ruleGroups = "azure-native:alertsmanagement:PrometheusRuleGroup";

/** What is missing between a cluster's agents, the workspace and the action group. */
function* missingLinks(stack: StackView, workspace: ResourceView): Iterable<string> {
  const rules = stack
    .ofType(collectionRules)
    .filter((rule) => rule.dependenciesOf("destinations").includes(workspace.urn));
  if (rules.length === 0) yield "no data collection rule of the stack sends metrics to the workspace";
  const endpoints = new Set(stack.ofType(collectionEndpoints).map(({ urn }) => urn));
  for (const rule of rules) {
    if (!rule.dependenciesOf("dataCollectionEndpointId").some((urn) => endpoints.has(urn)))
      yield `the data collection rule ${rule.name} has no endpoint of the stack`;
    const tied = stack
      .ofType(associations)
      .some((association) => association.dependenciesOf("dataCollectionRuleId").includes(rule.urn));
    if (!tied) yield `the data collection rule ${rule.name} is associated with no cluster`;
  }
  const groups = stack
    .ofType(ruleGroups)
    .filter((group) => group.dependenciesOf("scopes").includes(workspace.urn));
  const actionGroups = new Set(
    stack
      .ofType("azure-native:monitor:ActionGroup", "azure-native:insights:ActionGroup")
      .map(({ urn }) => urn),
  );
  if (groups.length === 0) yield "no Prometheus rule group of the stack watches the workspace";
  else if (!groups.some((group) => group.dependenciesOf("rules").some((urn) => actionGroups.has(urn))))
    yield "no alert of the workspace's Prometheus rule groups tells an action group of the stack";
}

export default stackRule({
  id: "monitor-prometheus-wired",
  title: "Managed Prometheus is wired from the cluster to the action group",
  severity: "medium",
  enforcement: "advisory",
  description:
    "Metrics flow, and alarms ring, only when every link is there: workspace, endpoint, collection rule, association, rule group and action group. One that is missing is noticed when an alarm does not come.",
  remediation:
    "Add the missing link: a DataCollectionRule with an endpoint and the workspace among its monitoringAccounts, its association with a cluster, and a PrometheusRuleGroup whose alerts name an ActionGroup.",
  references: {
    catalogue: ["X-26"],
    nist: ["AU-6", "SI-4"],
    docs: [
      "https://learn.microsoft.com/azure/azure-monitor/containers/kubernetes-monitoring-enable",
      "https://learn.microsoft.com/azure/azure-monitor/metrics/prometheus-rule-groups",
    ],
  },
  appliesTo: ["azure-native:monitor:AzureMonitorWorkspace"],
  reads: [
    collectionRules,
    collectionEndpoints,
    associations,
    ruleGroups,
    "azure-native:monitor:ActionGroup",
    "azure-native:insights:ActionGroup",
  ],
  *check(stack) {
    for (const workspace of stack.ofType("azure-native:monitor:AzureMonitorWorkspace")) {
      for (const message of missingLinks(stack, workspace)) yield { path: "", message, resource: workspace };
    }
  },
});
