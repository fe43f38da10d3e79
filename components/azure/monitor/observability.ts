import * as pulumi from "@pulumi/pulumi";
import { Component } from "@pulumi/azure-native/applicationinsights/component.js";
import { AzureMonitorWorkspace } from "@pulumi/azure-native/monitor/azureMonitorWorkspace.js";
import { Workspace } from "@pulumi/azure-native/operationalinsights/workspace.js";
import { matching, wholeNumber } from "../refusals/checks.ts";
import { refuse } from "../refusals/refusal.ts";

/** Arguments of {@link Observability}. */
export interface ObservabilityArgs {
  /** Resource group of the workspaces. */
  resourceGroupName: pulumi.Input<string>;
  /** Region. Default: the provider's location, else the resource group's. */
  location?: pulumi.Input<string>;
  /** Name of the Log Analytics workspace, and first part of the others' names. Default: the component's name. */
  workspaceName?: string;
  /** Days for which logs are kept, 30 to 730. Default: 90. */
  retentionDays?: number;
  /** Most gigabytes of logs a day; what comes after is dropped. Default: no limit. */
  dailyQuotaGb?: number;
  /** Whether logs are taken in from outside a private link scope; agents need it without one (Azure Policy 6c53d030). Default: true. */
  publicIngestion?: boolean;
  /** Whether logs are queried from outside a private link scope; the portal needs it without one. Default: true. */
  publicQuery?: boolean;
  /** Whether there is an Azure Monitor workspace for Prometheus metrics. Default: true. */
  prometheus?: boolean;
  /** Whether there is an Application Insights component for traces. Default: false. */
  applicationInsights?: boolean;
  /** Whether Pulumi refuses to delete or replace the workspaces. Default: false. */
  protect?: boolean;
  /** Tags. Default: none. */
  tags?: Record<string, string>;
}

/**
 * Where logs, metrics and traces go: Log Analytics, an Azure Monitor workspace, Application Insights; Entra tokens only.
 * Token: azure-platform:index:Observability.
 */
export class Observability extends pulumi.ComponentResource {
  /** Id of the Log Analytics workspace. */
  readonly workspaceId: pulumi.Output<string>;
  /** Name of the Log Analytics workspace. */
  readonly workspaceName: pulumi.Output<string>;
  /** Id of the Azure Monitor workspace; only with prometheus. */
  readonly monitorWorkspaceId?: pulumi.Output<string>;
  /** Address of Prometheus queries; only with prometheus. */
  readonly prometheusQueryEndpoint?: pulumi.Output<string>;
  /** Id of the Application Insights component; only with applicationInsights. */
  readonly applicationInsightsId?: pulumi.Output<string>;
  /** Where traces are sent; only with applicationInsights. Secret, though without an Entra token it opens nothing. */
  readonly applicationInsightsConnectionString?: pulumi.Output<string>;

  constructor(name: string, args: ObservabilityArgs, opts?: pulumi.ComponentResourceOptions) {
    const workspaceName = args.workspaceName ?? name;
    refuse("Observability", name, [
      ...matching(
        "workspaceName",
        workspaceName,
        /^[A-Za-z0-9][A-Za-z0-9-]{2,42}[A-Za-z0-9]$/,
        "4 to 44 letters, digits and hyphens inside (PSRule Azure.Log.Name)",
        "Choose another workspaceName.",
      ),
      ...wholeNumber("retentionDays", args.retentionDays, 30, 730, "Azure keeps logs 30 to 730 days."),
      ...wholeNumber("dailyQuotaGb", args.dailyQuotaGb, 1, 100000, "Leave it out for no limit."),
    ]);
    super("azure-platform:index:Observability", name, args, opts);

    const { resourceGroupName, location, tags, protect } = args;
    const common = { resourceGroupName, location, tags };
    const access = {
      publicNetworkAccessForIngestion: (args.publicIngestion ?? true) ? "Enabled" : "Disabled",
      publicNetworkAccessForQuery: (args.publicQuery ?? true) ? "Enabled" : "Disabled",
    };
    const workspace = new Workspace(
      `${name}-logs`,
      {
        ...common,
        ...access,
        workspaceName,
        sku: { name: "PerGB2018" },
        retentionInDays: args.retentionDays ?? 90,
        workspaceCapping: args.dailyQuotaGb === undefined ? undefined : { dailyQuotaGb: args.dailyQuotaGb },
        // Azure Policy e15effd4: agents sign in with Entra tokens, never with the workspace's keys.
        features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
      },
      { parent: this, protect },
    );
    this.workspaceId = workspace.id;
    this.workspaceName = workspace.name;

    if (args.prometheus ?? true) {
      const metrics = new AzureMonitorWorkspace(
        `${name}-metrics`,
        {
          ...common,
          azureMonitorWorkspaceName: `${workspaceName}-metrics`,
          publicNetworkAccess: access.publicNetworkAccessForQuery,
        },
        { parent: this, protect },
      );
      this.monitorWorkspaceId = metrics.id;
      this.prometheusQueryEndpoint = metrics.metrics.apply(
        ({ prometheusQueryEndpoint }) => prometheusQueryEndpoint,
      );
    }
    if (args.applicationInsights ?? false) {
      const traces = new Component(
        `${name}-traces`,
        {
          ...common,
          ...access,
          resourceName: `${workspaceName}-traces`,
          kind: "web",
          applicationType: "web",
          // PSRule Azure.AppInsights.Workspace and Azure.AppInsights.LocalAuth
          workspaceResourceId: workspace.id,
          ingestionMode: "LogAnalytics",
          disableLocalAuth: true,
        },
        { parent: this, protect },
      );
      this.applicationInsightsId = traces.id;
      this.applicationInsightsConnectionString = pulumi.secret(traces.connectionString);
    }
    this.registerOutputs({
      workspaceId: this.workspaceId,
      workspaceName: this.workspaceName,
      monitorWorkspaceId: this.monitorWorkspaceId,
      prometheusQueryEndpoint: this.prometheusQueryEndpoint,
      applicationInsightsId: this.applicationInsightsId,
      applicationInsightsConnectionString: this.applicationInsightsConnectionString,
    });
  }
}
