import * as pulumi from "@pulumi/pulumi";
import { DataCollectionEndpoint } from "@pulumi/azure-native/monitor/dataCollectionEndpoint.js";
import { DataCollectionRule } from "@pulumi/azure-native/monitor/dataCollectionRule.js";
import { DataCollectionRuleAssociation } from "@pulumi/azure-native/monitor/dataCollectionRuleAssociation.js";
import { refuse } from "../refusals/refusal.ts";

/** Arguments of {@link ClusterMonitoring}. */
export interface ClusterMonitoringArgs {
  /** Resource group of the rules. */
  resourceGroupName: pulumi.Input<string>;
  /** Region; that of the workspaces. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Id of the cluster. */
  clusterId: pulumi.Input<string>;
  /** Id of the Azure Monitor workspace that keeps Prometheus metrics. Default: metrics are not collected. */
  monitorWorkspaceId?: pulumi.Input<string>;
  /** Id of the Log Analytics workspace that keeps container logs. Default: logs are not collected. */
  logAnalyticsWorkspaceId?: pulumi.Input<string>;
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/** What an association ties to the cluster: a rule or an endpoint. */
interface AssociationTarget {
  readonly dataCollectionRuleId?: pulumi.Input<string>;
  readonly dataCollectionEndpointId?: pulumi.Input<string>;
}

/** Streams of Container Insights; https://learn.microsoft.com/azure/azure-monitor/containers/kubernetes-monitoring-enable */
const insightsStreams = [
  "Microsoft-ContainerLogV2",
  "Microsoft-KubeEvents",
  "Microsoft-KubePodInventory",
  "Microsoft-KubeNodeInventory",
];

/**
 * What a cluster's monitoring agents collect and where they send it: data collection endpoint, rules and associations of
 * managed Prometheus and Container Insights. Token: azure-platform:index:ClusterMonitoring.
 */
export class ClusterMonitoring extends pulumi.ComponentResource {
  constructor(name: string, args: ClusterMonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse(
      "ClusterMonitoring",
      name,
      args.monitorWorkspaceId === undefined && args.logAnalyticsWorkspaceId === undefined
        ? [
            {
              property: "monitorWorkspaceId",
              value: undefined,
              allowed: "the id of an Azure Monitor workspace, or logAnalyticsWorkspaceId",
              remedy: "Give one of the two: with neither, nothing is collected.",
            },
          ]
        : [],
    );
    super("azure-platform:index:ClusterMonitoring", name, args, opts);

    const { resourceGroupName, location, tags } = args;
    const common = { resourceGroupName, location, tags };
    const child = { parent: this };
    const associate = (suffix: string, associationName: string, target: AssociationTarget) =>
      new DataCollectionRuleAssociation(
        `${name}-${suffix}`,
        { resourceUri: args.clusterId, associationName, ...target },
        child,
      );

    if (args.monitorWorkspaceId !== undefined) {
      const endpoint = new DataCollectionEndpoint(
        `${name}-endpoint`,
        {
          ...common,
          dataCollectionEndpointName: name,
          kind: "Linux",
          networkAcls: { publicNetworkAccess: "Enabled" },
        },
        child,
      );
      const rule = new DataCollectionRule(
        `${name}-prometheus`,
        {
          ...common,
          dataCollectionRuleName: `${name}-prometheus`,
          kind: "Linux",
          dataCollectionEndpointId: endpoint.id,
          dataSources: {
            prometheusForwarder: [{ name: "prometheus", streams: ["Microsoft-PrometheusMetrics"] }],
          },
          destinations: {
            monitoringAccounts: [{ name: "metrics", accountResourceId: args.monitorWorkspaceId }],
          },
          dataFlows: [{ streams: ["Microsoft-PrometheusMetrics"], destinations: ["metrics"] }],
        },
        child,
      );
      associate("prometheus-association", `${name}-prometheus`, { dataCollectionRuleId: rule.id });
      // The name is Azure's: it says that the endpoint is where agents read their configuration.
      associate("endpoint-association", "configurationAccessEndpoint", {
        dataCollectionEndpointId: endpoint.id,
      });
    }
    if (args.logAnalyticsWorkspaceId !== undefined) {
      const rule = new DataCollectionRule(
        `${name}-insights`,
        {
          ...common,
          dataCollectionRuleName: `${name}-insights`,
          kind: "Linux",
          dataSources: {
            extensions: [
              {
                name: "ContainerInsightsExtension",
                extensionName: "ContainerInsights",
                streams: insightsStreams,
                extensionSettings: {
                  dataCollectionSettings: {
                    interval: "1m",
                    namespaceFilteringMode: "Off",
                    enableContainerLogV2: true,
                  },
                },
              },
            ],
          },
          destinations: {
            logAnalytics: [{ name: "logs", workspaceResourceId: args.logAnalyticsWorkspaceId }],
          },
          dataFlows: [{ streams: insightsStreams, destinations: ["logs"] }],
        },
        child,
      );
      associate("insights-association", "ContainerInsightsExtension", { dataCollectionRuleId: rule.id });
    }
    this.registerOutputs({});
  }
}
