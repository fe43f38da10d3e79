import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ClusterMonitoring } from "../../../../../components/azure/monitor/cluster-monitoring.ts";
import {
  clusterLogCategories,
  DiagnosticSettings,
} from "../../../../../components/azure/monitor/diagnostic-settings.ts";
import { Observability } from "../../../../../components/azure/monitor/observability.ts";
import { build, refusedBy, valueOf } from "../registrations.ts";

const group = { resourceGroupName: "group" };

describe("Observability", () => {
  it("keeps logs for 90 days, takes Entra tokens only, and has a place for metrics", async () => {
    const { component, named, registered } = await build((opts) => new Observability("logs", group, opts));
    const { inputs } = named("logs-logs");
    assert.equal(inputs["retentionInDays"], 90);
    assert.deepEqual(inputs["features"], {
      disableLocalAuth: true,
      enableLogAccessUsingOnlyResourcePermissions: true,
    });
    assert.equal(await valueOf(component.prometheusQueryEndpoint), "https://prometheus.example.net");
    assert.ok(registered.every(({ name }) => name !== "logs-traces"));
    assert.equal(component.applicationInsightsId, undefined);
  });

  it("takes traces on demand, and keeps their address secret", async () => {
    const { component, named } = await build(
      (opts) => new Observability("logs", { ...group, applicationInsights: true, prometheus: false }, opts),
    );
    const { inputs } = named("logs-traces");
    assert.equal(inputs["disableLocalAuth"], true);
    assert.match(String(inputs["workspaceResourceId"]), /logs-logs$/);
    assert.ok(component.applicationInsightsConnectionString);
    assert.equal(await pulumi.isSecret(component.applicationInsightsConnectionString), true);
    assert.equal(component.monitorWorkspaceId, undefined);
  });

  it("closes its public end on demand", async () => {
    const { named } = await build(
      (opts) => new Observability("logs", { ...group, publicIngestion: false, publicQuery: false }, opts),
    );
    assert.equal(named("logs-logs").inputs["publicNetworkAccessForIngestion"], "Disabled");
    assert.equal(named("logs-logs").inputs["publicNetworkAccessForQuery"], "Disabled");
    assert.equal(named("logs-metrics").inputs["publicNetworkAccess"], "Disabled");
  });

  it("refuses what Azure would refuse", () => {
    assert.deepEqual(
      refusedBy(() => new Observability("log", { ...group, retentionDays: 7, dailyQuotaGb: 0 })),
      ["workspaceName", "retentionDays", "dailyQuotaGb"],
    );
  });
});

describe("ClusterMonitoring", () => {
  it("collects metrics and logs of a cluster", async () => {
    const { named } = await build(
      (opts) =>
        new ClusterMonitoring(
          "mon",
          { ...group, clusterId: "/aks", monitorWorkspaceId: "/metrics", logAnalyticsWorkspaceId: "/logs" },
          opts,
        ),
    );
    assert.match(JSON.stringify(named("mon-prometheus").inputs), /"accountResourceId":"\/metrics"/);
    assert.match(JSON.stringify(named("mon-insights").inputs), /"workspaceResourceId":"\/logs"/);
    for (const name of [
      "mon-prometheus-association",
      "mon-endpoint-association",
      "mon-insights-association",
    ]) {
      assert.equal(named(name).inputs["resourceUri"], "/aks");
    }
    assert.equal(named("mon-endpoint-association").inputs["associationName"], "configurationAccessEndpoint");
  });

  it("refuses to collect nothing", () => {
    assert.deepEqual(
      refusedBy(() => new ClusterMonitoring("mon", { ...group, clusterId: "/aks" })),
      ["monitorWorkspaceId"],
    );
  });
});

describe("DiagnosticSettings", () => {
  it("sends all logs and metrics of a resource to the workspace when nothing is said", async () => {
    const { named } = await build(
      (opts) =>
        new DiagnosticSettings(
          "diag",
          { workspaceId: "/logs", targets: [{ name: "vault", resourceId: "/vault" }] },
          opts,
        ),
    );
    const { inputs } = named("diag-vault");
    assert.equal(inputs["resourceUri"], "/vault");
    assert.equal(inputs["workspaceId"], "/logs");
    assert.deepEqual(inputs["logs"], [{ categoryGroup: "allLogs", enabled: true }]);
    assert.deepEqual(inputs["metrics"], [{ category: "AllMetrics", enabled: true }]);
  });

  it("sends the named categories alone", async () => {
    const { named } = await build(
      (opts) =>
        new DiagnosticSettings(
          "diag",
          {
            workspaceId: "/logs",
            targets: [
              { name: "aks", resourceId: "/aks", logCategories: [...clusterLogCategories], metrics: false },
            ],
          },
          opts,
        ),
    );
    assert.deepEqual(
      named("diag-aks").inputs["logs"],
      clusterLogCategories.map((category) => ({ category, enabled: true })),
    );
    assert.deepEqual(named("diag-aks").inputs["metrics"], []);
  });

  it("refuses targets of one name, and a target of which nothing is kept", () => {
    const target = { name: "a", resourceId: "/a" };
    assert.deepEqual(
      refusedBy(
        () =>
          new DiagnosticSettings("diag", {
            workspaceId: "/logs",
            targets: [target, { ...target, logCategoryGroups: [], metrics: false }],
          }),
      ),
      ["targets", "targets[1]"],
    );
  });
});
