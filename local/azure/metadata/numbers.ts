/**
 * Numbers that can have a fraction. The SDK declares every number as `number`; the provider's messages say `integer` where Microsoft's API description does. Paths as
 * `module:Resource.property` or `module:Type.property`; all others are integers. Source: the `float` attributes of the `azure-mgmt-*` packages for Python that
 * `./constraints.ts` names.
 */
export const fractionalNumbers: ReadonlySet<string> = new Set([
  "applicationinsights:Component.samplingPercentage",
  "containerservice:AgentPool.spotMaxPrice",
  "containerservice:ManagedClusterAgentPoolProfile.spotMaxPrice",
  "monitor:DynamicThresholdFailingPeriods.minFailingPeriodsToAlert",
  "monitor:DynamicThresholdFailingPeriods.numberOfEvaluationPeriods",
  "monitor:MetricCriteria.threshold",
  "monitor:WebtestLocationAvailabilityCriteria.failedLocationCount",
  "operationalinsights:WorkspaceCapping.dailyQuotaGb",
  "sql:Database.minCapacity",
]);
