import * as pulumi from "@pulumi/pulumi";
import { DiagnosticSetting } from "@pulumi/azure-native/monitor/diagnosticSetting.js";
import { distinct } from "../refusals/checks.ts";
import { refuse } from "../refusals/refusal.ts";

/** A resource whose logs and metrics are kept. */
export interface DiagnosticTargetArgs {
  /** Name of the entry, unique in the list. */
  name: string;
  /** Id of the resource. */
  resourceId: pulumi.Input<string>;
  /** Groups of log categories, such as allLogs or audit. Default: allLogs, or nothing where logCategories is given. */
  logCategoryGroups?: string[];
  /** Single log categories, such as kube-audit-admin. Default: none. */
  logCategories?: string[];
  /** Whether metrics are kept as well. Default: true; network security groups, for one, have none. */
  metrics?: boolean;
}

/** Arguments of {@link DiagnosticSettings}. */
export interface DiagnosticSettingsArgs {
  /** Id of the Log Analytics workspace that keeps logs and metrics. */
  workspaceId: pulumi.Input<string>;
  /** Resources. */
  targets: DiagnosticTargetArgs[];
}

/**
 * Log categories of an AKS cluster that tell who did what, without the two that are dear: kube-audit (every read) and
 * the cluster's own controllers. PSRule Azure.AKS.AuditAdmin and Azure.AKS.PlatformLogs.
 */
export const clusterLogCategories: readonly string[] = [
  "kube-apiserver",
  "kube-audit-admin",
  "guard",
  "cluster-autoscaler",
];

/**
 * Diagnostic settings that send platform logs and metrics to one workspace (CIS Azure 6.1.4).
 * Token: azure-platform:index:DiagnosticSettings.
 */
export class DiagnosticSettings extends pulumi.ComponentResource {
  constructor(name: string, args: DiagnosticSettingsArgs, opts?: pulumi.ComponentResourceOptions) {
    refuse("DiagnosticSettings", name, [
      ...distinct(
        "targets",
        args.targets.map((target) => target.name),
      ),
      ...args.targets.flatMap((target, index) => {
        const nothing =
          target.logCategoryGroups?.length === 0 &&
          (target.logCategories ?? []).length === 0 &&
          target.metrics === false;
        return nothing
          ? [
              {
                property: `targets[${index}]`,
                value: target.name,
                allowed: "at least one log category, group of categories, or metrics",
                remedy: "Leave the target out where nothing is kept.",
              },
            ]
          : [];
      }),
    ]);
    super("azure-platform:index:DiagnosticSettings", name, args, opts);

    for (const target of args.targets) {
      const groups = target.logCategoryGroups ?? (target.logCategories === undefined ? ["allLogs"] : []);
      new DiagnosticSetting(
        `${name}-${target.name}`,
        {
          resourceUri: target.resourceId,
          name,
          workspaceId: args.workspaceId,
          logs: [
            ...groups.map((categoryGroup) => ({ categoryGroup, enabled: true })),
            ...(target.logCategories ?? []).map((category) => ({ category, enabled: true })),
          ],
          metrics: (target.metrics ?? true) ? [{ category: "AllMetrics", enabled: true }] : [],
        },
        { parent: this },
      );
    }
    this.registerOutputs({});
  }
}
