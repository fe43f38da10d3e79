import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluateResource, evaluateStack } from "../../policies/evaluate.ts";
import { ParameterValues } from "../../policies/parameters.ts";
import { rules } from "../../policies/registry.ts";
import type { TestResource } from "../../policies/testing/index.ts";
import { engineInputs } from "../../policies/testing/wire.ts";
import { stackViewOf, viewOf } from "../../policies/view.ts";
import { allCases } from "./cases/index.ts";

/** Values that turn what complies into a violation, or the other way round, by rule. */
const settings: Readonly<Record<string, { readonly stricter?: object; readonly laxer?: object }>> = {
  "apim-certificate-expiry": { stricter: { leastDays: 1_000_000 } },
  "apim-minimum-api-version": {
    stricter: { oldestVersion: "2999-01-01" },
    laxer: { oldestVersion: "2019-12-01" },
  },
  "cosmosdb-allowed-locations": {
    stricter: { locations: ["eastus"] },
    laxer: { locations: ["East US", "westeurope"] },
  },
  "cosmosdb-throughput-limited": { stricter: { mostThroughput: 1000 } },
  "grafana-version-supported": { stricter: { oldestVersion: 99 }, laxer: { oldestVersion: 9 } },
  "loganalytics-replicated": { stricter: { locations: ["eastus"] } },
  "loganalytics-retention": { stricter: { leastDays: 730 }, laxer: { leastDays: 30 } },
  "monitor-activity-log-exported": { stricter: { leastDays: 3650 } },
  "monitor-alert-noise": { stricter: { shortestInterval: 120 } },
  "redis-narrow-firewall": { stricter: { mostRules: 3 } },
  "redis-reserved-memory": { stricter: { leastPercent: 90 }, laxer: { leastPercent: 0 } },
  "redis-version-supported": { stricter: { oldestVersion: 99 }, laxer: { oldestVersion: 4 } },
  "servicebus-geo-replicated": { stricter: { locations: ["eastus"] } },
  "storage-allowed-sku": {
    stricter: { skus: ["Premium_ZRS"] },
    laxer: { skus: ["Standard_LRS", "Premium_LRS"] },
  },
  "storage-blob-soft-delete": { stricter: { leastDays: 366 } },
  "storage-container-soft-delete": { stricter: { leastDays: 366 } },
  "storage-key-expiry": { stricter: { longestKeyLife: 7 } },
  "storage-share-soft-delete": { stricter: { leastDays: 366 } },
  "governance-allowed-locations": {
    stricter: { locations: ["swedencentral"] },
    laxer: { locations: ["East US"] },
  },
  "governance-allowed-types": { stricter: { types: ["azure-native:keyvault:Vault"] }, laxer: { types: [] } },
  "governance-tags": { stricter: { tags: ["Owner"] } },
  "identity-federation-trusted": { stricter: { repositoryOwners: ["someone-else"] } },
  "k8s-approved-registries": {
    stricter: { registries: ["registry.example.com/"] },
    laxer: { registries: ["docker.io/someone/"] },
  },
  "k8s-high-user-id": { stricter: { imagesWithUserOfTheirOwn: [] }, laxer: { highestSharedId: 999 } },
  "k8s-image-pull-policy": {
    stricter: { policies: ["Never"] },
    laxer: { policies: ["Always", "IfNotPresent"] },
  },
  "k8s-namespace-pod-security": { stricter: { levels: [] }, laxer: { levels: ["restricted", "baseline"] } },
  "k8s-required-labels": { stricter: { labels: ["owner"] }, laxer: { labels: [] } },
  "k8s-service-targets-pods": { stricter: { ports: ["443"] } },
  "k8s-spread-and-replicas": { stricter: { fewestReplicas: 3 } },
  "keyvault-certificate-policy": { stricter: { months: 3 }, laxer: { months: 24 } },
  "keyvault-key-expiry": { stricter: { days: 90 }, laxer: { days: 1000 } },
  "keyvault-secret-expiry": { stricter: { days: 90 }, laxer: { days: 1000 } },
  "network-flow-log-retention": { stricter: { days: 366 }, laxer: { days: 30 } },
};

describe("parameters of rules", () => {
  for (const [id, { stricter, laxer }] of Object.entries(settings)) {
    if (stricter !== undefined) {
      it(`${id} finds more with ${JSON.stringify(stricter)}`, () => {
        const found = allCases[id]?.compliant.map((subject) => findings(id, asList(subject), stricter)) ?? [];
        assert.ok(
          found.some((count) => count > 0),
          "no compliant case became a violation",
        );
      });
    }
    if (laxer !== undefined) {
      it(`${id} finds less with ${JSON.stringify(laxer)}`, () => {
        const found =
          allCases[id]?.violating.map(({ subject }) => findings(id, asList(subject), laxer)) ?? [];
        assert.ok(found.includes(0), "no violating case became compliant");
      });
    }
  }
});

function findings(id: string, resources: readonly TestResource[], set: object): number {
  const rule = rules.find((candidate) => candidate.id === id);
  assert.ok(rule, `the registry has no rule ${id}`);
  const parameters = new ParameterValues(rule.parameters, { ...set });
  const views = resources.map(({ type, name = "subject", inputs, dependencies }) =>
    viewOf({ urn: name, type, name, inputs: engineInputs(inputs), dependencies }),
  );
  if (rule.scope === "stack") return evaluateStack(rule, stackViewOf(views), parameters).findings.length;
  return views.flatMap((view) => evaluateResource(rule, view, parameters).findings).length;
}

function asList(subject: TestResource | readonly TestResource[]): readonly TestResource[] {
  return "type" in subject ? [subject] : subject;
}
